import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .tiny import VOCABULARY, pieces


def cut(text: str) -> list[tuple[str, str]]:
    found = pieces().cut(text, 0, len(text))
    return [
        (VOCABULARY[number], text[start:end])
        for number, (start, end) in zip(found.ids, found.ranges, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("police said", [("▁police", "police"), ("▁said", "said")]),
        ("взрывы", [("▁взрыв", "взрыв"), ("ы", "ы")]),
        ("  police\u200bsaid", [("▁police", "police"), ("▁said", "said")]),
        ("a…", [("▁", "a"), ("a", "a"), (".", "…"), (".", "…"), (".", "…")]),
        ("ﬁ", [("▁", "ﬁ"), ("f", "ﬁ"), ("i", "ﬁ")]),
        ("\u200f", []),
        ("", []),
        ("漢", [("▁", "漢"), ("<unk>", "漢")]),
    ],
)
def test_a_text_is_cut_into_its_likeliest_pieces(text: str, expected: list[object]) -> None:
    assert cut(text) == expected


def test_of_a_web_address_only_the_beginning_is_fed() -> None:
    text = "see [said](https://said.example/said/1?said=2), police"
    shown = [piece for _, piece in cut(text)]
    assert shown.count("said") == 1
    assert shown[-2:] == [",", "police"]
    assert any(piece.endswith("said=2") for piece in shown)


@settings(max_examples=60)
@given(st.text(max_size=80), st.integers(0, 20))
def test_ranges_lie_in_order_within_what_was_asked(text: str, start: int) -> None:
    found = pieces().cut(text, start, len(text))
    assert len(found.ids) == len(found.ranges)
    for first, last in found.ranges:
        assert start <= first < last <= len(text)
        assert text[first:last].strip()
    assert list(found.ranges) == sorted(found.ranges)


def test_a_word_without_end_is_cut_all_the_same() -> None:
    assert len(pieces().cut("я" * 100_000, 0, 100_000).ids) >= 100_000
