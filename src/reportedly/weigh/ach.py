"""Competing causes against the evidence (analysis of competing hypotheses, Heuer 1999)."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files

import msgspec

from reportedly.link.agreement import Ledger, shown
from reportedly.link.agreement.slots import slot_of
from reportedly.model import Answer, Case, Incident, Label, Span

from .balance import lost
from .coding.sheet import Sheet
from .testimony import Testimony, testimonies


class Fit(StrEnum):
    """How an item of evidence stands to a hypothesis."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NEUTRAL = "neutral"


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the matrix: one origin's word, or that an expected word is absent."""

    because: str
    bits: float  # what it is worth, always positive
    fits: tuple[Fit, ...]  # one a hypothesis, in the order of the matrix
    diagnosticity: float  # bits by which it tells hypotheses apart; 0 fits all alike
    critical: bool  # without it another hypothesis would lead
    shown: tuple[Span, ...] = ()


class Hypothesis(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column: a cause and the bits of the items that are inconsistent with it."""

    cause: str
    inconsistency: float


class Matrix(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Competing causes, the least inconsistent first, and the most diagnostic items first."""

    incident: str
    hypotheses: tuple[Hypothesis, ...]
    items: tuple[Item, ...]


class _Trace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    expects: tuple[tuple[str, str], ...] = ()
    against: tuple[tuple[str, str], ...] = ()


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    absence: float
    cause: dict[str, _Trace]


class _Row(msgspec.Struct, frozen=True):
    because: str
    bits: float
    fits: tuple[Fit, ...]
    origin: str
    shown: tuple[Span, ...] = ()


@cache
def _table() -> _Table:
    raw = files(__package__).joinpath("hypotheses.toml").read_bytes()
    return msgspec.toml.decode(raw, type=_Table)


def ach(case: Case, incident: Incident) -> Matrix | None:
    """Return the matrix of the causes told of an incident, None where fewer than two compete.

    Causes are ranked by what speaks against them, not by what speaks for them (H-4): the one
    with the least inconsistent evidence leads. An item fits each cause, contradicts it or
    bears on it in no way; expected evidence that nobody reports is an item too (H-2).
    """
    graded = {
        (each.slot, each.answer): each
        for each in case.assessments
        if each.incident == incident.id
    }
    sheet = Sheet(incident, graded, Ledger.of_case(case).within(incident.origins))
    causes = _causes(sheet)
    if len(causes) < 2:
        return None
    rows = _distinct(
        [*_words(causes, sheet), *_traces(causes, sheet), *_absences(causes, sheet)]
    )
    against = _inconsistency(rows, len(causes))
    order = sorted(range(len(causes)), key=lambda each: (against[each], causes[each]))
    items = [_item(row, order, rows) for row in rows]
    return Matrix(
        incident=incident.id,
        hypotheses=tuple(
            Hypothesis(cause=causes[each], inconsistency=against[each]) for each in order
        ),
        items=tuple(sorted(items, key=lambda i: (-i.diagnosticity, -i.bits, i.because))),
    )


def _causes(sheet: Sheet) -> list[str]:
    """Return every cause that is asserted or denied, but "unknown", by name."""
    question = sheet.question("cause")
    answers = question.answers if question else ()
    named = {each.value.value for each in answers if isinstance(each.value, Label)}
    return sorted(named - set(slot_of("cause").vague))


def _words(causes: Sequence[str], sheet: Sheet) -> Iterator[_Row]:
    """Yield what each origin says of the cause itself."""
    question = sheet.question("cause")
    for answer in question.answers if question else ():
        if isinstance(answer.value, Label) and answer.value.value in causes:
            fits = tuple(_of_cause(answer.value.value, answer.denied, each) for each in causes)
            yield from _given(answer, "cause", fits, sheet)


def _of_cause(said: str, denied: bool, cause: str) -> Fit:
    if denied:
        return Fit.INCONSISTENT if said == cause else Fit.NEUTRAL
    if said == cause:
        return Fit.CONSISTENT
    return Fit.NEUTRAL if slot_of("cause").both(said, cause) else Fit.INCONSISTENT


def _traces(causes: Sequence[str], sheet: Sheet) -> Iterator[_Row]:
    """Yield what origins say on other slots that bears on some cause."""
    for question in sheet.incident.questions:
        if question.slot == "cause":
            continue
        for _, answer in sheet.standing(question.slot):
            fits = tuple(_of_trace(question.slot, answer, cause) for cause in causes)
            if set(fits) != {Fit.NEUTRAL}:
                yield from _given(answer, question.slot, fits, sheet)


def _of_trace(slot: str, answer: Answer, cause: str) -> Fit:
    known = _table().cause.get(cause, _Trace())
    names = {(slot, "*"), (slot, shown(answer.value).replace(" ", "_"))}
    if not names.isdisjoint(known.expects):
        return Fit.CONSISTENT
    return Fit.NEUTRAL if names.isdisjoint(known.against) else Fit.INCONSISTENT


def _given(answer: Answer, slot: str, fits: tuple[Fit, ...], sheet: Sheet) -> Iterator[_Row]:
    for each in testimonies(sheet.incident, answer, sheet.ledger):
        kept = 1 - lost(each)
        if kept:
            yield _Row(
                because=_sentence(each, slot, answer),
                bits=round(kept * each.bits, 2),
                fits=fits,
                origin=each.origin.id,
                shown=each.claim.spans,
            )


def _sentence(testimony: Testimony, slot: str, answer: Answer) -> str:
    verb = "denies" if answer.denied else "says"
    return f"“{testimony.who}” {verb} “{shown(answer.value)}” ({slot})."


def _absences(causes: Sequence[str], sheet: Sheet) -> Iterator[_Row]:
    """Yield for each cause that nobody reports anything it leads one to expect (H-2)."""
    told = {
        (question.slot, name)
        for question in sheet.incident.questions
        for _, answer in sheet.standing(question.slot)
        for name in ("*", shown(answer.value).replace(" ", "_"))
    }
    for cause in causes:
        wanted = _table().cause.get(cause, _Trace()).expects
        if wanted and told.isdisjoint(wanted):
            what = ", ".join(_expected(slot, name) for slot, name in wanted)
            sentence = f"Nobody reports what {_plain(cause)} leads one to expect: {what}."
            fits = tuple(Fit.INCONSISTENT if c == cause else Fit.NEUTRAL for c in causes)
            yield _Row(sentence, _table().absence, fits, origin=cause)


def _expected(slot: str, name: str) -> str:
    return f"any {slot}" if name == "*" else _plain(name)


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _distinct(rows: Sequence[_Row]) -> list[_Row]:
    """Keep of what one origin says the strongest row of each pattern: it is one observation."""
    found: dict[tuple[str, tuple[Fit, ...]], _Row] = {}
    for row in rows:
        known = found.get((row.origin, row.fits))
        if known is None or (-row.bits, row.because) < (-known.bits, known.because):
            found[row.origin, row.fits] = row
    return list(found.values())


def _inconsistency(rows: Sequence[_Row], width: int) -> list[float]:
    return [
        round(sum(row.bits for row in rows if row.fits[each] is Fit.INCONSISTENT), 2)
        for each in range(width)
    ]


def _item(row: _Row, order: Sequence[int], rows: Sequence[_Row]) -> Item:
    """Return the row with its columns in `order` and what hangs on it (H-4, H-5)."""
    against = sum(fit is Fit.INCONSISTENT for fit in row.fits)
    rest = _inconsistency([other for other in rows if other is not row], len(order))
    return Item(
        because=row.because,
        bits=row.bits,
        fits=tuple(row.fits[each] for each in order),
        diagnosticity=round(row.bits * min(against, len(order) - against) / len(order) * 2, 2),
        critical=rest[order[0]] > min(rest),
        shown=row.shown,
    )
