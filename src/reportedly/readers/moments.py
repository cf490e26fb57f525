"""Instants out of the ways files write them; always UTC, or None where absurd."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_FIRST, _LAST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_ZONES = {
    **{"UTC": "+0000", "GMT": "+0000", "Z": "+0000", "MSK": "+0300", "MSD": "+0400"},
    **{"EET": "+0200", "EEST": "+0300", "CET": "+0100", "CEST": "+0200", "BST": "+0100"},
    **{"EST": "-0500", "EDT": "-0400", "PST": "-0800", "PDT": "-0700"},
}
_NAMED_ZONE = re.compile(rf"\s*\(?\b({'|'.join(_ZONES)})\)?$")
_LONGEST = 64  # characters: nothing longer is a date


def sane(moment: datetime) -> datetime | None:
    """Return `moment` in UTC, or None where it lies outside 1980 to 2100."""
    try:
        moment = moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return moment if _FIRST <= moment < _LAST else None


def from_unix(value: object) -> datetime | None:
    """Return the instant of a count of seconds (or milliseconds), given as number or digits."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,15}", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if value > 1e11:
        value /= 1000
    try:
        return sane(datetime.fromtimestamp(value, UTC))
    except (OverflowError, ValueError, OSError):
        return None


def from_words(text: object) -> tuple[datetime | None, bool]:
    """Return the instant of an ISO 8601 or RFC 2822 date, and whether its zone was assumed.

    >>> from_words("Mon, 03 Feb 2025 10:00:01 +0300")[0].isoformat()
    '2025-02-03T07:00:01+00:00'
    >>> from_words("2025-02-03T10:00:01")
    (datetime.datetime(2025, 2, 3, 10, 0, 1, tzinfo=datetime.timezone.utc), True)
    """
    if not isinstance(text, str) or not 8 <= len(text := text.strip()) <= _LONGEST:
        return None, False
    text = _NAMED_ZONE.sub(lambda zone: " " + _ZONES[zone.group(1)], text)
    moment = _parsed(text)
    if moment is None:
        return None, False
    if moment.tzinfo is None:
        found = sane(moment.replace(tzinfo=UTC))
        return found, found is not None
    return sane(moment), False


def _parsed(text: str) -> datetime | None:
    iso = re.sub(r"(?<=\d)\s+(?=[+\-]\d\d:?\d\d$)", "", text)
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(iso if parse is datetime.fromisoformat else text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
