"""How each answer stands: grades, likelihood, confidence, and the reasons they come from."""

import msgspec

from reportedly.link.agreement import Ledger, course
from reportedly.model import Answer, Assessment, Incident, Question, Reason
from reportedly.weigh.likelihood import likelihood

from ..lookup import Lookup
from . import words
from .shared import (
    Grade,
    Mark,
    Quote,
    asked,
    claim_href,
    grade,
    origin_marks,
    quote,
    spans_href,
)

QUOTES = 6
BAR = 60  # half the width of a bar in drawing units; stands for FULL bits
FULL = 8.0


class ReasonLine(msgspec.Struct, frozen=True, kw_only=True):
    """One reason: its bits as a number and as a bar, its sentence, where to look."""

    name: str
    bits: str
    because: str
    bar_x: float
    bar_width: float
    against: bool
    shown: tuple[str, ...]


class WithoutLine(msgspec.Struct, frozen=True, kw_only=True):
    """The grade had one origin not spoken."""

    mark: Mark | None
    digit: int
    digit_words: str
    changed: bool
    bits: str


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The assessment of one answer in words."""

    grade: Grade
    term: str | None  # None: no basis for a likelihood
    band: str
    confidence: str
    independent: int
    not_established: int
    reasons: tuple[ReasonLine, ...]
    total: str
    without: tuple[WithoutLine, ...]
    would_change: tuple[str, ...]


class AnswerCard(msgspec.Struct, frozen=True, kw_only=True):
    """One answer to one question."""

    anchor: str
    text: str
    denied: bool
    marks: tuple[Mark, ...]
    reports: int
    standing: Standing | None
    quotes: tuple[Quote, ...]


class TurnLine(msgspec.Struct, frozen=True, kw_only=True):
    """One origin's first word for an answer, or a voice that changed its own."""

    time: str
    who: str
    mark: Mark | None
    text: str
    denied: bool
    href: str
    left: str | None  # what this voice said before
    contested: bool


class Development(msgspec.Struct, frozen=True, kw_only=True):
    """How a question came to be answered so."""

    because: str
    turns: tuple[TurnLine, ...]
    unlisted: int


class QuestionCard(msgspec.Struct, frozen=True, kw_only=True):
    """One question with all its answers."""

    anchor: str
    title: str
    conflict: bool
    because: str
    answers: tuple[AnswerCard, ...]
    development: Development | None  # None where one answer alone is given


def _line(reason: Reason) -> ReasonLine:
    width = round(min(abs(reason.bits), FULL) / FULL * BAR, 1)
    shown: dict[str, list[int]] = {}
    for number, span in enumerate(reason.shown):
        shown.setdefault(span.doc, []).append(number)
    return ReasonLine(
        name=words.label(reason.name),
        bits=words.signed(reason.bits),
        because=words.sentence(reason.because),
        bar_x=BAR - width if reason.bits < 0 else BAR,
        bar_width=width,
        against=reason.bits < 0,
        shown=tuple(spans_href([reason.shown[n] for n in group]) for group in shown.values()),
    )


def standing(assessment: Assessment, marks: dict[str, Mark]) -> Standing:
    """Return an assessment in words; reasons sum, with the prior, to the total."""
    prior = Reason(
        name="starting point",
        bits=assessment.prior_bits,
        because="Before any report is read: how often such an answer holds.",
    )
    term = likelihood(assessment)
    return Standing(
        grade=grade(assessment),
        term=term,
        band=words.BANDS.get(term or "", ""),
        confidence=assessment.confidence.value,
        independent=assessment.independent,
        not_established=assessment.not_established,
        reasons=tuple(_line(r) for r in (prior, *assessment.reasons)),
        total=words.signed(assessment.bits),
        without=tuple(
            WithoutLine(
                mark=marks.get(w.origin),
                digit=int(w.credibility),
                digit_words=words.CREDIBILITY[w.credibility],
                changed=w.credibility != assessment.credibility,
                bits=words.signed(w.bits),
            )
            for w in assessment.without
        ),
        would_change=tuple(map(words.sentence, assessment.would_change)),
    )


def _quotes(lookup: Lookup, answer: Answer) -> tuple[Quote, ...]:
    """Return the first words of each wording: copies of one text are quoted once."""
    seen: dict[tuple[tuple[str, bool], ...], list[Quote]] = {}
    for claim in filter(None, map(lookup.claims.get, answer.claims)):
        if claim.doc in lookup.documents:
            made = quote(lookup.documents[claim.doc], claim)
            seen.setdefault(made.pieces, []).append(made)
    return tuple(
        msgspec.structs.replace(alike[0], alike=len(alike) - 1)
        for alike in list(seen.values())[:QUOTES]
    )


def _card(lookup: Lookup, incident: Incident, question: Question, number: int) -> AnswerCard:
    answer, marks = question.answers[number], origin_marks(incident)
    assessment = lookup.assessment(incident.id, question.slot, number)
    return AnswerCard(
        anchor=f"answer-{question.slot}-{number}",
        text=words.value(answer.value),
        denied=answer.denied,
        marks=tuple(marks[o] for o in answer.origins if o in marks),
        reports=len(answer.reports),
        standing=standing(assessment, marks) if assessment else None,
        quotes=_quotes(lookup, answer),
    )


def _development(incident: Incident, question: Question, ledger: Ledger) -> Development | None:
    if len(question.answers) < 2:
        return None
    found, marks = course(question, ledger), origin_marks(incident)
    return Development(
        because=found.because,
        turns=tuple(
            TurnLine(
                time=words.moment(turn.at),
                who=turn.who,
                mark=marks.get(turn.origin or ""),
                text=words.value(question.answers[turn.answer].value),
                denied=question.answers[turn.answer].denied,
                href=claim_href(ledger.claims[turn.claim]),
                left=None
                if turn.left is None
                else words.value(question.answers[turn.left].value),
                contested=turn.contested,
            )
            for turn in found.turns
        ),
        unlisted=found.unlisted,
    )


def questions(lookup: Lookup, incident: Incident) -> tuple[QuestionCard, ...]:
    """Return every question of an incident with every answer given."""
    ledger = lookup.ledger.within(incident.origins)
    return tuple(
        QuestionCard(
            anchor=f"question-{q.slot}",
            title=words.slot(q.slot),
            conflict=q.conflict,
            because=words.sentence(q.because),
            answers=tuple(_card(lookup, incident, q, n) for n in range(len(q.answers))),
            development=_development(incident, q, ledger),
        )
        for _, q in asked(incident)
    )
