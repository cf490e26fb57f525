"""Which of several namesakes is meant, and how wide the place is that a report tells of."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from ...model import Place
from .adjectives import seats
from .company import name_of
from .context import HOME, KNOWN, LIKE, Context, by_itself, certain, context
from .gazetteer import Entry, entry, look_up, region
from .mention import Mention

# Where a name that nothing else locates is looked for: as wide as the writer's country.
WRITER = {"ru": "Россия", "uk": "Україна"}
SAME_REGION = 4.0
SAME_COUNTRY = 1.5
AS_SAID = 2.5  # the text calls it a town, and so does the gazetteer
# log10 of the people a town needs to be believed without a preposition; English has more
# towns named after people, and no case endings to tell them apart.
SMALL = {"en": 5.3, "ru": 4.2, "uk": 4.2}
VILLAGE = 2.5
GREAT = 300_000
WIDER = 2.5  # "near X" reaches so many times as far
NEAR_KM = 12.0  # and at least so far
APART = 2.0  # points of company by which one namesake leaves the others behind
SMALL_TOWN = 20_000  # people below which a place narrows a city named with it
WINDOW = 40  # places before and after a name among which its holder is looked for
WATER = "XZ"  # the country code of seas
IN_TOWNS = ("street", "venue")
SEAT = 20_000  # people of a town that a district is called after, and not by chance
DISTRICT_KM = 25.0
HOLDERS = {
    "street": ("settlement", "region", "country"),
    "venue": ("settlement", "region", "country"),
    "district": ("region", "settlement", "country"),
    "settlement": ("region", "settlement", "country"),
}


Ranked = tuple[float, int, Entry]  # points against it, its order, a namesake


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
            kinds = {"street": 5.0, "venue": 5.0, "district": 2.5}
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


def _score(candidate: Entry, order: int, mention: Mention, around: Context) -> float:
    score = by_itself(candidate, around.language) - 0.01 * order
    gains = around.company.get(name_of(mention), ())
    score += gains[order] if order < len(gains) else 0.0
    sure = certain(mention, around.language)
    own_namesake = sure is not None and sure != candidate and sure.region == candidate.region
    if candidate.kind in ("settlement", "area", "facility") and not own_namesake:
        score += SAME_REGION * (around.regions[candidate.region or ""] > 0)
        own_country = sure is not None and sure.country == candidate.country
        score += SAME_COUNTRY * (around.countries[candidate.country] > own_country)
    if mention.kind == "settlement":
        score += AS_SAID if candidate.kind in ("settlement", "area") else -AS_SAID
    elif mention.kind == candidate.kind:
        score += AS_SAID
    return score


def _rivals_region(one: Entry) -> bool:
    """Tell whether a town is large enough to be meant by the name of a region."""
    return one.kind not in ("settlement", "area") or one.population >= GREAT


def _namesakes(ranked: Sequence[Ranked], around: Context) -> bool:
    """Tell whether a small town is one of several called so that nothing tells apart."""
    lost, _, best = ranked[0]
    if best.population >= KNOWN or around.regions:
        return False
    rivals = {
        one.region
        for points, _, one in ranked
        if one.country == best.country
        and one.population * LIKE >= best.population
        and points - lost < APART
    }
    return len(rivals) > 1


def _astray(best: Entry, mention: Mention, around: Context) -> bool:
    """Tell whether an English report of another region can hardly mean a small town.

    More people, streets and hospitals are called like it than reports go so far away without
    saying where: "Ward", "Geraldine".
    """
    if around.language != "en" or mention.within or mention.cue == "line":
        return False
    if len(mention.numbers) == 1:
        return False
    if best.kind not in ("settlement", "area") or best.population >= KNOWN:
        return False
    return bool(around.regions) and not around.regions[best.region or ""]


def choose(mention: Mention, around: Context) -> Entry | None:
    """Return the entry that `mention` means, or None where none is believable."""
    every = [entry(number) for number in mention.numbers]
    wide = any(e.kind in ("region", "country") for e in every)
    rivals = [
        (order, one)
        for order, one in enumerate(every)
        if mention.kind == "settlement" or not wide or _rivals_region(one)
    ]
    ranked = sorted((-_score(one, order, mention, around), order, one) for order, one in rivals)
    if not ranked or _astray(ranked[0][2], mention, around):
        return None
    best = ranked[0][2]
    known = best.region is not None and around.regions[best.region] > 0
    if best.kind == "area":
        return best if known or mention.kind == "settlement" else None
    if best.kind != "settlement" or mention.kind == "settlement":
        return best
    if not known and mention.cue != "near" and _namesakes(ranked, around):
        return None
    people = math.log10(best.population + 1)
    if not around.regions and not around.countries and people < 4.0 and mention.cue != "near":
        return None
    needed = VILLAGE if mention.cue != "bare" else SMALL[around.language]
    return best if people >= needed or (known and mention.cue != "bare") else None


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


def _within(name: str, holder: Place) -> Place:
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


Chosen = list[tuple[int, Mention, Entry | None]]


def _holder(chosen: Chosen, at: int, language: str, home: Entry | None) -> Place | None:
    """Return the nearest place that can hold a part: a region for a village, a town else.

    A street that no town is named with is in the home town of the writer, where that is known.
    """
    mention = chosen[at][1]
    town = _seat(mention.name, language) if mention.kind == "district" else None
    if town is not None and town.population >= SEAT:
        return _widened(place_of(town, mention._replace(cue="at")))
    around = range(max(0, at - WINDOW), min(len(chosen), at + WINDOW + 1))
    near = sorted(around, key=lambda other: (abs(other - at), other))
    for wanted in HOLDERS.get(mention.kind, ("region",)):
        if wanted == "country" and home is not None and mention.kind in IN_TOWNS:
            return place_of(home, mention._replace(cue="at"))
        for other in near:
            _, held, best = chosen[other]
            if best is not None and best.kind == wanted and best.country != WATER:
                return place_of(best, held._replace(cue="at"))
    around_it = region(town.region or "") if town is not None else None
    if around_it is not None:
        return place_of(around_it, mention._replace(cue="at"))
    if language in WRITER:
        return place_of(look_up(WRITER[language])[0], mention._replace(cue="at"))
    return None


def _seat(name: str, language: str) -> Entry | None:
    """Return the largest town a district can be called after, if all are of one region."""
    towns = [entry(number) for number in seats(name.partition(" ")[0], language)]
    near = [one for one in towns if one.country in HOME[language] and one.region]
    if len({one.region for one in near}) != 1:
        return None
    return max(near, key=lambda one: (one.population, one.id))


def _widened(town: Place) -> Place:
    """Return a district as the country around its seat."""
    return msgspec.structs.replace(town, radius_km=max(town.radius_km, DISTRICT_KM))


def resolve(
    mentions: Sequence[Sequence[Mention]], language: str, home: Entry | None = None
) -> list[Found]:
    """Return the places of a report, sentence by sentence, those without a place left out.

    A village or street that the gazetteer does not know is placed in the region or town
    named nearest before or after it, with that one's extent: never at a false point. A street
    of no town that is named is one of `home`.
    """
    around = context([m for sentence in mentions for m in sentence], language)
    chosen: Chosen = [
        (number, mention, choose(mention, around))
        for number, sentence in enumerate(mentions)
        for mention in sentence
    ]
    found: list[Found] = []
    for at, (number, mention, best) in enumerate(chosen):
        if best is not None:
            found.append(Found(number, mention, best, place_of(best, mention)))
        elif mention.name:
            holder = _holder(chosen, at, language, home)
            if holder is not None:
                found.append(
                    Found(number, mention, None, _within(mention.name, holder), holder)
                )
    return found
