"""Expressions of time become intervals that keep their instant."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.times import Cue, anchor, cues
from reportedly.extract.times.zones import offset
from reportedly.text.words import words

PUBLISHED = datetime(2024, 5, 15, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text", "zone", "wanted"),
    [
        ("ru", "в 23:40 раздался взрыв", "Moscow", "14T20:40 14T20:41"),
        ("ru", "в 03:10 по киевскому времени", "Moscow", "15T00:10 15T00:11"),
        ("ru", "десять минут назад", "Moscow", "15T05:45 15T05:55"),
        ("ru", "в ночь на 14 мая", "Moscow", "13T17:00 14T05:00"),
        ("ru", "во вторник вечером", "Moscow", "14T14:00 14T21:00"),
        ("uk", "о 07:15 пролунав вибух", "Kyiv", "15T04:15 15T04:16"),
        ("uk", "у ніч на 15 травня", "Kyiv", "14T17:00 15T05:00"),
        ("en", "at 3 a.m. Moscow time", "UTC", "15T00:00 15T00:30"),
        ("en", "on Monday night", "UTC", "13T19:00 14T04:00"),
        ("en", "on Wednesday night", "UTC", "15T00:00 15T06:00"),  # it is Wednesday morning
        (
            "en",
            "Updated: Friday, May 10, 2024 7:14 PM; it was on Monday",
            "UTC",
            "13T00:00 14T00:00",
        ),
        ("en", "Mayor Decker said that 5 may go on Monday", "UTC", "13T00:00 14T00:00"),
        ("ru", "опубликовано 10 мая 2024; взрыв был 13 мая", "UTC", "13T00:00 14T00:00"),
        ("uk", "оновлено 10 травня 2024; вибух був 13 травня", "UTC", "13T00:00 14T00:00"),
    ],
)
def test_anchored(language: str, text: str, zone: str, wanted: str) -> None:
    found = [anchor(cue, PUBLISHED, zone) for cue in cues(words(text), language)]
    assert [f"{w.earliest:%dT%H:%M} {w.latest:%dT%H:%M}" for w in found if w] == [wanted]


@pytest.mark.parametrize("text", ["31 февраля упал дрон", "99:99", "в 2524 году"])
def test_no_such_time(text: str) -> None:
    assert not [w for c in cues(words(text), "ru") if (w := anchor(c, PUBLISHED, "Moscow"))]


def test_kyiv_keeps_summer_time() -> None:
    assert offset("Kyiv", datetime(2024, 7, 1, tzinfo=UTC)) == timedelta(hours=3)
    assert offset("Kyiv", datetime(2024, 1, 1, tzinfo=UTC)) == timedelta(hours=2)
    assert offset("Kyiv", datetime(2024, 10, 27, 0, 59, tzinfo=UTC)) == timedelta(hours=3)
    assert offset("Kyiv", datetime(2024, 10, 27, 1, 0, tzinfo=UTC)) == timedelta(hours=2)


@settings(max_examples=80, deadline=None)
@given(
    published=st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    day=st.integers(-3, 0),
    clock=st.integers(0, 1439),
    zone=st.sampled_from(["Moscow", "Kyiv", "UTC"]),
)
def test_never_after_publication(published: datetime, day: int, clock: int, zone: str) -> None:
    found = anchor(Cue(0, 1, day=day, clock=(clock, clock + 1)), published, zone)
    if found is not None:
        assert found.earliest <= found.latest
        assert found.earliest <= published


@settings(max_examples=60, deadline=None)
@given(
    published=st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    hours=st.integers(-12, 14),
)
def test_the_zone_of_publication_does_not_matter(published: datetime, hours: int) -> None:
    from datetime import timezone

    cue = Cue(0, 1, day=-1, hours=(17, 24))
    moved = published.astimezone(timezone(timedelta(hours=hours)))
    assert anchor(cue, published, "Moscow") == anchor(cue, moved, "Moscow")
