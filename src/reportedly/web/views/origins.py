"""The origins of an incident, and the reports that go back to them."""

import msgspec

from reportedly.export.words import independence_words
from reportedly.model import Derivation, Incident

from ..lookup import Lookup
from . import words
from .shared import Mark, marks_of_reports, origin_marks, report_href
from .table import origin_name

SHOWN = 300  # reports listed on one page


class OriginCard(msgspec.Struct, frozen=True, kw_only=True):
    """One origin with its reason."""

    mark: Mark
    name: str
    basis: str
    independence: str
    kind: str  # "yes", "no", "open": for the sign before it
    quoted: bool  # not counted: reports only quote it beside what they go back to
    because: str
    reports: int
    first_href: str
    first_source: str
    first_time: str


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """How one report comes from another or from an unseen voice."""

    took: str
    name: str
    href: str | None  # None: unseen
    compare: str | None
    because: str
    bits: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One report of the incident, in order of time."""

    anchor: str
    href: str
    source: str
    time: str
    lang: str | None
    headline: str
    marks: tuple[Mark, ...]
    steps: tuple[Step, ...]


def origin_cards(lookup: Lookup, incident: Incident) -> tuple[OriginCard, ...]:
    """Return the origins in the order of the incident."""
    marks = origin_marks(incident)
    kinds = {"independent": "yes", "not independent": "no"}
    cards = []
    for origin in incident.origins:
        first = lookup.documents.get(origin.first)
        cards.append(
            OriginCard(
                mark=marks[origin.id],
                name=origin_name(lookup, origin),
                basis=words.BASIS[origin.basis],
                independence=independence_words(origin),
                kind=kinds.get(origin.independence.value, "open"),
                quoted=origin.quoted,
                because=words.sentence(origin.because),
                reports=len(origin.reports),
                first_href=report_href(origin.first),
                first_source=first.source if first else "unknown",
                first_time=words.moment(first.published if first else None),
            )
        )
    return tuple(cards)


def step(lookup: Lookup, derivation: Derivation) -> Step:
    """Return one derivation as seen from the report that took."""
    parent = lookup.documents.get(derivation.parent or "")
    name = parent.source if parent else derivation.voice or "a report outside the case"
    compare = f"/compare?a={parent.id}&b={derivation.doc}" if parent else None
    return Step(
        took=words.TOOK[derivation.how],
        name=name,
        href=report_href(parent.id) if parent else None,
        compare=compare,
        because=derivation.because,
        bits=words.signed(derivation.bits),
    )


def reports(lookup: Lookup, incident: Incident) -> tuple[Told, ...]:
    """Return the reports of an incident by time published, at most SHOWN."""
    marks = marks_of_reports(incident)
    found = [lookup.documents[r] for r in incident.reports[:SHOWN] if r in lookup.documents]
    return tuple(
        Told(
            anchor=f"report-{document.id}",
            href=report_href(document.id),
            source=document.source,
            time=words.moment(document.published),
            lang=words.lang_of(document),
            headline=words.headline(document),
            marks=marks.get(document.id, ()),
            steps=tuple(step(lookup, d) for d in lookup.taken_from(document.id)),
        )
        for document in found
    )
