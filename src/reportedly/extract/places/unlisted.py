"""Places that no list has: they are placed in what is said to hold them, never at a point."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from ...model import Place
from .company import held
from .context import HOME, KNOWN
from .distance import kilometres
from .found import WATER, Found, place_of, within
from .gazetteer import Entry, entry, look_up, region
from .mention import QUARTER, Mention
from .seats import seats

# Where a name that nothing else locates is looked for: as wide as the writer's country.
WRITER = {"ru": "Россия", "uk": "Україна"}
WINDOW = 40  # places before and after a name among which its holder is looked for
STATES = "US"  # where reports name the state of nearly every town
IN_TOWNS = ("street", "venue")
SEAT = 20_000  # people of a town that a district is called after, and not by chance
DISTRICT_KM = 25.0
HOLDERS = {
    "street": ("settlement", "region", "country"),
    "venue": ("settlement", "region", "country"),
    "district": ("region", "settlement", "country"),
    "settlement": ("region", "settlement", "country"),
}


Chosen = list[tuple[int, Mention, Entry | None]]


def holder(chosen: Chosen, at: int, language: str, home: Entry | None) -> Place | None:
    """Return the nearest place that can hold a part: a region for a village, a town else.

    A street that no town is named with is in the home town of the writer, where that is known.
    """
    mention = chosen[at][1]
    town = _seat(mention.name, language) if mention.kind == "district" else None
    district = _district(chosen, at, town) if mention.kind == "district" else None
    if district is not None:
        return district
    around = range(max(0, at - WINDOW), min(len(chosen), at + WINDOW + 1))
    near = sorted(around, key=lambda other: (abs(other - at), other))
    for wanted in HOLDERS.get(mention.kind, ("region",)):
        if wanted == "country" and home is not None and mention.kind in IN_TOWNS:
            return place_of(home, mention._replace(cue="at"))
        for other in near:
            _, told, best = chosen[other]
            if best is not None and best.kind == wanted and best.country != WATER:
                return place_of(best, told._replace(cue="at"))
    around_it = region(town.region or "") if town is not None else None
    if around_it is not None:
        return place_of(around_it, mention._replace(cue="at"))
    if language in WRITER:
        return place_of(look_up(WRITER[language])[0], mention._replace(cue="at"))
    return None


def _district(chosen: Chosen, at: int, seat: Entry | None) -> Place | None:
    """Return the country around the seat of a district, or the region it must be in."""
    mention = chosen[at][1]
    if seat is not None and seat.population >= SEAT:
        return _widened(place_of(seat, mention._replace(cue="at")))
    beside = _beside(chosen, at)
    return place_of(beside, mention._replace(cue="at")) if beside is not None else None


def _beside(chosen: Chosen, at: int) -> Entry | None:
    """Return the region of the towns told in the sentence of a district, if it names none."""
    told = [best for number, _, best in chosen if best is not None and number == chosen[at][0]]
    towns = {one.region for one in told if one.kind == "settlement"}
    if len(towns) != 1 or any(one.kind == "region" for one in told):
        return None
    return region(towns.pop() or "")


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


def stated(mentions: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """Tell every name of a town that no list has the state it is once named with."""
    states = {m.numbers: m.within for told in mentions for m in told if unlisted(m)}
    return [
        [m._replace(within=m.within or states.get(m.numbers, ())) for m in told]
        for told in mentions
    ]


def named(number: int, mention: Mention) -> Found:
    """Return a town that no list has, as wide as the state that is said to hold it."""
    holder = place_of(entry(mention.within[0]), mention._replace(cue="at"))
    name = entry(mention.numbers[0]).name
    return Found(number, mention, None, within(name, holder), holder)


def city_of(chosen: Chosen, at: int) -> Entry | None:
    """Return the town that a neighbourhood is part of: the one told of most, then nearest."""
    numbers = chosen[at][1].numbers
    towns = [
        (abs(other - at), best)
        for other, (_, mention, best) in enumerate(chosen)
        if best is not None and best.kind == "settlement" and best.population >= KNOWN
        if mention.numbers != numbers and mention.kind != QUARTER
    ]
    often = Counter(best.id for _, best in towns)
    return max(towns, key=lambda town: (often[town[1].id], -town[0]), default=(0, None))[1]


def quarter(number: int, mention: Mention, city: Entry) -> Found:
    """Return a neighbourhood of a town: our own of that name in it, or the town's extent."""
    told = mention._replace(kind=QUARTER)
    holder = place_of(city, mention._replace(cue="at"))
    for one in map(entry, mention.numbers):
        place = place_of(one, told)
        if kilometres(place, holder) <= holder.radius_km:
            return Found(number, told, one, place)
    name = entry(mention.numbers[0]).name
    return Found(number, told, None, within(name, holder), holder)


def unlisted(mention: Mention) -> bool:
    """Tell whether a town is not listed in the one state that is said to hold it."""
    if len(mention.within) != 1 or entry(mention.within[0]).kind != "region":
        return False
    every = [entry(number) for number in mention.numbers]
    country = entry(mention.within[0]).country
    return (
        country == STATES
        and any(one.country == country and one.kind == "settlement" for one in every)
        and not any(held(one, mention.within) for one in every)
    )
