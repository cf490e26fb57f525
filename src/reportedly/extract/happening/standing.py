"""Which counts of an account stand as figures of their own, and which are parts of others."""

from collections.abc import Sequence

from ..counts import AMONG, IMPLIED, MORE, SPARED, TOLD, YIELDS, Counted
from .deeds import HARMED
from .draft import Draft
from .reading import Sentence

PEOPLE = "persons"
FIRM = (TOLD, IMPLIED, AMONG)  # roles of a count that says who was hurt, or dead


def _died(draft: Draft) -> set[int]:
    """Return which counts of the hurt are of the one person who died, by identity.

    "A boy was found with a gunshot wound. He died": where a report counts one dead and never
    more than one hurt, only another age, "another" or a second person in the sentence tell
    them apart.
    """
    every = [(s, counted) for s in draft.sentences for counted in s.facts.counts]
    dead = [(s, c) for s, c in every if c.slot == "killed" and c.best and c.role in FIRM]
    hurt = [(s, c) for s, c in every if c.slot == "injured" and c.best and c.role != SPARED]
    if not dead or any(c.best != 1 for _, c in (*dead, *hurt)):
        return set()
    ages = {age for sentence, _ in dead for age in sentence.facts.ages}
    firm = [(sentence, counted) for sentence, counted in hurt if counted.role in FIRM]
    if any(counted.role == MORE for _, counted in hurt):
        return set()
    if any(_second(sentence, counted, ages, dead) for sentence, counted in firm):
        return set()
    return {id(counted) for _, counted in hurt}


def _second(
    sentence: Sentence,
    counted: Counted,
    ages: set[int],
    dead: Sequence[tuple[Sentence, Counted]],
) -> bool:
    """Tell whether somebody hurt is another one than the dead."""
    told = sentence.facts
    if told.another:
        return True
    beside = [one for where, one in dead if where.start == sentence.start]
    if not beside:
        return bool(ages and told.ages and not ages & told.ages)
    numbered = counted.role == TOLD and any(
        one.role == TOLD and one.first != counted.first for one in beside
    )
    return numbered or told.persons > 1


def _single(every: Sequence[Counted]) -> set[int]:
    """Return which counts are of one of several people counted before, by identity.

    "Five were wounded", then "a woman was hit in the jaw": she is one of the five.
    """
    found: set[int] = set()
    most: dict[tuple[str, str], int] = {}
    for counted in every:
        kind = counted.slot, counted.unit
        if counted.unit == PEOPLE and counted.best == 1 and most.get(kind, 0) > 1:
            found.add(id(counted))
        elif counted.role == TOLD and kind not in most and counted.best:
            most[kind] = counted.best
    return found


def _lower(every: Sequence[Counted]) -> set[int]:
    """Return which counts are lower than one told before them, by identity.

    "Six were killed", then "he shot three, killing two": the two are among the six.
    """
    found: set[int] = set()
    most: dict[str, int] = {}
    dead = any(c.slot == "killed" and c.best and c.role in FIRM for c in every)
    for counted in every:
        kind = counted.slot
        if counted.unit != PEOPLE or kind not in HARMED:
            continue
        if counted.role == TOLD and 0 < counted.best < most.get(kind, 0):
            found.add(id(counted))
        if counted.role == TOLD or (counted.role == YIELDS and not dead):
            most[kind] = max(counted.best, most.get(kind, 0))
    return found


def told_here(draft: Draft) -> list[Counted]:
    """Return what an account counts of its happening: not over a year, nor of several."""
    return [
        counted
        for sentence in draft.sentences
        if not (sentence.facts.wide or sentence.facts.period)
        for counted in sentence.facts.counts
    ]


def shot(every: Sequence[Counted]) -> Counted | None:
    """Return how many were shot, where no other figure of those hurt is told beside it.

    Who of them is singled out behind it, "one is in hospital", is no such figure; where
    somebody died, "three were wounded" is one.
    """
    hurt = [c for c in every if c.slot == "injured" and c.best]
    many = next((c for c in hurt if c.role == YIELDS and c.best > 1), None)
    if many is None:
        return None
    dead = any(c.slot == "killed" and c.best and c.role in FIRM for c in every)
    at = next(at for at, c in enumerate(hurt) if c is many)
    if any(c.role in FIRM for c in hurt[:at]):
        return None
    beside = (c for c in hurt if c.role == TOLD and (dead or c.best >= many.best))
    return None if any(c.role == MORE and c.best > 1 for c in hurt) or any(beside) else many


def _singled_out(every: Sequence[Counted]) -> set[int]:
    """Return which counts are of some of those who were shot, by identity."""
    all_ = shot(every)
    return {
        id(c)
        for c in every
        if all_ is not None and c.slot == "injured" and 0 < c.best < all_.best
    }


def _apart(draft: Draft) -> set[int]:
    """Return which counts of one who was shot are beside several dead, by identity.

    "Three women killed, man shot": he is none of them.
    """
    found: set[int] = set()
    for sentence in draft.sentences:
        every, clauses = sentence.facts.counts, sentence.facts.clauses
        dead = [c for c in every if c.slot == "killed" and c.role == TOLD and c.best > 1]
        found.update(
            id(c)
            for c in every
            if c.slot == "injured" and c.role == YIELDS and c.best == 1
            if any(clauses[one.first] != clauses[c.first] for one in dead)
        )
    hurt = [c for s in draft.sentences for c in s.facts.counts if c.slot == "injured"]
    return found if all(c.best == 1 for c in hurt) else set()


def standing(draft: Draft) -> set[int]:
    """Return which counts of an account stand beside the others, by identity.

    "A woman was hurt", "two are in hospital" and "two more" are parts of a figure where a
    figure is told.
    """
    every = [counted for sentence in draft.sentences for counted in sentence.facts.counts]
    told = {c.slot for c in every if c.role == TOLD and c.best}
    apart, here = _apart(draft), told_here(draft)
    gone = _died(draft) | _single(here) | _lower(here)
    gone |= _singled_out(here) if not apart else set()
    people = any(
        c.slot in HARMED and c.role in (TOLD, IMPLIED) and c.best and id(c) not in gone
        for c in every
    )
    return {
        id(c)
        for c in every
        if id(c) not in gone
        if c.role == TOLD
        or (c.role == YIELDS and (not people or id(c) in apart))
        or (c.role not in (TOLD, YIELDS, SPARED) and c.slot not in told)
    }
