"""What the shipped weights read in sentences written for this test."""

import pytest

from reportedly.extract.reader import relations


def only(text: str, lang: str) -> tuple[list[str], list[str], list[str]]:
    (one,) = relations(text, lang)
    source, cue, content = (
        [text[start:end] for start, end in ranges]
        for ranges in (one.source, one.cue, one.content)
    )
    return source, cue, content


@pytest.mark.parametrize(
    ("lang", "text", "source", "cue"),
    [
        ("en", "The mayor said the bridge would stay closed.", "The mayor", "said"),
        ("ru", "Мост закрыт до понедельника, сообщил губернатор.", "губернатор", "сообщил"),
        ("uk", "Міст закрили до понеділка, повідомила ОВА.", "ОВА", "повідомила"),
        ("uk", "У Чернігові пролунали вибухи — міська влада", "міська влада", "—"),
    ],
)
def test_a_plain_report_is_read(lang: str, text: str, source: str, cue: str) -> None:
    found = only(text, lang)
    assert found[0] == [source]
    assert found[1] == [cue]
    assert found[2]


def test_nobody_speaks_where_nothing_is_reported() -> None:
    assert relations("The bridge is eighty metres long.", "en") == ()


def test_copies_read_alike_wherever_they_stand() -> None:
    text = "The mayor said the bridge would stay closed until Monday."
    (first,) = relations(text, "en")
    (other,) = relations(f"{'Rain fell over the valley. ' * 20}\n\n{text}", "en")
    assert other.moved(first.cue[0][0] - other.cue[0][0]) == first
