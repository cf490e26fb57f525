"""One sentence that tells of several places at once: an account for each of them."""

from typing import NamedTuple

from ...model import Place
from ..counts import Counted
from ..places.found import WATER, Found, place_of
from ..places.gazetteer import country
from ..places.mention import Mention
from .reading import Sentence

MANY = 3  # regions from which a happening is the country's
FEWEST = 2
APART = 3  # words that may stand between two places of a list
LISTED = ("region", "settlement")
NO_SCENE = ("voice", "aside", "outlet")  # cues of who speaks and of what is by the way


class Part(NamedTuple):
    """What happened in one of several places, and how much of the total."""

    sentence: Sentence
    found: Found
    counted: Counted | None


def listed(sentence: Sentence) -> list[Found]:
    """Return the towns or regions that a sentence lists, none within another."""
    found: list[Found] = []
    for one in sentence.places:
        if one.mention.cue not in ("at", "near") or one.place.kind not in LISTED:
            continue
        if found and one.mention.first - found[-1].mention.last > APART:
            found.clear()
        if all(one.place.kind == f.place.kind and one.entry != f.entry for f in found):
            found.append(one)
    return found


def parts(sentence: Sentence) -> list[Part]:
    """Return the places a sentence spreads a total over, or the regions it lists."""
    by_mention = {found.mention: found for found in sentence.places}
    shared = [
        Part(sentence, by_mention[mention], share.counted)
        for share in sentence.facts.shares
        if (mention := sentence.facts.places[share.place]) in by_mention
        and by_mention[mention].place.country != WATER
        and mention.cue not in NO_SCENE
    ]
    if shared:  # one place alone has its share of a total, too
        return shared
    named = listed(sentence)
    return [Part(sentence, found, None) for found in named] if len(named) >= FEWEST else []


def whole(sentence: Sentence) -> Found | None:
    """Return the country where a sentence tells of many of its regions at once."""
    named = {part.found.place.region: part.found for part in parts(sentence)}
    if len(named) < MANY:
        return None
    codes = [found.place.country for found in named.values()]
    code = max(codes, key=lambda c: (codes.count(c), -codes.index(c)))
    entry = country(code)
    if entry is None:
        return None
    first = min(found.mention for found in named.values())
    mention: Mention = first._replace(cue="at", kind="", name="")
    place: Place = place_of(entry, mention)
    return Found(first.first, mention, entry, place)
