"""Places that one report names barely and another report of the case places."""

from collections import defaultdict
from collections.abc import Iterable

from reportedly.link.agreement import Nearness, nearness
from reportedly.link.agreement.places import level
from reportedly.model import Place
from reportedly.text.shingles import word_keys

Named = tuple[str, frozenset[int]]  # country, word keys of the name


def name_of(place: Place) -> Named:
    """Return what makes two mentions of a spot that no gazetteer holds the same."""
    return place.country, frozenset(word_keys(place.name))


def known_spots(places: Iterable[Place | None]) -> dict[Named, Place]:
    """Return for each area that is somewhere known as a spot the most exact such spot.

    A name that stands for spots lying apart ("the depot", "Lenin Street") is left out.
    """
    found: dict[Named, set[Place]] = defaultdict(set)
    for place in places:
        if place is not None and place.kind == "area" and level(place) == "spot":
            found[name_of(place)].add(place)
    exact = {}
    for name, spots in found.items():
        best = min(spots, key=lambda spot: (spot.radius_km, spot.lat, spot.lon, spot.name))
        if all(nearness(best, spot) is not Nearness.APART for spot in spots):
            exact[name] = best
    return exact
