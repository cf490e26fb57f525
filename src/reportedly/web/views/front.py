"""The first page: incidents, and the reports that stand alone."""

from collections.abc import Sequence

import msgspec

from reportedly.model import Document, Incident, Refusal

from ..lookup import Lookup, needle
from . import words
from .asof import AsOf
from .shared import (
    Grade,
    asked,
    best,
    grade,
    incident_href,
    independent,
    report_href,
    title,
    when,
)

PAGE = 50  # incidents or reports on one page


class ReportLine(msgspec.Struct, frozen=True, kw_only=True):
    """One report in a list."""

    href: str
    source: str
    time: str
    lang: str | None
    headline: str


class IncidentLine(msgspec.Struct, frozen=True, kw_only=True):
    """One incident in the list."""

    href: str
    type: str
    place: str
    when: str
    first: ReportLine | None  # who told it first, in their words
    reports: int
    independent: int
    not_established: int
    conflicts: tuple[str, ...]  # the questions answered differently
    grade: Grade | None


class Pages(msgspec.Struct, frozen=True, kw_only=True):
    """Where this page stands among the others."""

    number: int
    last: int


class Front(msgspec.Struct, frozen=True, kw_only=True):
    """Context of the first page."""

    title: str
    query: str
    as_of: AsOf | None
    reports: int
    sources: int
    originals: int
    found: int
    incidents: tuple[IncidentLine, ...]
    pages: Pages
    others: tuple[ReportLine, ...]
    others_found: int
    other_pages: Pages
    refusals: tuple[Refusal, ...]


def incident_line(lookup: Lookup, incident: Incident) -> IncidentLine:
    """Return an incident as the list shows it."""
    sure, open_ = independent(incident)
    assessed = best(lookup, incident, "type")
    return IncidentLine(
        href=incident_href(incident),
        type=words.label(incident.type),
        place=words.value(incident.place) if incident.place else "place not established",
        when=when(incident),
        first=_first(lookup, incident),
        reports=len(incident.reports),
        independent=sure,
        not_established=open_,
        conflicts=tuple(words.slot(q.slot).lower() for _, q in asked(incident) if q.conflict),
        grade=grade(assessed) if assessed else None,
    )


def _first(lookup: Lookup, incident: Incident) -> ReportLine | None:
    """Return the report that opens the incident: one line of it tells two strikes apart."""
    told = [origin.first for origin in incident.origins if origin.first in lookup.documents]
    return report_line(lookup.documents[told[0]]) if told else None


def report_line(document: Document) -> ReportLine:
    """Return a report as a list shows it."""
    return ReportLine(
        href=report_href(document.id),
        source=document.source,
        time=words.moment(document.published),
        lang=words.lang_of(document),
        headline=words.headline(document),
    )


def _asked(lookup: Lookup, incident: Incident, query: str) -> bool:
    return query in needle(f"{title(incident)} {when(incident)}") or any(
        query in lookup.haystack(report)
        for report in incident.reports
        if report in lookup.documents
    )


def _pages(found: Sequence[object], number: int) -> tuple[Pages, slice]:
    last = max(1, -(-len(found) // PAGE))
    number = min(max(1, number), last)
    return Pages(number=number, last=last), slice((number - 1) * PAGE, number * PAGE)


def front(
    lookup: Lookup,
    query: str = "",
    page: int = 1,
    other_page: int = 1,
    as_of: AsOf | None = None,
) -> Front:
    """Return the first page, narrowed to what holds `query` anywhere in its words."""
    case, wanted = lookup.case, needle(query.strip())
    incidents = [i for i in case.incidents if not wanted or _asked(lookup, i, wanted)]
    others = [
        d
        for d in case.documents
        if not lookup.incidents_of(d.id) and (not wanted or wanted in lookup.haystack(d.id))
    ]
    pages, window = _pages(incidents, page)
    other_pages, other_window = _pages(others, other_page)
    return Front(
        title="Incidents",
        query=query,
        as_of=as_of,
        reports=len(case.documents),
        sources=len({d.source for d in case.documents}),
        originals=len(case.originals),
        found=len(incidents),
        incidents=tuple(incident_line(lookup, i) for i in incidents[window]),
        pages=pages,
        others=tuple(report_line(d) for d in others[other_window]),
        others_found=len(others),
        other_pages=other_pages,
        refusals=case.refusals[:PAGE],
    )
