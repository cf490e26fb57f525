"""Offsets of the few zones that reports name, by rule rather than by a zone database."""

from datetime import UTC, datetime, timedelta

HOURS = {"Moscow": 3, "UTC": 0, "Kyiv": 2}


def _last_sunday(year: int, month: int) -> datetime:
    end = datetime(year, month, 31, 1, tzinfo=UTC)  # March and October have 31 days
    return end - timedelta(days=(end.weekday() + 1) % 7)


def offset(zone: str, moment: datetime) -> timedelta:
    """Return what to add to UTC at `moment` to get local time in "Moscow", "Kyiv" or "UTC".

    Kyiv keeps European summer time, from 01:00 UTC on the last Sunday of March to the last
    of October.
    """
    summer = zone == "Kyiv" and _last_sunday(moment.year, 3) <= moment < _last_sunday(
        moment.year, 10
    )
    return timedelta(hours=HOURS.get(zone, 0) + summer)
