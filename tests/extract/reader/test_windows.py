from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.reader.windows import Window, windows

from .tiny import GAP, pieces


def cut(text: str) -> list[Window]:
    return list(windows(text, pieces(), GAP))


def test_short_lines_are_read_together_and_show_where_they_break() -> None:
    (window,) = cut("police said\n\nsaid police\n")
    assert window.ids.count(GAP) == 1
    gap = window.ranges[window.ids.index(GAP)]
    assert gap == (13, 13)


def test_long_lines_are_read_alone() -> None:
    line = "police said " * 40
    assert len(cut(f"{line}\n{line}\nsaid")) == 3


def test_a_line_too_long_breaks_at_a_sentence_end() -> None:
    text = "said police " * 90 + "said. " + "police " * 60
    first, second = cut(text)
    assert text[: first.ranges[-1][1]].endswith("said.")
    assert text[second.ranges[0][0] :].startswith("police")


def test_nothing_to_read_gives_no_window() -> None:
    assert cut("") == cut("\n \n\u200f\n") == []


@settings(max_examples=40)
@given(st.text(alphabet="said police.\n\u200bвзрыв漢", max_size=900))
def test_windows_are_bounded_and_pass_over_every_character_once(text: str) -> None:
    found = cut(text)
    assert all(0 < len(window.ids) == len(window.ranges) <= 300 for window in found)
    places = [place for window in found for place in window.ranges]
    assert places == sorted(places)
    covered = {k for start, end in places for k in range(start, end)}
    assert all(k in covered for k, sign in enumerate(text) if sign.isalnum())
