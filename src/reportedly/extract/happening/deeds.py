"""What of a sentence tells that something happened, and what only what came of it."""

from ..times import Cue
from .facts import Facts
from .telling import Telling

HARMED = ("killed", "injured")
BESIDE = 3  # words between a verb of saying and its own day: "told reporters on Friday"


# What forecasts and announcements tell of. "Who set the fire will answer": that has been.
FORESEEN = frozenset(
    {"disaster", "outage", "illness", "airspace_closure", "lockdown", "evacuation", "protest"}
    | {"other"}
)


def real(told: Facts) -> list[Telling]:
    """Return the words for happenings outside clauses of plans, threats and conditions.

    An alert is a threat by its nature; and what is planned "after the strike" has had one.
    """
    return [
        telling
        for telling in told.tellings
        if telling.slot == "type"
        and told.clauses[telling.first] not in told.drills
        and not (
            telling.value in FORESEEN
            and told.clauses[telling.first] in told.to_come
            and telling.first not in told.after_all
        )
        and (
            told.clauses[telling.first] not in told.unreal
            or telling.value == "alert"
            or telling.first in told.after_all
        )
    ]


def later(told: Facts, cue: Cue) -> bool:
    """Tell whether a time is that of an arrest, a trial, a vigil: told nearer to it.

    When it was said stands beside the verb: "said Friday", but "said she was shot Friday".
    """
    at = cue.first
    here = told.clauses[at]
    mine = [first for first in told.aftermath if told.clauses[first] == here]
    mine += [
        first for first in told.saying if told.clauses[first] == here and _beside(first, cue)
    ]
    if not mine:
        return False
    happened = [abs(telling.first - at) for telling in real(told) if telling.sure]
    happened += [abs(first - at) for first in told.refers]
    happened += [abs(counted.first - at) for counted in told.counts if counted.slot in HARMED]
    return min(abs(first - at) for first in mine) <= min(happened, default=len(told.words))


def _beside(verb: int, cue: Cue) -> bool:
    return cue.last <= verb <= cue.last + 1 or verb < cue.first <= verb + 1 + BESIDE
