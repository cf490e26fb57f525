"""What is confirmed, what is disputed, what nobody confirms: an incident in a few lines."""

import msgspec

from reportedly.model import Assessment, Credibility, Incident, Question

from ..lookup import Lookup
from . import words
from .shared import Grade, Link, asked, grade

SHOWN = 6  # answers in one line; the rest are counted
_BACKED = (Credibility.CONFIRMED,)
_ALONE = (Credibility.PROBABLE, Credibility.POSSIBLE)
_LEFT_OUT = ("place", "time")  # the heading says them


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line: how things stand, and with which answers."""

    kind: str  # "confirmed", "disputed", "alone": for the sign before it
    text: str
    answers: tuple[Link, ...]
    unlisted: int


def glance(lookup: Lookup, incident: Incident) -> tuple[Line, ...]:
    """Return up to three lines; a question that is disputed is never among the confirmed."""
    confirmed: list[Link] = []
    disputed: list[Link] = []
    alone: list[Link] = []
    for _, question in asked(incident):
        href = f"#question-{question.slot}"
        if question.conflict:
            known = len(question.answers)
            text = f"{words.slot(question.slot).lower()} ({known} answers)"
            disputed.append(Link(href=href, text=text))
        elif question.slot not in _LEFT_OUT:
            stood = _standing(lookup, incident, question)
            confirmed += [Link(href=href, text=t) for t, d in stood if d in _BACKED]
            alone += [Link(href=href, text=t) for t, d in stood if d in _ALONE]
    lines = (
        ("confirmed", "Confirmed by independent origins", confirmed),
        ("disputed", "Disputed", disputed),
        ("alone", "Not confirmed", alone),
    )
    return tuple(
        Line(
            kind=kind,
            text=text,
            answers=tuple(found[:SHOWN]),
            unlisted=max(0, len(found) - SHOWN),
        )
        for kind, text, found in lines
        if found
    )


def _standing(
    lookup: Lookup, incident: Incident, question: Question
) -> list[tuple[str, Credibility]]:
    found = []
    for number, answer in enumerate(question.answers):
        assessed = lookup.assessment(incident.id, question.slot, number)
        if assessed is not None:
            no = "not " if answer.denied else ""
            what = f"{no}{words.value(answer.value)}"
            text = what if question.slot == "type" else f"{words.slot(question.slot)}: {what}"
            found.append((text, assessed.credibility))
    return found


def legend(assessments: tuple[Assessment | None, ...]) -> tuple[tuple[str, str], ...]:
    """Return the letters and digits that stand on the page with their words, letters first."""
    given: list[Grade] = [grade(found) for found in assessments if found is not None]
    letters = {g.letter: f"source: {g.letter_words}" for g in given}
    digits = {str(g.digit): f"claim: {g.digit_words}" for g in given}
    return (*sorted(letters.items()), *sorted(digits.items()))
