"""One JSON-ready dict a report or incident: the shapes that machines depend on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from ..link import Portion, circles, drift, homes, portions, roots
from ..link.agreement import Ledger
from ..model import (
    Assessment,
    Case,
    Incident,
    Place,
    Reading,
    When,
)
from .questions import question_row
from .standing import grade, judgement_row, judgements_of, origin_counts
from .texts import Row, offsets, value_row


class _OfDocument(Protocol):
    @property
    def doc(self) -> str: ...


_Record = TypeVar("_Record", bound=_OfDocument)  # 3.11 has no syntax for it


def _by_document(records: Iterable[_Record]) -> dict[str, list[_Record]]:
    sorted_out: dict[str, list[_Record]] = {}
    for record in records:
        sorted_out.setdefault(record.doc, []).append(record)
    return sorted_out


def readings_of(case: Case) -> dict[str, Reading]:
    """Return for each document id what the case holds of its reading."""
    said = _by_document(case.attributions)
    told = _by_document(case.accounts)
    claimed = _by_document(case.claims)
    return {
        document.id: Reading(
            attributions=tuple(said.get(document.id, ())),
            accounts=tuple(told.get(document.id, ())),
            claims=tuple(claimed.get(document.id, ())),
        )
        for document in case.documents
    }


def origin_rows(case: Case) -> Iterator[Row]:
    """Yield for each report where it comes from, step and root, in order of publication."""
    keys = {document.id: document.key for document in case.documents}
    incident_of = homes(case.incidents, case.accounts)
    parents: dict[str, list[Row]] = {doc: [] for doc in keys}
    unseen: dict[str, list[Row]] = {doc: [] for doc in keys}
    for step in case.derivations:
        row: Row = {"how": step.how.value, "bits": step.bits, "because": step.because}
        if step.parent is not None:
            shown = [offsets(pair) for pair in step.shown]
            parents[step.doc].append({"from": keys[step.parent], **row, "shown": shown})
        else:
            unseen[step.doc].append({"voice": step.voice, **row})
    readings = readings_of(case)
    root_of = roots(case.documents, case.derivations, readings)
    hops = drift(case.documents, case.derivations, readings)
    dropped = {hop.doc: hop.because for hop in hops if hop.dropped}
    closed = {
        circle.doc: circle.because
        for circle in circles(case.documents, case.derivations, case.sources)
    }
    for document in case.documents:
        root = root_of[document.id]
        yield {
            "report": document.key,
            "incident": incident_of.get(document.id),
            "derived": parents[document.id],
            "unseen": unseen[document.id],
            "origin": {
                "report": keys[root.report] if root.report else None,
                "voice": root.voice,
                "basis": root.basis.value,
            },
            "circular": closed.get(document.id),
            "hedge_dropped": dropped.get(document.id),
        }


def _when_row(when: When | None) -> object:
    return None if when is None else value_row(when)


def _place_row(place: Place | None) -> object:
    return None if place is None else value_row(place)


def by_incident(assessments: Iterable[Assessment]) -> Mapping[str, Sequence[Assessment]]:
    """Return the assessments of each incident, by its id, in their order."""
    found: dict[str, list[Assessment]] = defaultdict(list)
    for assessment in assessments:
        found[assessment.incident].append(assessment)
    return found


def headline_grade(assessments: Iterable[Assessment]) -> str | None:
    """Return the grade of the answer that says what happened, the first one given.

    `assessments` are those of one incident.
    """
    return next((grade(each) for each in assessments if each.slot == "type"), None)


class Whole(NamedTuple):
    """What is made once of a case for the rows of all its incidents."""

    keys: Mapping[str, str]  # of documents, by id
    ledger: Ledger
    portions: Sequence[Portion]
    assessments: Mapping[str, Sequence[Assessment]]  # by incident

    @classmethod
    def of(cls, case: Case) -> "Whole":
        """Index a case."""
        return cls(
            {document.id: document.key for document in case.documents},
            Ledger.of_case(case),
            portions(case.incidents, case.accounts, case.claims),
            by_incident(case.assessments),
        )


def _portion_row(portion: Portion, other: str, keys: Mapping[str, str]) -> Row:
    return {
        "incident": other,
        "slot": portion.slot,
        "total": value_row(portion.total),
        "share": value_row(portion.share),
        "reports": [keys[report] for report in portion.reports],
    }


def incident_row(case: Case, incident: Incident, whole: Whole | None = None) -> Row:
    """Return one incident with its origins counted and every answer side by side.

    For many incidents of one case make the `whole` once.
    """
    keys, ledger, shares, assessed = whole or Whole.of(case)
    seen = ledger.within(incident.origins)
    assessments = assessed.get(incident.id, ())
    grades = {(each.slot, each.answer): grade(each) for each in assessments}
    origins = origin_counts(incident)
    return {
        "incident": incident.id,
        "type": incident.type,
        "place": _place_row(incident.place),
        "when": _when_row(incident.when),
        "reports": [keys[report] for report in incident.reports],
        "origins": {
            "independent": origins["independent"],
            "not_established": origins["not_established"],
        },
        "claims": [question_row(each, keys, grades, seen) for each in incident.questions],
        "grade": headline_grade(assessments),
        "part_of": [
            _portion_row(each, each.whole, keys) for each in shares if each.part == incident.id
        ],
        "parts": [
            _portion_row(each, each.part, keys) for each in shares if each.whole == incident.id
        ],
        "judgements": [judgement_row(each) for each in judgements_of(case, incident)],
    }


def incident_rows(case: Case) -> list[Row]:
    """Return one dict an incident, most reported first."""
    whole = Whole.of(case)
    return [incident_row(case, incident, whole) for incident in case.incidents]
