"""One sentence that tells of several places at once: an account for each of them."""

from typing import NamedTuple

from ...model import Place
from ..counts import Counted
from ..places.gazetteer import country
from ..places.mention import Mention
from ..places.resolve import WATER, Found, place_of
from .reading import Sentence

MANY = 3  # regions from which a happening is the country's
FEWEST = 2


class Part(NamedTuple):
    """What happened in one of several places, and how much of the total."""

    sentence: Sentence
    found: Found
    counted: Counted | None


def regions(sentence: Sentence) -> list[Found]:
    """Return the regions a sentence puts its happening in, one mention of each."""
    found: dict[str | None, Found] = {}
    for one in sentence.places:
        if one.mention.cue in ("at", "near") and one.place.kind == "region":
            found.setdefault(one.place.gazetteer, one)
    return list(found.values())


def parts(sentence: Sentence) -> list[Part]:
    """Return the places a sentence spreads a total over, or the regions it lists."""
    by_mention = {found.mention: found for found in sentence.places}
    shared = [
        Part(sentence, by_mention[mention], share.counted)
        for share in sentence.facts.shares
        if (mention := sentence.facts.places[share.place]) in by_mention
        and by_mention[mention].place.country != WATER
    ]
    if len(shared) >= FEWEST:
        return shared
    listed = regions(sentence)
    return [Part(sentence, found, None) for found in listed] if len(listed) >= FEWEST else []


def whole(sentence: Sentence) -> Found | None:
    """Return the country where a sentence tells of many of its regions at once."""
    listed = {part.found.place.region: part.found for part in parts(sentence)}
    if len(listed) < MANY:
        return None
    codes = [found.place.country for found in listed.values()]
    code = max(codes, key=lambda c: (codes.count(c), -codes.index(c)))
    entry = country(code)
    if entry is None:
        return None
    first = min(found.mention for found in listed.values())
    mention: Mention = first._replace(cue="at", kind="", name="")
    place: Place = place_of(entry, mention)
    return Found(first.first, mention, entry, place)
