"""A place found in a report: what names it, how wide it is, how narrow."""

from typing import NamedTuple

from ...model import Place
from .gazetteer import Entry
from .mention import QUARTER, Mention

WIDER = 2.5  # "near X" reaches so many times as far
NEAR_KM = 12.0  # and at least so far
SMALL_TOWN = 20_000  # people below which a place narrows a city named with it
WATER = "XZ"  # the country code of seas


class Found(NamedTuple):
    """A place told in sentence `sentence`, at its `mention`."""

    sentence: int
    mention: Mention
    entry: Entry | None  # None: a name that only its surroundings locate
    place: Place
    holder: Place | None = None  # what locates it, where `entry` is None

    @property
    def rank(self) -> float:
        """Return how narrow the place is: 1 a country, 5 a site or street."""
        if self.entry is None:
            kinds = {"street": 5.0, "venue": 5.0, QUARTER: 4.6, "district": 2.5}
            beside = 0.55 * (self.mention.cue == "near")  # "on the ring road, near X Street"
            return kinds.get(self.mention.kind, 4.0) - beside
        if self.place.country == WATER:
            return 1.5
        kinds = {"country": 1.0, "region": 2.0, "district": 2.5, "facility": 4.5}
        outside = 0.5 * (self.mention.cue == "near")
        if outside and self.entry.kind == "settlement" and self.entry.population < SMALL_TOWN:
            return 4.05  # "in Sevastopol, near Kacha"
        # A village known only by its community lies within it: narrower than a town.
        return kinds.get(self.entry.kind, 4.0 + 0.2 * (self.entry.kind == "area") - outside)


def place_of(found: Entry, mention: Mention) -> Place:
    """Return an entry as a place, wider where the text says it was near it."""
    radius = found.radius_km
    if mention.cue == "near":
        radius = max(radius * WIDER, radius + NEAR_KM)
    return Place(
        name=found.name,
        kind="area" if found.kind == "district" else found.kind,
        lat=found.lat,
        lon=found.lon,
        radius_km=round(radius, 1),
        country=found.country,
        region=found.region,
        gazetteer=found.id,
    )


def within(name: str, holder: Place) -> Place:
    """Return a place known by name only: as wide as the place that holds it."""
    return Place(
        name=name,
        kind="area",
        lat=holder.lat,
        lon=holder.lon,
        radius_km=holder.radius_km,
        country=holder.country,
        region=holder.region,
    )
