"""A region's part of a night and the one town of it that is told of that night."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.link.agreement import Nearness, nearness
from reportedly.model import Place

from .evidence import evidence
from .telling import Telling

_NIGHT = 18.0  # hours before and after a report of a region in which its towns are looked for
_MOST = 400  # reports of towns looked at for one report of a region

Key = tuple[str, str]  # document, account


def key_of(telling: Telling) -> Key:
    """Return what names a telling."""
    return telling.document.id, telling.account.id if telling.account else ""


def sole_spots(texts: Iterable[Sequence[Telling]]) -> Mapping[Key, Place]:
    """Return for a report of a region the one spot in the region that others tell of.

    "Seven drones over the region" and "blasts in its capital" that night can be one happening
    only where nothing else in the region is told: with a second town there is none. So can "a
    gunman held in the region" and the one shooting in it.
    """
    table = evidence()
    spots: dict[tuple[str, str], list[tuple[float, Place]]] = defaultdict(list)
    wide: list[tuple[str, str, Telling]] = []
    kinds: dict[Place, set[str]] = defaultdict(set)
    for text in texts:
        first = text[0]
        place, kind = first.place, "attack" if first.type in table.attacks else first.type
        if place is None or (place.region is None and place.kind != "region"):
            continue
        if first.published is None or kind not in ("attack", *table.single):
            continue
        region = place.region or place.gazetteer or place.name
        if place.kind == "region":
            whole = kind != "attack"  # of an attack, only who gives a total tells of the region
            parts = (each for each in text if whole or each.counts.keys() & set(table.totals))
            wide.extend((region, kind, each) for each in parts)
        else:
            spots[region, kind].append((first.published, place))
            kinds[place].add(first.type)
    for told in spots.values():
        told.sort(key=lambda each: (each[0], each[1].name, each[1].lat, each[1].lon))
    found = {}
    for region, kind, telling in wide:
        spot = _sole(spots.get((region, kind), ()), telling.published or 0.0)
        if spot is not None and kinds[spot] - table.aftermath:
            found[key_of(telling)] = spot
    return found


def _sole(told: Sequence[tuple[float, Place]], hour: float) -> Place | None:
    """Return the most exact of the places told around an hour, None where two lie apart."""
    first = bisect_left(told, hour - _NIGHT, key=lambda each: each[0])
    last = bisect_right(told, hour + _NIGHT, key=lambda each: each[0])
    near = {place for _, place in told[first : min(last, first + _MOST)]}
    best = min(
        near, key=lambda spot: (spot.radius_km, spot.name, spot.lat, spot.lon), default=None
    )
    if best is None or any(nearness(best, spot) is Nearness.APART for spot in near):
        return None
    return best
