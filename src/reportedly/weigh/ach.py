"""Competing causes against the evidence (analysis of competing hypotheses, Heuer 1999)."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from reportedly.link.agreement import Ledger, shown
from reportedly.link.agreement.slots import slot_of
from reportedly.model import Answer, Case, Incident, Label, Span

from .balance import lost
from .coding.sheet import Sheet
from .expected import Trace, absence, against, expects, telling, traces, untold
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
    critical: bool  # without what this voice says another hypothesis would lead
    shown: tuple[Span, ...] = ()


class Hypothesis(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column: a cause and the bits of what is inconsistent with it, each voice once."""

    cause: str
    inconsistency: float
    missing: tuple[str, ...] = ()  # what it leads one to expect and nobody reports


class Matrix(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Competing causes, the least inconsistent first, and the most diagnostic items first."""

    incident: str
    hypotheses: tuple[Hypothesis, ...]
    items: tuple[Item, ...]
    wanted: tuple[str, ...] = ()  # reports that would tell the two leading causes apart


class _Row(msgspec.Struct, frozen=True):
    because: str
    bits: float
    fits: tuple[Fit, ...]
    voice: str
    shown: tuple[Span, ...] = ()


def ach(case: Case, incident: Incident) -> Matrix | None:
    """Return the matrix of the causes told of an incident, None where fewer than two compete.

    Causes are ranked by what speaks against them, not by what speaks for them (H-4): the one
    with the least inconsistent evidence leads. An item fits each cause, contradicts it or
    bears on it in no way; expected evidence that nobody reports is an item too (H-2). What one
    voice says counts against a cause once, by its strongest item; support decides only between
    causes that are contradicted alike.
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
    told = _told(sheet)
    rows = _distinct(
        [*_words(causes, sheet), *_traces(causes, sheet), *_absences(causes, told)]
    )
    bits = _sums(Fit.INCONSISTENT, rows, len(causes))
    support = _sums(Fit.CONSISTENT, rows, len(causes))  # decides only between equals
    order = sorted(
        range(len(causes)), key=lambda each: (bits[each], -support[each], causes[each])
    )
    items = [_item(row, order, rows) for row in rows]
    return Matrix(
        incident=incident.id,
        hypotheses=tuple(
            Hypothesis(
                cause=causes[each],
                inconsistency=bits[each],
                missing=untold(causes[each], told),
            )
            for each in order
        ),
        items=tuple(sorted(items, key=lambda i: (-i.diagnosticity, -i.bits, i.because))),
        wanted=_wanted(causes[order[0]], causes[order[1]], told),
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
    names = traces(slot, answer.value)
    if not names.isdisjoint(expects(cause)):
        return Fit.CONSISTENT
    return Fit.NEUTRAL if names.isdisjoint(against(cause)) else Fit.INCONSISTENT


def _given(answer: Answer, slot: str, fits: tuple[Fit, ...], sheet: Sheet) -> Iterator[_Row]:
    for each in testimonies(sheet.incident, answer, sheet.ledger):
        kept = 1 - lost(each)
        if kept:
            yield _Row(
                because=_sentence(each, slot, answer),
                bits=round(kept * each.bits, 2),
                fits=fits,
                voice=each.voice,
                shown=each.claim.spans,
            )


def _sentence(testimony: Testimony, slot: str, answer: Answer) -> str:
    verb = "denies" if answer.denied else "says"
    return f"“{testimony.who}” {verb} “{shown(answer.value)}” ({slot})."


def _told(sheet: Sheet) -> frozenset[Trace]:
    """Return everything that is told on any slot and stands."""
    return frozenset(
        trace
        for question in sheet.incident.questions
        for _, answer in sheet.standing(question.slot)
        for trace in traces(question.slot, answer.value)
    )


def _absences(causes: Sequence[str], told: frozenset[Trace]) -> Iterator[_Row]:
    """Yield for each cause that nobody reports anything it leads one to expect (H-2)."""
    for cause in causes:
        if expects(cause) and told.isdisjoint(expects(cause)):
            what = ", ".join(untold(cause, told))
            sentence = f"Nobody reports what {_plain(cause)} leads one to expect: {what}."
            fits = tuple(Fit.INCONSISTENT if c == cause else Fit.NEUTRAL for c in causes)
            yield _Row(sentence, absence(), fits, voice=f"nobody on {cause}")


def _wanted(first: str, second: str, told: frozenset[Trace]) -> tuple[str, ...]:
    return tuple(
        f"A report of {what} would speak for {_plain(one)} and against {_plain(other)}."
        for one, other in ((first, second), (second, first))
        for what in telling(one, other, told)
    )


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _distinct(rows: Sequence[_Row]) -> list[_Row]:
    """Keep of what one voice says the strongest row of each pattern: it is one observation."""
    found: dict[tuple[str, tuple[Fit, ...]], _Row] = {}
    for row in rows:
        known = found.get((row.voice, row.fits))
        if known is None or (-row.bits, row.because) < (-known.bits, known.because):
            found[row.voice, row.fits] = row
    return list(found.values())


def _sums(wanted: Fit, rows: Sequence[_Row], width: int) -> list[float]:
    """Return the bits that stand so to each cause: of each voice its strongest row."""
    best: list[dict[str, float]] = [{} for _ in range(width)]
    for row in rows:
        for bits, fit in zip(best, row.fits, strict=True):
            if fit is wanted:
                bits[row.voice] = max(row.bits, bits.get(row.voice, 0.0))
    return [round(sum(bits.values()), 2) for bits in best]


def _item(row: _Row, order: Sequence[int], rows: Sequence[_Row]) -> Item:
    """Return the row with its columns in `order` and what hangs on it (H-4, H-5)."""
    contra = sum(fit is Fit.INCONSISTENT for fit in row.fits)
    others = [other for other in rows if other.voice != row.voice]
    rest = _sums(Fit.INCONSISTENT, others, len(order))
    return Item(
        because=row.because,
        bits=row.bits,
        fits=tuple(row.fits[each] for each in order),
        diagnosticity=round(row.bits * min(contra, len(order) - contra) / len(order) * 2, 2),
        critical=contra > 0 and rest[order[0]] > min(rest),
        shown=row.shown,
    )
