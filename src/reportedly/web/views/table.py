"""The claim table: every question against every origin, nothing averaged away."""

import msgspec

from reportedly.export.words import independence_words
from reportedly.model import Answer, Certainty, Claim, Incident, Origin, Question, Stance

from ..lookup import Lookup
from . import words
from .shared import Mark, asked, claim_href, origin_marks

OTHERS = 12  # further claims listed under one chip


class Chip(msgspec.Struct, frozen=True, kw_only=True):
    """One value as one origin gives it; leads to the exact characters."""

    text: str
    href: str
    denied: bool
    manner: str | None  # "hedges", "probable": None where plainly asserted
    source: str
    others: tuple[tuple[str, str], ...]  # further claims: address, source
    unlisted: int


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One question with a cell for each origin."""

    slot: str
    title: str
    conflict: bool
    because: str
    cells: tuple[tuple[Chip, ...], ...]


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One origin heading its column."""

    mark: Mark
    name: str
    reports: int
    independence: str


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """The whole table."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    conflicts: int


def manner(claim: Claim) -> str | None:
    """Return how a claim is put, where it is not plainly asserted; a denial shows by itself."""
    if claim.stance in (Stance.HEDGES, Stance.ASKS, Stance.DECLINES):
        return words.STANCE[claim.stance]
    sure = claim.certainty in (Certainty.CERTAIN, Certainty.UNKNOWN)
    return None if sure else f"put as {claim.certainty.value}"


def _source(lookup: Lookup, claim: Claim) -> str:
    return lookup.documents[claim.doc].source if claim.doc in lookup.documents else "?"


def _chip(lookup: Lookup, answer: Answer, origin: Origin) -> Chip | None:
    place_of = {report: n for n, report in enumerate(origin.reports)}
    claims = [lookup.claims[c] for c in answer.claims if c in lookup.claims]
    here = sorted(
        (c for c in claims if c.doc in place_of), key=lambda c: (place_of[c.doc], c.spans[0])
    )
    if not here:
        return None
    first, rest = here[0], here[1:]
    return Chip(
        text=words.value(answer.value),
        href=claim_href(first),
        denied=answer.denied,
        manner=manner(first),
        source=_source(lookup, first),
        others=tuple((claim_href(c), _source(lookup, c)) for c in rest[:OTHERS]),
        unlisted=max(0, len(rest) - OTHERS),
    )


def _row(lookup: Lookup, incident: Incident, question: Question) -> Row:
    def cell(origin: Origin) -> tuple[Chip, ...]:
        given = [a for a in question.answers if origin.id in a.origins]
        return tuple(chip for a in given if (chip := _chip(lookup, a, origin)))

    return Row(
        slot=question.slot,
        title=words.slot(question.slot),
        conflict=question.conflict,
        because=question.because,
        cells=tuple(cell(origin) for origin in incident.origins),
    )


def origin_name(lookup: Lookup, origin: Origin) -> str:
    """Return who knew: the voice, or the source of the first report."""
    first = lookup.documents.get(origin.first)
    return origin.voice or (first.source if first else "unknown")


def table(lookup: Lookup, incident: Incident) -> Table:
    """Return the table of one incident, questions in the order of the record."""
    marks = origin_marks(incident)
    return Table(
        columns=tuple(
            Column(
                mark=marks[o.id],
                name=origin_name(lookup, o),
                reports=len(o.reports),
                independence=independence_words(o),
            )
            for o in incident.origins
        ),
        rows=tuple(_row(lookup, incident, q) for _, q in asked(incident)),
        conflicts=sum(q.conflict for q in incident.questions),
    )
