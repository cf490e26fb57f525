"""How two places stand to each other."""

from enum import StrEnum
from functools import lru_cache

from reportedly.extract.places.distance import kilometres
from reportedly.model import Place
from reportedly.text.shingles import word_keys

_DEGREE_KM = 111.0  # of latitude, a little less than anywhere on the sphere
SLACK_KM = 5.0  # a town's edge and what writers call it differ by about so much
SPOT_KM = 50.0  # a place without a gazetteer entry and wider than this has a borrowed extent


class Nearness(StrEnum):
    """Where one place is as seen from another."""

    SAME = "same"
    INSIDE = "one lies in the other"
    NEAR = "they touch"
    APART = "they are apart"


def level(place: Place) -> str:
    """Return "spot", "region" or "country": how exactly a place is known, not what it is.

    A street that no gazetteer holds has the extent of the region or country it is named in.
    """
    if place.kind in ("region", "country"):
        return place.kind
    if place.gazetteer is not None or place.radius_km <= SPOT_KM:
        return "spot"
    return "country" if place.region is None else "region"


def nearness(one: Place, other: Place) -> Nearness:
    """Return how two places stand; the answer is the same both ways round.

    A town lies in its region by the region's id where both are known, else by the extent.
    """
    if _same(one, other):
        return Nearness.SAME
    levels = level(one), level(other)
    if "country" in levels:
        return Nearness.INSIDE if one.country == other.country else Nearness.APART
    if levels == ("region", "region"):
        return Nearness.INSIDE if _region(one) == _region(other) else Nearness.APART
    if levels[0] == "region":
        return _in_region(other, one)
    if levels[1] == "region":
        return _in_region(one, other)
    return _points(one, other)


def _region(place: Place) -> str:
    return place.region or place.gazetteer or place.name


@lru_cache(maxsize=1 << 14)
def _name(name: str) -> frozenset[int]:
    return frozenset(word_keys(name))


def _same(one: Place, other: Place) -> bool:
    if one.gazetteer is not None and other.gazetteer is not None:
        return one.gazetteer == other.gazetteer
    if one.kind != other.kind or one.country != other.country:
        return False
    if _name(one.name) != _name(other.name):
        return False
    reach = one.radius_km + other.radius_km if one.kind == "area" else _reach(one, other)
    return kilometres(one, other) <= reach


def _reach(one: Place, other: Place) -> float:
    return max(one.radius_km, other.radius_km, SLACK_KM)


def _in_region(point: Place, region: Place) -> Nearness:
    away = kilometres(point, region)
    known = region.region or region.gazetteer
    if point.region is not None and known is not None:
        if point.region == known:
            return Nearness.INSIDE
        # A capital that is no part of the region around it is still spoken of as if it were.
        return Nearness.NEAR if away <= region.radius_km / 2 else Nearness.APART
    return Nearness.INSIDE if away <= region.radius_km + SLACK_KM else Nearness.APART


def _points(one: Place, other: Place) -> Nearness:
    wide, small = max(one.radius_km, other.radius_km), min(one.radius_km, other.radius_km)
    if abs(one.lat - other.lat) * _DEGREE_KM > wide + small + SLACK_KM:
        return Nearness.APART  # by latitude alone, which costs nothing
    away = kilometres(one, other)
    if away + small <= wide and wide >= 2 * small:
        return Nearness.INSIDE
    return Nearness.NEAR if away <= wide + small + SLACK_KM else Nearness.APART


def wide(place: Place) -> bool:
    """Tell an area of a country from a spot in it."""
    return level(place) != "spot"
