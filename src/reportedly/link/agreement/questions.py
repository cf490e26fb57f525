"""Every answer to every question about an incident, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from reportedly.model import Answer, Claim, Count, Label, Origin, Place, Question, Stance, Value
from reportedly.text import fold

from .ledger import Ledger
from .standing import replaced, standing
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
    asserted first, most origins first, told first.
    """
    by_slot: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _answers(claim):
            by_slot[claim.slot].append(claim)
    inside = ledger.within(origins)
    return tuple(_question(slot, by_slot[slot], inside) for slot in sorted(by_slot))


def _answers(claim: Claim) -> bool:
    if claim.slot == "type" and claim.value == Label(value="other"):
        return False  # that something happened is told by every other answer
    return claim.stance not in _SILENT or claim.slot == "position"


def _question(slot: str, claims: Sequence[Claim], ledger: Ledger) -> Question:
    kinds: dict[tuple[bool, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=ledger.order):
        denied = claim.stance is Stance.DENIES and slot != "position"
        kinds[denied, _key(claim.value)].append(claim)
    merged = _merge(slot, kinds)
    answers = [_answer(each.value, each.denied, each.given, ledger) for each in merged]
    answers.sort(
        key=lambda a: (a.denied, -len(a.origins), -len(a.reports), _told_first(a, ledger))
    )
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


class _Merged(msgspec.Struct):
    denied: bool
    value: Value
    given: list[Claim]
    loose: bool = False  # too inexact to tell which of several exact answers it means


def _merge(slot: str, kinds: dict[tuple[bool, str], list[Claim]]) -> list[_Merged]:
    """Let each inexact value join the one answer it is compatible with.

    Where it fits several, it joins the first inexact one of them, or stands for itself.
    """
    answers: list[_Merged] = []
    for denied, key in sorted(kinds, key=lambda kind: (_width(kinds[kind][0].value), kind)):
        given = kinds[denied, key]
        fitting = [
            answer
            for answer in answers[:_COMPARED]
            if not denied and not answer.denied and _fits(slot, answer.value, given[0].value)
        ]
        loose = [answer for answer in fitting if answer.loose]
        if len(fitting) == 1 or loose:
            (loose or fitting)[0].given.extend(given)
        else:
            answers.append(_Merged(denied, given[0].value, list(given), bool(fitting)))
    return answers


def _fits(slot: str, exact: Value, value: Value) -> bool:
    return relate(slot, exact, value).standing in (Standing.SAME, Standing.COMPATIBLE)


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


def _told_first(answer: Answer, ledger: Ledger) -> tuple[tuple[bool, str], str, int, str]:
    """Return the key that puts answers in the order in which reports tell them.

    A headline's figure comes before the parts and the earlier cases told further down.
    """
    given = [ledger.claims[claim] for claim in answer.claims]
    first = min((*ledger.order(c)[:2], c.doc, c.spans[0].start) for c in given)
    return first[:2], first[2], first[3], _key(answer.value)


def contradiction(slot: str, answers: Sequence[Answer], ledger: Ledger) -> str | None:
    """Return why two standing answers cannot both be right, None where all can."""
    gone = replaced(slot, answers[:_COMPARED], ledger)
    for (first, one), (second, other) in combinations(enumerate(answers[:_COMPARED]), 2):
        if gone.isdisjoint((first, second)):
            found = standing(slot, one, other, ledger)
            if found.standing is Standing.CONTRADICTS:
                return f"{_told(one)} against {_told(other)}: {found.because}."
    return None


def _conflict(slot: str, answers: Sequence[Answer], ledger: Ledger) -> tuple[bool, str]:
    """Return whether two standing answers cannot both be right, and one sentence on it."""
    why = contradiction(slot, answers, ledger)
    if why is not None:
        return True, why
    told = {Standing.SUPERSEDED: "", Standing.PART: ""}
    for one, other in combinations(answers[:_COMPARED], 2):
        found = standing(slot, one, other, ledger)
        if not told.get(found.standing, "said"):
            told[found.standing] = f"{_told(one)} and {_told(other)}: {found.because}."
    for note in told.values():
        if note:
            return False, note
    if len(answers) == 1:
        return False, "Everybody who answers gives this answer."
    return False, "The answers can hold together."


def _told(answer: Answer) -> str:
    return f"“{shown(answer.value)}”" + (" denied" if answer.denied else "")
