"""One report: its words with those who stand behind them, and the seal on the original."""

import re

import msgspec

from reportedly.model import Claim, Document, Original, Span

from ..lookup import Lookup
from . import words
from .cut import merged
from .origins import Step, step
from .shared import Link, claim_href, incident_href, report_href, title
from .table import manner
from .xray import Note, Piece, notes, pieces

_MARK = re.compile(r"(\d{1,9})-(\d{1,9})")
MARKS = 50
VERSUS = 300  # other reports offered to compare with


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """The original a report was read from."""

    sha256: str
    href: str | None  # None: the case does not hold the bytes
    name: str
    size: str
    media_type: str
    received: str
    collector: str
    url: str | None
    place: str
    read_by: str
    checked: bool | None  # the bytes were hashed for this page; None: they were not


class ClaimLine(msgspec.Struct, frozen=True, kw_only=True):
    """One claim of the report."""

    href: str
    slot: str
    text: str
    denied: bool
    manner: str | None
    current: bool
    note: int | None


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What is highlighted, in words."""

    text: str
    exact: str
    positions: str
    back: tuple[Link, ...]  # to the questions that the claim answers


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """Context of the page of one report."""

    id: str
    title: str
    source: str
    handle: str | None
    language: str
    lang: str | None
    published: str
    zone_assumed: bool
    edited: str | None
    forwarded: str | None
    url: str | None
    url_href: str | None
    media: tuple[str, ...]
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    claims: tuple[ClaimLine, ...]
    shown: Shown | None
    incidents: tuple[Link, ...]
    taken_from: tuple[Step, ...]
    taken_by: tuple[Link, ...]
    versus: tuple[Link, ...]  # reports to lay beside this one; the address is an id
    seal: Seal


def asked_marks(document: Document, asked: str) -> tuple[Span, ...]:
    """Return the spans named by "12-40,55-60", those within the text only."""
    found = [(int(a), int(b)) for a, b in _MARK.findall(asked[:1000])][:MARKS]
    return tuple(
        Span(document.id, start, min(end, len(document.text)))
        for start, end in found
        if start < min(end, len(document.text))
    )


def _size(size: int) -> str:
    return f"{size:,} bytes".replace(",", " ")


def seal(document: Document, original: Original | None, checked: bool | None) -> Seal:
    """Return the seal of a report's original."""
    return Seal(
        sha256=document.original,
        href=f"/originals/{document.original}" if original else None,
        name=original.name if original else "not in the case",
        size=_size(original.size) if original else "size unknown",
        media_type=original.media_type if original else "type unknown",
        received=words.moment(original.received if original else None),
        collector=original.collector if original else "unknown",
        url=original.url if original else None,
        place=document.place,
        read_by=document.read_by,
        checked=checked,
    )


def _claims(lookup: Lookup, document: Document, current: Claim | None) -> tuple[ClaimLine, ...]:
    attributions = lookup.attributions_of(document.id)
    number = {a.id: n for n, a in enumerate(attributions, 1)}
    return tuple(
        ClaimLine(
            href=claim_href(claim),
            slot=words.slot(claim.slot),
            text=words.value(claim.value),
            denied=claim.stance.value == "denies",
            manner=manner(claim),
            current=claim == current,
            note=number.get(claim.attribution or ""),
        )
        for claim in lookup.claims_of(document.id)
    )


def _asking(lookup: Lookup, claim: Claim) -> tuple[Link, ...]:
    return tuple(
        Link(
            href=f"{incident_href(incident)}#question-{question.slot}",
            text=f"{words.slot(question.slot)} in {title(incident)}",
        )
        for incident in lookup.incidents_of(claim.doc)
        for question in incident.questions
        if any(claim.id in answer.claims for answer in question.answers)
    )


def _shown(
    lookup: Lookup, document: Document, claim: Claim | None, marks: tuple[Span, ...]
) -> Shown | None:
    if not marks:
        return None
    return Shown(
        text=f"{words.slot(claim.slot)}: {words.value(claim.value)}" if claim else "",
        exact=" … ".join(span.of(document.text) for span in marks),
        positions=", ".join(f"{span.start}–{span.end}" for span in marks),
        back=_asking(lookup, claim) if claim else (),
    )


def _took(lookup: Lookup, document: Document) -> tuple[Link, ...]:
    return tuple(
        Link(
            href=report_href(taker.id),
            text=f"{taker.source} {words.TOOK[d.how]} it ({words.moment(taker.published)})",
        )
        for d in lookup.taken_by(document.id)
        if (taker := lookup.documents.get(d.doc))
    )


def _versus(lookup: Lookup, document: Document) -> tuple[Link, ...]:
    """Return the other reports of the same incidents, at most VERSUS."""
    others = dict.fromkeys(
        r for i in lookup.incidents_of(document.id) for r in i.reports if r != document.id
    )
    found = [lookup.documents[r] for r in list(others)[:VERSUS] if r in lookup.documents]
    return tuple(
        Link(
            href=other.id,
            text=f"{words.moment(other.published)} {words.cut(other.source, 30)}: "
            f"{words.headline(other, 60)}",
        )
        for other in found
    )


def _forwarded(document: Document) -> str | None:
    origin = document.forwarded_from
    if origin is None:
        return None
    return f"{origin.source}, {words.moment(origin.published)}"


def report_page(
    lookup: Lookup,
    document: Document,
    claim: Claim | None,
    marks: tuple[Span, ...],
    checked: bool | None,
) -> ReportPage:
    """Return everything the page of one report shows."""
    attributions = lookup.attributions_of(document.id)
    marks = merged(marks)
    return ReportPage(
        id=document.id,
        title=words.headline(document),
        source=document.source,
        handle=document.handle,
        language=words.LANGUAGES.get(document.lang, document.lang),
        lang=words.lang_of(document),
        published=words.moment(document.published),
        zone_assumed=document.zone_assumed,
        edited=words.moment(document.edited) if document.edited else None,
        forwarded=_forwarded(document),
        url=document.url,
        url_href=words.web_url(document.url),
        media=tuple(f"{m.kind} {m.name}" if m.name else m.kind for m in document.media),
        pieces=pieces(document, attributions, marks),
        notes=notes(document, attributions),
        claims=_claims(lookup, document, claim),
        shown=_shown(lookup, document, claim, marks),
        incidents=tuple(
            Link(href=incident_href(i), text=title(i)) for i in lookup.incidents_of(document.id)
        ),
        taken_from=tuple(step(lookup, d) for d in lookup.taken_from(document.id)),
        taken_by=_took(lookup, document),
        versus=_versus(lookup, document),
        seal=seal(document, lookup.originals.get(document.original), checked),
    )
