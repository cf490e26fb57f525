import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.reader import Found, relations
from reportedly.model import Basis, Stance

from .tiny import reader

TEXT = "police said взрывы. said police: взрывы, said police. " * 2


def all_ranges(found: tuple[Found, ...]) -> list[tuple[int, int]]:
    return [r for one in found for part in (one.source, one.cue, one.content) for r in part]


def test_a_relation_moves_with_its_text() -> None:
    one = Found(
        source=((0, 3),),
        cue=((4, 5),),
        content=((6, 7), (8, 9)),
        stance=Stance.ASSERTS,
        basis=Basis.MEDIA,
        score=1.0,
    )
    assert one.moved(10).content == ((16, 17), (18, 19))
    assert one.moved(10).moved(-10) == one


def test_copied_paragraphs_read_alike() -> None:
    found = reader().relations(f"{TEXT * 2}\n{TEXT * 2}")
    half = len(found) // 2
    assert len(found) == 2 * half > 0
    shift = len(TEXT) * 2 + 1
    assert found[half:] == tuple(one.moved(shift) for one in found[:half])
    assert reader().relations(TEXT * 2) == found[:half]


def test_no_cue_and_no_trust_mean_no_relation() -> None:
    assert reader(cue=99.0).relations(TEXT) == ()
    assert reader(holds=1.1).relations(TEXT) == ()


@pytest.mark.parametrize("text", ["", "\n\n", "🔥🔥🔥", "\u200b\u200f", "漢字、漢字"])
def test_odd_texts_are_read_without_error(text: str) -> None:
    reader().relations(text)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="said police взрывы.,:—«»\n\u200b\u200f…漢🔥", max_size=300))
def test_ranges_lie_in_the_text_and_are_never_empty(text: str) -> None:
    for start, end in all_ranges(reader().relations(text)):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


def test_a_language_it_was_not_taught_gives_nothing() -> None:
    assert relations("Die Polizei sagte, es sei vorbei.", "de") == ()
