"""How surely a sentence tells that something happened."""

from collections.abc import Iterable

from .deeds import real
from .facts import Facts
from .reading import Sentence
from .telling import Telling

# Signs of a happening. Set by hand from what news sentences need; a sentence is believed
# to tell of one from ENOUGH on.
ENOUGH = 1.2
EVENT, SOFT_EVENT, HINT = 1.0, 0.75, 0.4
TWO_EVENTS = 0.2
PLACED, COUNTRY, VOICED = 0.6, 0.25, 0.2
NAMESAKE = 0.3  # a name behind "in" that many places have: one of them it is
TIMED, COUNTED, FIRST = 0.3, 0.5, 0.25
BACKGROUND, MOST_BACKGROUND, PERIOD = 0.3, 0.9, 0.7
ASKED = 0.9  # "What is known of the blast?" asks, and tells nothing itself
SOFT = frozenset(
    {
        "other",
        "evacuation",
        "accident",
        "assault",
        "theft",
        "detention",
        "disaster",
        "illness",
    }
)
# What is told beside another kind and is no happening of its own: one sign, not two.
FINER = {"interception": "air_defence", "lockdown": "other", "assault": "other"}
MONEYED = frozenset({"theft", "detention"})  # what is stolen, or asked as a bribe, is money


def kinds(tellings: Iterable[Telling], sure: bool = True) -> set[str]:
    """Return the kinds of happening that are told, surely or at all, each counted once."""
    told = (t.value for t in tellings if t.slot == "type" and t.sure >= sure)
    return {FINER.get(kind, kind) for kind in told}


def namesakes(told: Facts) -> bool:
    """Tell whether a name is put where a place stands, whichever of its places is meant."""
    return any(mention.cue in ("at", "near") for mention in told.places)


def sited(told: Facts) -> bool:
    """Tell whether a site is told of, if not where it lies: a dwelling, a school, a railway."""
    return any(telling.slot == "target" and telling.sure for telling in told.tellings)


def damaged(told: Facts) -> bool:
    """Tell whether a sentence tells of damage: where windows are out, something happened."""
    return any(
        telling.slot == "damage"
        and telling.value != "none"
        and told.clauses[telling.first] not in told.unreal
        for telling in told.tellings
    )


def tells(sentence: Sentence) -> bool:
    """Tell whether the sentence has a sure word for a happening."""
    return any(telling.sure for telling in real(sentence.facts))


def score(sentence: Sentence, first: bool) -> float:
    """Return the sum of the signs in one sentence; `first`: it opens the report."""
    told = sentence.facts
    types = real(told)
    damage = damaged(told)
    intact = any(t.slot == "damage" and t.value == "none" for t in told.tellings)
    if not types and not damage and not intact:
        return 0.0
    sure = kinds(types)
    points = EVENT if sure - SOFT else SOFT_EVENT if sure or damage else HINT
    points += TWO_EVENTS * (len(sure) > 1 or (damage and bool(types)))
    at = [f.place.kind for f in sentence.places if f.mention.cue in ("at", "near", "line")]
    if any(kind != "country" for kind in at):
        points += PLACED
    elif at:
        points += COUNTRY
    elif namesakes(told):
        points += NAMESAKE
    elif sentence.places or sited(told) or "outage" in sure:  # it fails wherever it is used
        points += VOICED
    points += TIMED * bool(sentence.times) + FIRST * first
    points += COUNTED * bool(told.counts)
    spoken = sentence.background + told.money * MONEYED.isdisjoint(kinds(types, sure=False))
    points -= min(MOST_BACKGROUND, BACKGROUND * spoken)
    points -= ASKED * (sentence.asks and not first)  # first of all it asks whether it happened
    return points - PERIOD * bool(told.period and told.counts)
