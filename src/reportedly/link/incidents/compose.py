"""What a group of accounts says as a whole: type, place, time, and why it is one incident."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from reportedly.link.agreement import Nearness, nearness
from reportedly.model import Claim, Place, When

from .pairs import Scale
from .telling import Telling

_AGREED = 0.8  # share of the best-supported place's votes that a more exact place needs
_SPOKEN = 0.2  # share of the placed accounts that must name it themselves
_HOUR = timedelta(hours=1)
_NEWS = timedelta(days=4)  # before the first report of it: further back is background
_NAMES = {
    "words": "the same words",
    "place": "one place",
    "time": "one time",
    "type": "one kind of happening",
    "counts": "the same figures",
    "derivation": "reports taken from each other",
}


def agreed_type(group: Sequence[Telling]) -> str:
    """Return the type most accounts give, "other" only where none gives a better one."""
    votes: Counter[str] = Counter()
    for account in (telling.account for telling in group if telling.account):
        votes[account.type] += 2 if account.headline else 1
    named = {name: count for name, count in votes.items() if name != "other"} or votes
    return min(named, key=lambda name: (-named[name], name))


def agreed_place(group: Sequence[Telling]) -> Place | None:
    """Return the most exact place that the placed accounts agree on, None if none is told."""
    places = [telling.place for telling in group if telling.place is not None]
    if not places:
        return None
    given = Counter(places)
    votes = {
        place: sum(count * _vote(place, other) for other, count in given.items())
        for place in given
    }
    best = max(votes.values())
    most = max(given, key=lambda p: (given[p], votes[p], -p.radius_km, p.gazetteer or p.name))
    fit = [
        place
        for place in votes
        if votes[place] >= _AGREED * best
        and given[place] >= _SPOKEN * len(places)
        and not (given[place] < given[most] and _suburb(place, most))
    ] or [place for place in votes if votes[place] == best]
    return min(
        fit, key=lambda place: (place.radius_km, -given[place], place.gazetteer or place.name)
    )


def _suburb(place: Place, city: Place) -> bool:
    """Tell whether a town is beside another one, and so no more exact than that."""
    towns = place.kind == city.kind == "settlement"
    return towns and nearness(place, city) is Nearness.NEAR


def _vote(place: Place, other: Place) -> float:
    found = nearness(place, other)
    if found is Nearness.APART:
        return 0.0
    return 1.0 if found is Nearness.SAME or other.radius_km >= place.radius_km else 0.8


def agreed_when(group: Sequence[Telling], claims: Sequence[Claim] = ()) -> When | None:
    """Return the stretch of time that most accounts allow, the earliest of several.

    Of days told by as many, those right before the first report go first: it is news.
    Where none is dated, that is the time they claim, which they tell of what was beside it.

    It ends no later than the first report of it, since nobody reports what is still to come.
    Accounts that their reports are mainly about go first: background is dated loosely.
    """
    dated = [each.account for each in group if each.account and each.account.when]
    main = [account for account in dated if account.headline] or dated
    told = [account.when for account in main if account.when]
    told = told or [claim.value for claim in claims if isinstance(claim.value, When)]
    if not told:
        return None
    published = [each.document.published for each in group if each.document.published]
    first = min(published, default=max(when.latest for when in told))
    told = [when for when in told if when.earliest < first] or told
    edges = sorted({when.earliest for when in told})
    supported = max(
        edges,
        key=lambda edge: (_holds(told, edge), edge > first - _NEWS, -edge.timestamp()),
    )
    around = [when for when in told if when.earliest <= supported <= when.latest]
    earliest = max(when.earliest for when in around)
    latest = min(when.latest for when in around)
    return When(earliest=earliest, latest=first if earliest <= first < latest else latest)


def _holds(told: Sequence[When], moment: datetime) -> int:
    return sum(when.earliest <= moment <= when.latest for when in told)


def because(group: Sequence[Telling], scale: Scale) -> str:
    """Return one sentence on what holds the accounts together."""
    reports = len({telling.document.id for telling in group})
    if reports == 1:
        return "One report tells of it."
    total: Counter[str] = Counter()
    first = group[0]
    for other in group[1:]:
        total.update(scale.parts(first, other))
    speaks = [name for name in _NAMES if total[name] > 0]
    speaks.sort(key=lambda name: -total[name])
    held = ", ".join(_NAMES[name] for name in speaks[:3]) or "their average likeness"
    span = _span(group)
    return f"{reports} reports{span} are held together by {held}."


def _span(group: Sequence[Telling]) -> str:
    known = [each.document.published for each in group if each.document.published is not None]
    if not known:
        return ""
    hours = max(1, round((max(known) - min(known)) / _HOUR))
    return (
        f" within {hours} h"
        if hours < 48
        else f" from {min(known).astimezone(UTC):%Y-%m-%d} on"
    )
