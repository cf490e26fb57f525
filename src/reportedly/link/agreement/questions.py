"""Every answer to every question about an incident, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from reportedly.model import Answer, Claim, Count, Label, Origin, Place, Question, Stance, Value
from reportedly.text import fold

from .ledger import Ledger
from .standing import standing
from .values import Standing, relate, shown

_SILENT = {Stance.ASKS, Stance.DECLINES}
_OPEN = 10**9  # stands for an open upper end: wider than any range
_COMPARED = 100  # answers set against each other; a text that gives more of them is no report


def questions(
    claims: Iterable[Claim], origins: Sequence[Origin], ledger: Ledger
) -> tuple[Question, ...]:
    """Put the claims of one incident side by side, by slot; nothing is averaged away.

    Who asks or declines gives no answer, except on the slot `position`. Values that say the
    same, one less exactly, are one answer with the most exact value; the order of answers is
    asserted first, most origins first.
    """
    by_slot: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.stance not in _SILENT or claim.slot == "position":
            by_slot[claim.slot].append(claim)
    inside = ledger.within(origins)
    return tuple(_question(slot, by_slot[slot], inside) for slot in sorted(by_slot))


def _question(slot: str, claims: Sequence[Claim], ledger: Ledger) -> Question:
    kinds: dict[tuple[bool, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=ledger.order):
        denied = claim.stance is Stance.DENIES and slot != "position"
        kinds[denied, _key(claim.value)].append(claim)
    merged = _merge(slot, kinds)
    answers = [_answer(value, denied, given, ledger) for denied, value, given in merged]
    answers.sort(key=lambda a: (a.denied, -len(a.origins), -len(a.reports), _key(a.value)))
    conflict, because = _conflict(slot, answers, ledger)
    return Question(slot=slot, answers=tuple(answers), conflict=conflict, because=because)


def _key(value: Value) -> str:
    """Return what makes two values one: a place is its gazetteer entry, however spelt."""
    if isinstance(value, Place):
        return f"place {value.gazetteer or fold(value.name).text}"
    return msgspec.json.encode(value).decode()


def _width(value: Value) -> float:
    """Return how inexact a value is, in its own unit."""
    if isinstance(value, Count):
        return (_OPEN if value.high is None else value.high) - value.low
    if isinstance(value, Place):
        return value.radius_km
    return 0 if isinstance(value, Label) else (value.latest - value.earliest).total_seconds()


def _merge(
    slot: str, kinds: dict[tuple[bool, str], list[Claim]]
) -> list[tuple[bool, Value, list[Claim]]]:
    """Let each inexact value join the one answer it is compatible with, if it is only one."""
    ordered = sorted(kinds, key=lambda kind: (_width(kinds[kind][0].value), kind))
    answers: list[tuple[bool, Value, list[Claim]]] = []
    for denied, key in ordered:
        given = kinds[denied, key]
        value = given[0].value
        fitting = [
            answer
            for answer in answers[:_COMPARED]
            if answer[0] == denied
            and relate(slot, answer[1], value).standing in (Standing.SAME, Standing.COMPATIBLE)
        ]
        if len(fitting) == 1 and not denied:
            fitting[0][2].extend(given)
        else:
            answers.append((denied, value, list(given)))
    return answers


def _answer(value: Value, denied: bool, given: list[Claim], ledger: Ledger) -> Answer:
    ordered = sorted(given, key=ledger.order)
    behind = [ledger.origin(claim) for claim in ordered]
    return Answer(
        value=value,
        denied=denied,
        claims=tuple(claim.id for claim in ordered),
        origins=tuple(dict.fromkeys(origin.id for origin in behind if origin is not None)),
        reports=tuple(dict.fromkeys(claim.doc for claim in ordered)),
    )


def _conflict(slot: str, answers: Sequence[Answer], ledger: Ledger) -> tuple[bool, str]:
    """Return whether two answers cannot both be right, and one sentence on it."""
    notes: list[str] = []
    for one, other in combinations(answers[:_COMPARED], 2):
        found = standing(slot, one, other, ledger)
        if found.standing is Standing.CONTRADICTS:
            return True, f"{_told(one)} against {_told(other)}: {found.because}."
        if found.standing is Standing.SUPERSEDED:
            notes.append(f"{_told(one)} and {_told(other)}: {found.because}.")
    if notes:
        return False, notes[0]
    if len(answers) == 1:
        return False, "Everybody who answers gives this answer."
    return False, "The answers can hold together."


def _told(answer: Answer) -> str:
    return f"“{shown(answer.value)}”" + (" denied" if answer.denied else "")
