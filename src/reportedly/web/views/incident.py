"""One incident: what is said, by whom, how far it can be believed."""

import msgspec

from reportedly.export.words import judgement_words, portion_words
from reportedly.model import Assessment, Incident, Question

from ..lookup import Lookup
from . import words
from .answers import QuestionCard, questions
from .asof import AsOf
from .causes import Causes, Rules, causes, rules
from .chart import Chart, chart
from .drift import DriftCard, drifts
from .folding import Folding
from .glance import Line, glance, legend
from .graph import Graph, graph
from .origins import OriginCard, Told, origin_cards, reports
from .shared import Grade, Link, grade, incident_href, independent, title, when
from .table import Table, table
from .timeline import Timeline, timeline

HEADLINE = ("killed", "injured", "cause", "actor", "launched", "downed", "position")

FIGURES = 4  # contradicting answers shown in one fact


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One headline question: its answer, or all answers where they contradict each other."""

    slot: str
    href: str
    conflict: bool
    answers: tuple[tuple[str, bool, Grade | None], ...]  # value, denied, grade
    unlisted: int


class IncidentPage(msgspec.Struct, frozen=True, kw_only=True):
    """Context of the page of one incident."""

    title: str
    when: str
    where: str
    because: str
    as_of: AsOf | None
    glance: tuple[Line, ...]
    legend: tuple[tuple[str, str], ...]
    judged: tuple[str, ...]  # what people decided of it
    part_of: tuple[Link, ...]  # totals that count this one in
    parts: tuple[Link, ...]  # of its own total
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
    drifts: tuple[DriftCard, ...]
    causes: Causes | None
    rules: tuple[Rules, ...]
    told: tuple[Told, ...]
    untold: int  # reports beyond those listed


def _fact(lookup: Lookup, incident: Incident, question: Question) -> Fact:
    assessed = {
        n: lookup.assessment(incident.id, question.slot, n)
        for n in range(len(question.answers))
    }
    order = sorted(assessed, key=lambda n: _standing(question, n, assessed[n]))
    shown = order[:FIGURES] if question.conflict else order[:1]
    return Fact(
        slot=words.slot(question.slot),
        href=f"#question-{question.slot}",
        conflict=question.conflict,
        answers=tuple(
            (
                words.value(question.answers[n].value),
                question.answers[n].denied,
                grade(found) if (found := assessed[n]) else None,
            )
            for n in shown
        ),
        unlisted=len(order) - len(shown),
    )


def _standing(question: Question, number: int, found: Assessment | None) -> tuple[object, ...]:
    """Return what sorts the best standing answer first, denials after what they deny."""
    if found is None:
        return question.answers[number].denied, 7, 0.0, number
    return question.answers[number].denied, int(found.credibility), -found.bits, number


def _facts(lookup: Lookup, incident: Incident) -> tuple[Fact, ...]:
    asked = [q for q in incident.questions if q.slot in HEADLINE and q.answers]
    asked.sort(key=lambda q: HEADLINE.index(q.slot))
    return tuple(_fact(lookup, incident, question) for question in asked)


def _legend(lookup: Lookup, incident: Incident) -> tuple[tuple[str, str], ...]:
    return legend(
        tuple(
            lookup.assessment(incident.id, question.slot, number)
            for question in incident.questions
            if question.slot in HEADLINE
            for number in range(len(question.answers))
        )
    )


def _portions(lookup: Lookup, incident: Incident, *, of_it: bool) -> tuple[Link, ...]:
    """Return the incidents that are parts of this one's total, or the totals it is part of."""
    found = []
    for each in lookup.portions:
        mine, other = (each.whole, each.part) if of_it else (each.part, each.whole)
        if mine == incident.id:
            named = lookup.incidents[other]
            text = f"{title(named)}: {portion_words(each)}"
            found.append(Link(href=incident_href(named), text=text))
    return tuple(found)


def incident_page(
    lookup: Lookup,
    incident: Incident,
    as_of: AsOf | None = None,
    folding: Folding | None = None,
) -> IncidentPage:
    """Return everything the page of one incident shows; `as_of` is the form of moments."""
    sure, open_ = independent(incident)
    told = reports(lookup, incident)
    return IncidentPage(
        title=title(incident),
        when=when(incident),
        where=words.exactness(incident.place) if incident.place else "place not established",
        because=words.sentence(incident.because),
        as_of=as_of,
        glance=glance(lookup, incident),
        legend=_legend(lookup, incident),
        judged=tuple(
            judgement_words(each)
            for each in lookup.case.judgements
            if each.id in incident.judgements
        ),
        part_of=_portions(lookup, incident, of_it=False),
        parts=_portions(lookup, incident, of_it=True),
        reports=len(incident.reports),
        independent=sure,
        not_established=open_,
        facts=_facts(lookup, incident),
        origins=origin_cards(lookup, incident),
        table=table(lookup, incident),
        questions=questions(lookup, incident),
        timeline=timeline(lookup, incident),
        graph=graph(lookup, incident, folding),
        chart=chart(incident),
        drifts=drifts(lookup, incident),
        causes=causes(lookup, incident),
        rules=rules(lookup, incident),
        told=told,
        untold=len(incident.reports) - len(told),
    )
