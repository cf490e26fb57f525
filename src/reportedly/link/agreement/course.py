"""How the answers to one question came about in time, and when they contradicted each other."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import combinations

import msgspec
from msgspec.structs import replace

from reportedly.model import Answer, Claim, Question

from .ledger import Ledger
from .questions import contradiction
from .standing import standing
from .values import Relation, Standing, shown

_LISTED = 40  # turns of one question; the rest are told by their number
_PAIRS = 12  # answers set side by side, the most backed ones first


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """The first word of one origin, or one voice that changes its mind, for one answer."""

    at: datetime | None  # published; None where the report has no time
    answer: int  # index into the question's answers
    origin: str | None  # its id
    who: str
    claim: str
    doc: str
    left: int | None  # the answer this voice gave before, which cannot hold beside this one
    contested: bool  # whether answers out by then contradict each other


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """How one question went: its turns by time, and the conflict in them."""

    slot: str
    turns: tuple[Turn, ...]
    unlisted: int  # turns beyond those listed
    began: Turn | None  # the first that brought a contradiction
    ended: Turn | None  # the first after which none was left
    because: str


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """How two answers of a question stand to each other."""

    one: int
    other: int
    standing: Standing
    because: str


def relations(question: Question, ledger: Ledger) -> tuple[Pair, ...]:
    """Return how every two of the first answers stand; `ledger` is seen from the incident."""
    found = []
    for (one, left), (other, right) in combinations(enumerate(question.answers[:_PAIRS]), 2):
        relation: Relation = standing(question.slot, left, right, ledger)
        found.append(
            Pair(one=one, other=other, standing=relation.standing, because=relation.because)
        )
    return tuple(found)


def course(question: Question, ledger: Ledger) -> Course:
    """Return how a question went, seen from the incident whose `ledger` it is.

    Relays add no turn: an origin speaks for an answer once. What each turn found contested is
    judged on the reports out by then, with the origins as they are known now.
    """
    given = sorted(_given(question, ledger), key=lambda pair: ledger.order(pair[1]))
    listed = given[:_LISTED]
    known: set[str] = set()
    turns = []
    for number, (index, claim) in enumerate(listed):
        moment = ledger.published(claim)
        alike = number + 1 < len(listed) and ledger.published(listed[number + 1][1]) == moment
        known |= {claim.id}
        if not alike:
            known |= _out_by(question, moment, ledger)
        turns.append(_turn(question, index, claim, known, ledger))
    began = next((turn for turn in turns if turn.contested), None)
    ended = None if question.conflict else _end(turns)
    return Course(
        slot=question.slot,
        turns=tuple(turns),
        unlisted=len(given) - len(listed),
        began=began,
        ended=ended if began else None,
        because=_sentence(question, turns, began, ended if began else None),
    )


def _given(question: Question, ledger: Ledger) -> Iterator[tuple[int, Claim]]:
    """Yield the first word of each origin for an answer, and of each voice that changed it."""
    last: dict[str, int] = {}
    every = [
        (number, ledger.claims[claim])
        for number, answer in enumerate(question.answers)
        for claim in answer.claims
    ]
    changes = set()
    for index, claim in sorted(every, key=lambda pair: ledger.order(pair[1])):
        before = last.get(ledger.speaker(claim))
        if before is not None and _opposed(question, before, index, ledger):
            changes.add(claim.id)
        last[ledger.speaker(claim)] = index
    for number, answer in enumerate(question.answers):
        leading = {claim.id for claim in ledger.leading(answer.claims)}
        for given in dict.fromkeys(answer.claims):
            if given in leading or given in changes:
                yield number, ledger.claims[given]


def _opposed(question: Question, one: int, other: int, ledger: Ledger) -> bool:
    """Tell whether who gives one answer after the other has changed their word."""
    if one == other:
        return False
    found = standing(question.slot, question.answers[one], question.answers[other], ledger)
    return found.standing in (Standing.CONTRADICTS, Standing.SUPERSEDED)


def _out_by(question: Question, moment: datetime | None, ledger: Ledger) -> set[str]:
    if moment is None:  # undated reports come last
        return {claim for answer in question.answers for claim in answer.claims}
    return {
        claim
        for answer in question.answers
        for claim in answer.claims
        if (out := ledger.published(ledger.claims[claim])) is not None and out <= moment
    }


def _turn(
    question: Question, index: int, claim: Claim, known: set[str], ledger: Ledger
) -> Turn:
    origin = ledger.origin(claim)
    voice = ledger.voice(claim)
    who = ledger.directory.name(voice.name if voice else ledger.documents[claim.doc].source)
    return Turn(
        at=ledger.published(claim),
        answer=index,
        origin=origin.id if origin else None,
        who=who,
        claim=claim.id,
        doc=claim.doc,
        left=_left(question, index, claim, ledger),
        contested=contradiction(question.slot, _then(question, known), ledger) is not None,
    )


def _left(question: Question, index: int, claim: Claim, ledger: Ledger) -> int | None:
    """Return the answer that the voice of a claim last gave before it, where it changed it."""
    speaker, order = ledger.speaker(claim), ledger.order(claim)
    before = [
        (ledger.order(other), number)
        for number, answer in enumerate(question.answers)
        for other in map(ledger.claims.__getitem__, answer.claims)
        if ledger.speaker(other) == speaker
        and other.doc != claim.doc
        and ledger.order(other) < order
    ]
    last = max(before, default=None)
    if last is None or not _opposed(question, last[1], index, ledger):
        return None
    return last[1]


def _then(question: Question, known: set[str]) -> list[Answer]:
    """Return the answers as far as their claims were out."""
    kept = (
        replace(answer, claims=tuple(claim for claim in answer.claims if claim in known))
        for answer in question.answers
    )
    return [answer for answer in kept if answer.claims]


def _end(turns: Sequence[Turn]) -> Turn | None:
    """Return the turn after the last contested one."""
    last = max((n for n, turn in enumerate(turns) if turn.contested), default=None)
    return turns[last + 1] if last is not None and last + 1 < len(turns) else None


def _sentence(
    question: Question, turns: Sequence[Turn], began: Turn | None, ended: Turn | None
) -> str:
    """Return how a question went in a sentence or two."""
    if not turns:
        return "Nobody's word for it is known."
    first = turns[0]
    told = f"{_value(question, first)} was first told by “{first.who}”, {_moment(first.at)}."
    if began is None:
        agreed = " Nothing told since contradicts it." if len(question.answers) > 1 else ""
        return told + agreed
    rival = f" From “{began.who}” on, {_moment(began.at)}, accounts contradict each other"
    if ended is not None:
        return f"{told}{rival}; from “{ended.who}” on, {_moment(ended.at)}, no longer."
    if not question.conflict:
        return f"{told}{rival}; by now no longer."
    return f"{told}{rival}; they still do."


def _value(question: Question, turn: Turn) -> str:
    answer = question.answers[turn.answer]
    return ("Not " if answer.denied else "") + f"“{shown(answer.value)}”"


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else "at a time not given"
