import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.readers.markup import flatten, tree


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one  two\n three</p>", "one two three"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<br/><br/>three", "one\ntwo\n\nthree"),
        ("<ul><li>one</li><li>two</li></ul>end", "one\ntwo\n\nend"),
        ("<b>bo</b>ld &amp; <i>thin</i>", "bold & thin"),
        ("<p>one<script>x()</script> two</p><style>p{}</style>", "one two"),
        ("<!-- c -->one<!-- d --> two", "one two"),
        ("<br><br>one<br>", "one"),
    ],
)
def test_markup_reads_as_a_browser_shows_it(html: str, text: str) -> None:
    assert flatten(tree(html))[0] == text


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.text("аб \n", max_size=6), st.sampled_from(["", "a", "p", "br"]))))
def test_links_slice_the_words_of_their_anchor(pieces: list[tuple[str, str]]) -> None:
    html = "".join(
        {
            "": words,
            "a": f'<a href="https://example.org">{words}</a>',
            "p": f"<p>{words}</p>",
            "br": "<br>" + words,
        }[kind]
        for words, kind in pieces
    )
    root = tree(f"<div>{html}</div>")
    text, links = flatten(root)
    anchors = [
        " ".join(words.split()) for words, kind in pieces if kind == "a" and words.split()
    ]
    assert [text[link.start : link.end] for link in links] == anchors


def test_nesting_beyond_the_parser_is_an_error_not_a_loss() -> None:
    with pytest.raises(ValueError, match="nested"):
        tree("<div>" * 1000 + "deep")
