"""One incident: what is said, by whom, how far it can be believed."""

import msgspec

from reportedly.model import Incident

from ..lookup import Lookup
from . import words
from .answers import QuestionCard, questions
from .chart import Chart, chart
from .drift import Drift, drifts
from .graph import Graph, graph
from .origins import OriginCard, Told, origin_cards, reports
from .shared import Grade, best, grade, independent, title, when
from .table import Table, table
from .timeline import Timeline, timeline

HEADLINE = ("killed", "injured", "cause", "actor", "launched", "downed", "position")


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One headline fact: the best standing answer, or the fact that there are several."""

    slot: str
    href: str
    text: str
    conflict: bool
    also: tuple[str, ...]
    grade: Grade | None


class IncidentPage(msgspec.Struct, frozen=True, kw_only=True):
    """Context of the page of one incident."""

    title: str
    when: str
    where: str
    because: str
    reports: int
    independent: int
    not_established: int
    facts: tuple[Fact, ...]
    origins: tuple[OriginCard, ...]
    table: Table
    questions: tuple[QuestionCard, ...]
    timeline: Timeline | None
    graph: Graph | None
    chart: Chart | None
    drifts: tuple[Drift, ...]
    told: tuple[Told, ...]
    untold: int  # reports beyond those listed


def _facts(lookup: Lookup, incident: Incident) -> tuple[Fact, ...]:
    facts = []
    for question in sorted(
        (q for q in incident.questions if q.slot in HEADLINE),
        key=lambda q: HEADLINE.index(q.slot),
    ):
        assessed = best(lookup, incident, question.slot)
        shown = assessed.answer if assessed else 0
        texts = [
            f"not {words.value(a.value).lower()}" if a.denied else words.value(a.value)
            for a in question.answers
        ]
        if texts:
            facts.append(
                Fact(
                    slot=words.slot(question.slot),
                    href=f"#question-{question.slot}",
                    text=texts[shown],
                    conflict=question.conflict,
                    also=tuple(t for n, t in enumerate(texts) if n != shown)[:3],
                    grade=grade(assessed) if assessed else None,
                )
            )
    return tuple(facts)


def incident_page(lookup: Lookup, incident: Incident) -> IncidentPage:
    """Return everything the page of one incident shows."""
    sure, open_ = independent(incident)
    told = reports(lookup, incident)
    return IncidentPage(
        title=title(incident),
        when=when(incident),
        where=words.exactness(incident.place) if incident.place else "place not established",
        because=incident.because,
        reports=len(incident.reports),
        independent=sure,
        not_established=open_,
        facts=_facts(lookup, incident),
        origins=origin_cards(lookup, incident),
        table=table(lookup, incident),
        questions=questions(lookup, incident),
        timeline=timeline(lookup, incident),
        graph=graph(lookup, incident),
        chart=chart(incident),
        drifts=drifts(lookup, incident),
        told=told,
        untold=len(incident.reports) - len(told),
    )
