"""The moments at which a case can be looked at, as a form that needs no script."""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from reportedly.case import known_since
from reportedly.model import Incident

from ..lookup import Lookup
from . import words

MOMENTS = 60  # offered; of more, some are left out evenly


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A time at which something more was known."""

    value: str  # for the address
    text: str
    chosen: bool


class AsOf(msgspec.Struct, frozen=True, kw_only=True):
    """What the form offers, and what is shown now."""

    action: str
    moments: tuple[Moment, ...]
    known: int  # reports out by then
    of: int
    shown: str | None  # the chosen moment in words; None: everything the case holds
    suffix: str  # put behind addresses of incidents so that the moment is kept


def iso(moment: datetime) -> str:
    """Return a moment as an address holds it.

    >>> iso(datetime(2024, 5, 15, 1, 30, tzinfo=UTC))
    '2024-05-15T01:30:00Z'
    """
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def _thinned(times: list[datetime], kept: datetime | None) -> list[datetime]:
    if len(times) <= MOMENTS:
        return times
    places = {round(n * (len(times) - 1) / (MOMENTS - 1)) for n in range(MOMENTS)}
    return [t for n, t in enumerate(times) if n in places or t == kept]


def moments(
    lookup: Lookup, reports: Iterable[str], action: str, until: datetime | None
) -> AsOf | None:
    """Return the form over the times at which `reports` came out; None for fewer than two."""
    received = {o.sha256: o.received for o in lookup.case.originals}
    known = [
        since
        for report in reports
        if report in lookup.documents
        and (since := known_since(lookup.documents[report], received)) is not None
    ]
    times = sorted({since.astimezone(UTC) for since in known})
    if until is not None:
        times = sorted({*times, until.astimezone(UTC)})
    if len(times) < 2:
        return None
    return AsOf(
        action=action,
        moments=tuple(
            Moment(
                value=iso(time),
                text=f"{words.moment(time)}: {words.counted(_out(known, time), 'report')}",
                chosen=time == until,
            )
            for time in _thinned(times, until)
        ),
        known=_out(known, until) if until else len(known),
        of=len(known),
        shown=words.moment(until.astimezone(UTC)) if until else None,
        suffix=f"?as_of={iso(until)}" if until else "",
    )


def _out(known: list[datetime], until: datetime) -> int:
    return sum(since <= until for since in known)


def counterpart(lookup: Lookup, reports: Iterable[str]) -> Incident | None:
    """Return the incident that shares most of `reports`: its id may differ in a replay."""
    wanted = frozenset(reports)
    shared = [(len(wanted.intersection(i.reports)), i) for i in lookup.case.incidents]
    most = max((n for n, _ in shared), default=0)
    return next((i for n, i in shared if n == most), None) if most else None
