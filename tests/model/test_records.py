from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import (
    Basis,
    Count,
    Derivation,
    How,
    Place,
    Span,
    Value,
    When,
    document_id,
    identify,
)

moments = st.datetimes(
    min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)
)


@given(st.lists(st.text()), st.lists(st.text()))
def test_two_identities_are_equal_only_for_equal_fields(a: list[str], b: list[str]) -> None:
    assert (identify("x", *a) == identify("x", *b)) == (a == b)


@given(moments, st.integers(-12 * 60, 14 * 60))
def test_a_time_keeps_its_instant_through_any_zone(moment: datetime, minutes: int) -> None:
    there = moment.astimezone(timezone(timedelta(minutes=minutes)))
    raw = msgspec.json.encode(When(earliest=there, latest=there))
    assert msgspec.json.decode(raw, type=When).earliest == moment


@pytest.mark.parametrize(
    "value",
    [
        Count(low=2, best=3, high=5),
        Place(name="Туапсе", kind="settlement", lat=44.1, lon=39.1, radius_km=6, country="RU"),
    ],
)
def test_a_value_comes_back_from_json_as_the_kind_it_was(value: Value) -> None:
    assert msgspec.json.decode(msgspec.json.encode(value), type=Value) == value


@pytest.mark.parametrize(
    ("low", "best", "high"), [(-1, 0, 0), (3, 2, 5), (1, 4, 3), (0, -1, None)]
)
def test_a_count_that_cannot_be_is_refused(low: int, best: int, high: int | None) -> None:
    with pytest.raises(ValueError, match="count"):
        Count(low=low, best=best, high=high)


def test_an_interval_needs_zones_and_a_span_needs_characters() -> None:
    with pytest.raises(ValueError, match="zone"):
        When(earliest=datetime(2024, 5, 1), latest=datetime(2024, 5, 2))
    with pytest.raises(ValueError, match="end before"):
        When(earliest=datetime(2024, 5, 2, tzinfo=UTC), latest=datetime(2024, 5, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="start"):
        Span("d", 4, 4)


def test_a_derivation_has_one_parent() -> None:
    with pytest.raises(ValueError, match="either"):
        Derivation(
            id="x", doc="a", parent="b", voice="c", how=How.COPY, bits=1.0, because="because"
        )


def test_an_edited_text_is_another_document() -> None:
    at = datetime(2024, 5, 15, tzinfo=UTC)
    assert document_id("k", "s", "one", at, None) != document_id("k", "s", "two", at, None)
    assert document_id("k", "s", "one", at, None) == document_id("k", "s", "one", at, None)


def test_the_words_for_how_a_voice_knows_are_those_of_the_guide() -> None:
    assert {basis.value for basis in Basis} == {
        "official", "named", "anonymous", "eyewitness", "footage", "media", "unstated",
    }  # fmt: skip
