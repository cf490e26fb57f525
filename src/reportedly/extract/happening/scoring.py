"""How surely a sentence tells that something happened."""

from collections.abc import Iterable

from .deeds import real
from .facts import Facts, Telling
from .reading import Sentence

# Signs of a happening. Set by hand from what news sentences need; a sentence is believed
# to tell of one from ENOUGH on.
ENOUGH = 1.2
EVENT, SOFT_EVENT, HINT = 1.0, 0.7, 0.4
TWO_EVENTS = 0.2
PLACED, COUNTRY, VOICED = 0.6, 0.25, 0.2
TIMED, COUNTED, FIRST = 0.3, 0.5, 0.25
BACKGROUND, MOST_BACKGROUND, PERIOD = 0.3, 0.9, 0.7
SOFT = frozenset({"other", "evacuation", "accident"})
# What is told beside another kind and is no happening of its own: one sign, not two.
FINER = {"interception": "air_defence", "lockdown": "other"}


def kinds(tellings: Iterable[Telling]) -> set[str]:
    """Return the kinds of happening that are told surely, each counted once."""
    return {FINER.get(t.value, t.value) for t in tellings if t.slot == "type" and t.sure}


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
    elif sentence.places or "outage" in sure:  # a service fails wherever it is used
        points += VOICED
    points += TIMED * bool(sentence.times) + FIRST * first
    points += COUNTED * bool(told.counts)
    points -= min(MOST_BACKGROUND, BACKGROUND * told.background)
    return points - PERIOD * bool(told.period and told.counts)
