"""Which of several namesakes is meant, and how wide the place is that a report tells of."""

import math
from collections.abc import Sequence

from .company import held, name_of
from .context import GREAT, KNOWN, LIKE, Context, by_itself, certain, context
from .found import Found, place_of, within
from .gazetteer import Entry, entry
from .mention import QUARTER, Mention
from .unlisted import Chosen, city_of, holder, named, quarter, stated, unlisted

SAME_REGION = 4.0
SAME_COUNTRY = 1.5
AS_SAID = 2.5  # the text calls it a town, and so does the gazetteer
# log10 of the people a town needs to be believed without a preposition; English has more
# towns named after people, and no case endings to tell them apart.
SMALL = {"en": 5.3, "ru": 4.2, "uk": 4.2}
VILLAGE = 2.5
METROPOLIS = 1_000_000  # people of a town whose channels tell of its suburbs, too
APART = 2.0  # points of company by which one namesake leaves the others behind


Ranked = tuple[float, int, Entry]  # points against it, its order, a namesake


def _score(candidate: Entry, order: int, mention: Mention, around: Context) -> float:
    score = by_itself(candidate, around.language) - 0.01 * order
    gains = around.company.get(name_of(mention), ())
    score += gains[order] if order < len(gains) else 0.0
    sure = certain(mention, around.language)
    own_namesake = sure is not None and sure != candidate and sure.region == candidate.region
    if candidate.kind in ("settlement", "area", "facility") and not own_namesake:
        # No name speaks for itself; in English the company of places weighs enough.
        own = sure == candidate and around.language != "en"
        here = around.regions[candidate.region or ""] > own or around.local(candidate)
        score += SAME_REGION * here
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


def _inside(mention: Mention) -> list[tuple[int, Entry]]:
    """Return the namesakes, in order, that lie in what is named as holding them, if any is.

    "Savannah, Ga." is no region elsewhere.
    """
    every = list(enumerate(map(entry, mention.numbers)))
    inside = [(order, one) for order, one in every if held(one, mention.within)]
    return [] if unlisted(mention) else inside or every


def choose(mention: Mention, around: Context) -> Entry | None:
    """Return the entry that `mention` means, or None where none is believable."""
    english = around.language == "en"
    every = _inside(mention) if english else list(enumerate(map(entry, mention.numbers)))
    wide = any(one.kind in ("region", "country") for _, one in every)
    rivals = [
        (order, one)
        for order, one in every
        if mention.kind == "settlement" or not wide or _rivals_region(one)
    ]
    ranked = sorted((-_score(one, order, mention, around), order, one) for order, one in rivals)
    if not ranked or _astray(ranked[0][2], mention, around):
        return None
    best = ranked[0][2]
    known = best.region is not None and around.regions[best.region] > 0
    known |= around.local(best)
    if best.kind == "area":
        return best if known or mention.kind == "settlement" else None
    if best.kind != "settlement" or mention.kind == "settlement":
        return best
    if not known and mention.cue != "near" and _namesakes(ranked, around):
        return None
    people = math.log10(best.population + 1)
    lost = not around.regions and not around.countries and mention.cue != "near"
    lost &= not around.local(best)
    alone = english and len(every) == 1 and mention.cue == "at"
    if lost and people < 4.0 and not alone:
        return None
    said = mention.cue != "bare" or (english and mention.within)
    needed = VILLAGE if said else SMALL[around.language]
    return best if people >= needed or (known and mention.cue != "bare") else None


def resolve(
    mentions: Sequence[Sequence[Mention]], language: str, home: Entry | None = None
) -> list[Found]:
    """Return the places of a report, sentence by sentence, those without a place left out.

    A village or street that the gazetteer does not know is placed in the region or town
    named nearest before or after it, with that one's extent: never at a false point. A street
    of no town that is named is one of `home`.
    """
    mentions = stated(mentions)
    around = context([m for sentence in mentions for m in sentence], language, home)
    chosen: Chosen = [
        (number, mention, choose(mention, around))
        for number, sentence in enumerate(mentions)
        for mention in sentence
    ]
    quarters = {m.numbers for _, m, _ in chosen if m.kind == QUARTER}
    told = {best.id for _, _, best in chosen if best is not None}
    found: list[Found] = []
    for at, (number, mention, best) in enumerate(chosen):
        city = city_of(chosen, at) if mention.numbers in quarters else None
        if city is not None:
            found.append(quarter(number, mention, city))
        elif best is not None:
            found.append(Found(number, mention, best, place_of(best, mention)))
        elif unlisted(mention):
            found.append(named(number, mention))
        elif mention.name:
            place = holder(chosen, at, language, home)
            if place is not None:
                # Where only the channel's great town is known, the site may be in a suburb.
                suburbs = home is not None and home.population >= METROPOLIS
                guessed = (
                    suburbs and home is not None and place.gazetteer == home.id not in told
                )
                site = within(mention.name, place)
                found.append(Found(number, mention, None, site, None if guessed else place))
    return found
