"""One sentence that tells of several places at once: an account for each of them."""

from collections.abc import Sequence
from typing import NamedTuple

from ...model import Place
from ..counts import ARMS, Counted
from ..counts.clauses import JOINING
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
    counted: tuple[Counted, ...] = ()


def listed(sentence: Sentence) -> list[Found]:
    """Return the towns or regions that a sentence lists, none within another."""
    found: list[Found] = []
    for one in sentence.places:
        if one.mention.cue not in ("at", "near") or one.place.kind not in LISTED:
            continue
        if found and not _listed_with(sentence, found[-1].mention, one.mention):
            found.clear()
        if all(one.place.kind == f.place.kind and one.entry != f.entry for f in found):
            found.append(one)
    return found


def _listed_with(sentence: Sentence, before: Mention, here: Mention) -> bool:
    """Tell whether two places are of one list; "a mill near Elm" is no list."""
    if here.first - before.last > APART:
        return False
    between = sentence.facts.words[before.last : here.first + 1]
    return here.cue != "near" or any(w.marks or w.low in JOINING for w in between)


def parts(sentence: Sentence) -> list[Part]:
    """Return the places a sentence spreads a total over, or the regions it lists."""
    by_mention = {found.mention: found for found in sentence.places}
    shared: dict[Mention, list[Counted]] = {}
    for share in sentence.facts.shares:
        mention = sentence.facts.places[share.place]
        found = by_mention.get(mention)
        if found and found.place.country != WATER and mention.cue not in NO_SCENE:
            shared.setdefault(mention, []).append(share.counted)
    told = [Part(sentence, by_mention[m], tuple(counted)) for m, counted in shared.items()]
    if any(one.unit in ARMS for part in told for one in part.counted):
        return told  # one place alone has its share of a total, too
    named = listed(sentence)
    rest = [Part(sentence, found) for found in named] if len(named) >= FEWEST else []
    if not _apart([part.found for part in told]):
        return rest
    return [*told, *(part for part in rest if part.found.mention not in shared)]


def _apart(found: Sequence[Found]) -> bool:
    """Tell whether two of several places are neither one nor within each other."""
    told = [f for f in found if f.place.kind in LISTED]
    return any(
        a.place.region != b.place.region
        or (a.place.kind == b.place.kind and a.place != b.place)
        for a in told
        for b in told
    )


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
