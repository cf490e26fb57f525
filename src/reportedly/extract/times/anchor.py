"""From an expression of time to an interval, given when the report was published."""

from datetime import UTC, datetime, timedelta

from ...model import When
from .cue import Cue
from .zones import offset

DAY = timedelta(days=1)
FIRST_YEAR = 1945
SMALL_HOURS, NOON = 5, 12  # o'clock


def _named_day(
    cue: Cue, today: datetime, hour: int = NOON
) -> tuple[datetime, timedelta] | None:
    """Return the local midnight a cue begins at, and how long it lasts; None: no day told.

    Who writes "yesterday" in the small hours, at `hour`, may not have slept since.
    """
    if cue.day is not None:
        awake = hour < SMALL_HOURS and cue.day < 0
        return today + (cue.day - awake) * DAY, DAY * (1 + awake)
    if cue.weekday is not None:
        back = (today.weekday() - cue.weekday) % 7
        return today - back * DAY, DAY
    if cue.date is None:
        return None
    year, month, day = cue.date
    if month is None:
        year = year or today.year
        first = datetime(year, 1, 1, tzinfo=UTC)
        return first, datetime(year + 1, 1, 1, tzinfo=UTC) - first
    if year is None:  # the latest such day that is not in the future
        ahead = month * 32 + (day or 1) > today.month * 32 + today.day + 1
        year = today.year - ahead
    if day is None:
        following = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
        first = datetime(year, month, 1, tzinfo=UTC)
        return first, following - first
    return datetime(year, month, day, tzinfo=UTC), DAY


def _told_day(cue: Cue, told: tuple[datetime, datetime]) -> tuple[datetime, timedelta]:
    """Return the day of a clock time that goes on with a time told before it.

    After "Saturday night", "6 p.m." is on Saturday and "1 a.m." on Sunday.
    """
    first = told[0].replace(hour=0, minute=0, second=0, microsecond=0)
    start, last = cue.clock or tuple(60 * hour for hour in cue.hours or (0, 0))
    for day in (first, first + DAY):
        begins = day + timedelta(minutes=start)
        if begins < told[1] and day + timedelta(minutes=max(last, start + 1)) > told[0]:
            return day, DAY
    return first, DAY


def _local(
    cue: Cue, today: datetime, now: datetime, before: tuple[datetime, datetime] | None
) -> tuple[datetime, datetime] | None:
    """Return the interval in local clock time."""
    named = _named_day(cue, today, now.hour)
    if named is None and before is not None and (cue.clock or cue.hours):
        named = _told_day(cue, before)
    start, length = named or (today, DAY)
    if cue.night_to:
        return start - timedelta(hours=4), start + timedelta(hours=8)
    if cue.clock is not None and length == DAY:
        first, last = (timedelta(minutes=m) for m in cue.clock)
        if named is None and start + first > now + timedelta(minutes=30):
            start -= DAY  # "at 23:40", told in the morning
        return start + first, start + max(last, first)
    if cue.hours is not None and length == DAY:
        first, last = (timedelta(hours=h) for h in cue.hours)
        if named is None and start + first > now:
            start -= DAY
        return start + first, start + last
    return (start, start + length) if named else None


def _clock_time(told: When | None, shift: timedelta) -> tuple[datetime, datetime] | None:
    if told is None or told.latest - told.earliest > DAY:
        return None
    return told.earliest.astimezone(UTC) + shift, told.latest.astimezone(UTC) + shift


def _so_far(cue: Cue, today: datetime, published: datetime, shift: timedelta) -> When | None:
    """Return the day of publication up to then, if the hours told of it are yet to come.

    Whoever writes "Monday night" on a Monday has a clock of his own, but the day is right.
    """
    named = _named_day(cue, today) if cue.day is None else None
    if named is None or named[0] != today or cue.ago is not None:
        return None
    return When(earliest=today - shift, latest=published)


def names_day(cue: Cue) -> bool:
    """Tell whether an expression names a day, so that clock times after it are of that day."""
    day = cue.date is not None and cue.date[2] is not None
    return cue.day is not None or cue.weekday is not None or day


def anchor(cue: Cue, published: datetime, zone: str, before: When | None = None) -> When | None:
    """Return the interval `cue` tells in a report published then; None where it tells none.

    `zone` ("Moscow", "Kyiv", "UTC") is that of the writer, used where the text names none;
    `before` is the day told before, to which a clock time without a day belongs.
    The interval never begins after publication: what is told has happened.
    """
    if cue.ago is not None:
        at = published - timedelta(minutes=cue.ago)
        slack = timedelta(minutes=max(5, cue.ago // 3))
        return When(earliest=at - slack, latest=min(at + slack, published))
    told = cue.zone if cue.zone in ("Moscow", "Kyiv", "UTC") else zone
    shift = offset(told, published)
    now = published.astimezone(UTC) + shift
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        local = _local(cue, today, now, _clock_time(before, shift))
    except (ValueError, OverflowError):  # 31 February
        return None
    if local is None or local[0].year < FIRST_YEAR:
        return None
    earliest, latest = (moment - offset(told, moment - shift) for moment in local)
    if earliest > published:
        return _so_far(cue, today, published, offset(told, published))
    return When(earliest=earliest, latest=max(earliest, min(latest, published)))
