"""What the places of a whole report tell of each one of them."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ...lang.morphology import is_common, is_only_a_person
from ...text.words import words
from .company import Name, company, held
from .distance import kilometres
from .gazetteer import Entry, entry
from .mention import Mention
from .names import LARGE, called

HOME = {"ru": {"RU": 2.0, "UA": 1.6, "BY": 0.6}, "uk": {"UA": 2.4, "RU": 1.2}, "en": {}}
WEIGHT = {"country": 7.0, "region": 6.6, "facility": 5.5, "district": 4.5, "area": 0.5}
KNOWN = 50_000  # people from which a town is meant before its namesakes
GREAT = 300_000  # people of a town that is meant before the region called like it
AROUND_KM = 60.0  # from a great town that its channels tell of
LIKE = 10  # a namesake so many times smaller is no rival


class Context(NamedTuple):
    """What the whole report names: regions and countries, with how often."""

    regions: Counter[str]
    countries: Counter[str]
    language: str
    company: dict[Name, tuple[float, ...]]
    home: Entry | None  # the writer's town, where the report names nothing that is sure

    def local(self, one: Entry) -> bool:
        """Tell whether a place lies around the home of the writer."""
        home = self.home
        return home is not None and kilometres(one, home) <= AROUND_KM


def certain(mention: Mention, language: str) -> Entry | None:
    """Return the only region or country a mention can be, or the one large town.

    A county or a known town without a namesake is certain, too. A foreign town is none where
    the writer's own countries have a namesake.
    """
    entries = [entry(number) for number in mention.numbers]
    if len(entries) == 1 and _alone(entries[0], language):
        return entries[0]
    wide = [e for e in entries if e.kind in ("country", "region")]
    if wide and mention.kind != "settlement":
        return wide[0] if len(wide) == 1 else None
    big = [e for e in entries if e.population >= 100_000]
    home = HOME[language]
    if len(big) != 1 or (
        big[0].country not in home and any(e.country in home for e in entries)
    ):
        return None
    return big[0]


def _alone(one: Entry, language: str) -> bool:
    """Tell whether a name that only one place has is believed to mean it."""
    return language == "en" and (one.kind == "district" or one.population >= KNOWN)


def _line(mention: Mention) -> Entry | None:
    """Return the town of a dateline: the one named with its state, or by far the largest."""
    if mention.cue != "line" or not mention.numbers:
        return None
    towns = [entry(number) for number in mention.numbers]
    states = {entry(number).region for number in mention.within}
    inside = [town for town in towns if town.region in states]
    first = (inside or towns)[0]
    rivals = [town for town in towns if town.population * LIKE > first.population]
    return first if inside or len(rivals) == 1 else None


def home_of(source: str, language: str) -> Entry | None:
    """Return the large town that a publisher is called by, if by one: "Новости Тулы"."""
    if language != "en" and any(is_only_a_person(w.low) for w in words(source) if w.capital):
        return None  # Владимир Соловьёв is called by no town
    named = {
        number: entry(number)
        for word in words(source)
        if word.capital and not (language != "en" and is_common(word.low))
        for number in called((word.low,), language)
    }
    large = {one.id: one for one in named.values() if one.population >= LARGE}
    return next(iter(large.values())) if len(large) == 1 else None


def _stated(mention: Mention, language: str) -> Entry | None:
    """Return the town named with its state, of which there is one: "Clare, MI"."""
    if language != "en" or not mention.within:
        return None
    towns = [one for one in map(entry, mention.numbers) if held(one, mention.within)]
    return towns[0] if len(towns) == 1 else None


def context(mentions: Sequence[Mention], language: str, home: Entry | None = None) -> Context:
    """Collect what is beyond doubt, to decide the rest by.

    A report that names nothing so sure is of what lies around its writer's `home`.
    """
    regions: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for mention in mentions:
        sure = certain(mention, language) or _line(mention) or _stated(mention, language)
        if sure is None:
            continue
        countries[sure.country] += 1
        if sure.region:
            regions[sure.region] += 2 if sure.kind == "region" else 1
    prior = {
        number: by_itself(entry(number), language) for m in mentions for number in m.numbers
    }
    lost = home if not regions and not countries else None
    return Context(regions, countries, language, company(mentions, prior, language), lost)


def by_itself(candidate: Entry, language: str) -> float:
    """Return how likely a place is meant by its name alone, in tens of people."""
    own = WEIGHT.get(candidate.kind) or math.log10(candidate.population + 30)
    return own + HOME.get(language, {}).get(candidate.country, 0.0)
