"""The hurt of early reports who have died since, across two questions of one incident."""

from collections.abc import Iterable

from reportedly.model import Answer, Count, Incident

HURT, DEAD = "injured", "killed"
BECAUSE = "as many have died as were hurt, and no report tells of both"


def died(incident: Incident) -> dict[int, Answer]:
    """Return which answers on the hurt are of people who died, with the answer on the dead.

    "A boy was shot" and, the day after, "the boy has died": where one and the same number is
    hurt in earlier reports and dead in later ones, and no report counts both, they are the same
    people. A report that tells of a dead one and of another one hurt keeps them apart.
    """
    told = {question.slot: question.answers for question in incident.questions}
    hurt, dead = told.get(HURT, ()), told.get(DEAD, ())
    counted = [(number, answer) for number, answer in enumerate(hurt) if _most(answer)]
    fatal = [answer for answer in dead if _most(answer)]
    early, late = _reports(answer for _, answer in counted), _reports(fatal)
    if not early or not late or early & late:
        return {}
    place = {report: number for number, report in enumerate(incident.reports)}
    if min(map(place.__getitem__, late)) < min(map(place.__getitem__, early)):
        return {}  # who is told of as hurt when another one is dead is not that one
    first = max(fatal, key=_standing)
    if any(_most(answer) != _most(first) for _, answer in counted):
        return {}
    return {number: first for number, _ in counted}


def _most(answer: Answer) -> int:
    """Return how many people an answer tells of at this incident, 0 where it tells of none."""
    value = answer.value
    return value.best if isinstance(value, Count) and not (answer.denied or value.scope) else 0


def _standing(answer: Answer) -> tuple[int, int, int]:
    """Return how much stands behind an answer; of equals the higher goes first.

    Not the order of the answers, which a copy can change.
    """
    low = answer.value.low if isinstance(answer.value, Count) else 0
    return len(answer.origins), _most(answer), low


def _reports(answers: Iterable[Answer]) -> set[str]:
    return {report for answer in answers for report in answer.reports}


def gone(incident: Incident, slot: str) -> frozenset[int]:
    """Return the places of the answers on a slot that an answer on another one has replaced."""
    return frozenset(died(incident)) if slot == HURT else frozenset()
