"""One account in the making, and where its sentences put it."""

from collections import Counter
from typing import NamedTuple

from ...model import Place
from ..places.distance import kilometres
from ..places.found import WATER, Found
from ..places.mention import QUARTER
from .reading import Sentence
from .spread import whole

NARROW = 4.4  # rank from which a place is a site and needs no narrowing
HOME = "RU"  # its name mostly tells who speaks: a ministry, a state agency
MANY = 2  # regions from which a country told with them is meant as a whole
BEFORE_COUNTRY = 2  # words between a place and "in Spain" behind it: "in", "mill in"
SITES = ("venue", QUARTER)
COUNTY = "district"  # as the gazetteer calls it
SEATED = ("at", "line", "voice", "near")  # what ties a town to what happened in its county


class Draft(NamedTuple):
    """Sentences of one account, the first of which opens it."""

    sentences: list[Sentence]
    events: list[Sentence]  # those that tell the happening itself
    places: list[Found]  # on one chain, each narrower than the one before
    others: list[Found]  # that hold or lie in the place, beside the chain
    old: bool

    @property
    def place(self) -> Place | None:
        """Return the narrowest place told, or else a foreign country that is named.

        A site that no gazetteer holds is in its town: there, reports that name the site meet
        those that name the town.
        """
        if self.places:
            return self.seat or town(self.places[-1])
        named = (f.place for s in self.events for f in s.places if f.place.kind == "country")
        return next((place for place in named if place.country != HOME), None)

    @property
    def seat(self) -> Place | None:
        """Return the town told of in the county where it happened, None where there is none.

        A sheriff speaks for the county; the dateline or the police of a town say where in it.
        """
        if not self.places or self.places[-1].entry is None:
            return None
        if self.places[-1].entry.kind != COUNTY:
            return None
        county = self.places[-1].place
        told = Counter(
            found.place
            for sentence in self.sentences
            for found in sentence.places
            if found.mention.cue in SEATED and _in_county(found, county)
        )
        return max(told, key=lambda place: told[place], default=None)

    def around(self, found: Found) -> bool:
        """Tell whether a place named by the way is the town of the quarter it happened in."""
        place = self.place
        return place is not None and (found.place == place or _holds(found.place, place))


def _in_county(found: Found, county: Place) -> bool:
    inside = found.place.kind == "settlement" and found.place.region == county.region
    return inside and kilometres(found.place, county) <= county.radius_km


def town(found: Found) -> Place:
    """Return the place, or the town of a site that is known by its name only."""
    holder = found.holder
    known = found.mention.kind in SITES and holder is not None and holder.kind == "settlement"
    return holder if known and holder is not None else found.place


def located(sentence: Sentence) -> list[Found]:
    """Return the places a sentence puts its happening in, narrowest first."""
    everywhere = whole(sentence)
    if everywhere:
        return [everywhere]
    at = [f for f in sentence.places if f.mention.cue in ("at", "near")]
    at += _before_country(sentence, at)
    if not at:
        at = [f for f in sentence.places if f.mention.cue == "line"]
    if not at:
        at = [f for f in sentence.places if f.mention.cue == "bare" and not _subject(f)]
        # "Russia has struck plants of Ukraine": the subject is who, not where.
        at = [f for f in at if f.mention.first > 0] or at
    at = [f for f in at if not _elsewhere(f, at)]
    named = (f for f in sentence.places if f.mention.cue not in ("aside", "outlet"))
    at = at or [f for f in named if f.place.kind != "country"]
    return sorted(_spread(at, sentence), key=lambda f: -f.rank)


def _subject(found: Found) -> bool:
    """Tell whether a country is named only as who acts: the subject, or the writers' own."""
    if found.place.kind != "country":
        return False
    return found.mention.first == 0 or found.place.country == HOME


def _spread(at: list[Found], sentence: Sentence) -> list[Found]:
    """Return only the country where parts of it are told with it: "on Elmland: in A and B".

    Where a part has its own toll, "in A two died", that is not the country's.
    """
    for land in (f for f in at if f.place.kind == "country"):
        inside = [f for f in at if f.place.kind != "country" and _scene_of(f, land)]
        if any(_tolled(sentence, found) for found in inside):
            continue
        if len({f.place.region for f in inside}) >= MANY:
            return [land]
    return at


def _tolled(sentence: Sentence, found: Found) -> bool:
    """Tell whether people are counted in the clause that names a place."""
    told = sentence.facts
    here = told.clauses[found.mention.first]
    return any(c.unit == "persons" and told.clauses[c.first] == here for c in told.counts)


def _scene_of(found: Found, land: Found) -> bool:
    told = found.mention.cue in ("at", "near") and land.mention.cue in ("at", "near")
    return told and found.place.country == land.place.country


def _before_country(sentence: Sentence, at: list[Found]) -> list[Found]:
    """Return what is told right before the country it lies in: "on the Elm mill in Spain"."""
    countries = [f for f in at if f.place.kind == "country"]
    if not countries or len(countries) < len(at):
        return []
    return [
        found
        for found in sentence.places
        if found.mention.cue == "bare" and found.place.kind != "country"
        for country in countries
        if 0 < country.mention.first - found.mention.last <= BEFORE_COUNTRY
        and compatible(found, country)
    ]


def _elsewhere(found: Found, at: list[Found]) -> bool:
    """Tell whether a name said to be close by is of another part of the country.

    "In the town, near Elm": the Elm we know, far from the town, is not the one that is meant.
    """
    if found.mention.cue != "near":
        return False
    towns = [f for f in at if f.mention.cue == "at" and f.place.kind == "settlement"]
    return bool(towns) and not any(compatible(found, town) for town in towns)


def compatible(a: Found, b: Found) -> bool:
    """Tell whether one place can lie within the other, or they are one."""
    if a.place.name == b.place.name and a.place.gazetteer == b.place.gazetteer:
        return True
    low, high = sorted((a, b), key=lambda f: f.rank)
    if low.rank == high.rank:
        return _holds(a.place, b.place) or _holds(b.place, a.place)
    around = low.place.kind == "settlement"  # a town holds what touches it
    wet = WATER in (low.place.country, high.place.country)
    if low.place.kind == "country" and not wet:  # whose circle does not cover all of it
        return low.place.country == high.place.country
    if around or high.rank >= NARROW or wet:
        return near(low.place, high.place)
    return low.place.region == high.place.region


def _holds(town: Place, part: Place) -> bool:
    """Tell whether a part of a great town is told of: it has a name and a point of its own."""
    if town.kind != "settlement" or part.kind != "settlement":
        return False
    return kilometres(town, part) + part.radius_km <= town.radius_km


def near(a: Place, b: Place) -> bool:
    """Tell whether the circles of two places touch."""
    return kilometres(a, b) <= a.radius_km + b.radius_km
