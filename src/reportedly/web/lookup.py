"""A case with the ways through it that pages need, made once per loaded case."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter
from typing import Any

from reportedly.link import Portion, portions
from reportedly.link.agreement import Ledger
from reportedly.model import (
    Assessment,
    Attribution,
    Case,
    Claim,
    Derivation,
    Document,
    Incident,
    Original,
)


def _grouped(records: Iterable[Any], key: str) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        groups[getattr(record, key)].append(record)
    return dict(groups)


class Lookup:
    """Find records of one case by id and by what they hang on; answers keep case order."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.documents: dict[str, Document] = {d.id: d for d in case.documents}
        self.originals: dict[str, Original] = {o.sha256: o for o in case.originals}
        self.claims: dict[str, Claim] = {c.id: c for c in case.claims}
        self.attributions: dict[str, Attribution] = {a.id: a for a in case.attributions}
        self.incidents: dict[str, Incident] = {i.id: i for i in case.incidents}
        self._claims_of: dict[str, list[Claim]] = _grouped(case.claims, "doc")
        self._attributions_of: dict[str, list[Attribution]] = _grouped(case.attributions, "doc")
        self._from: dict[str, list[Derivation]] = _grouped(case.derivations, "doc")
        self._into: dict[str, list[Derivation]] = _grouped(
            filter(attrgetter("parent"), case.derivations), "parent"
        )
        self._assessed: dict[tuple[str, str, int], Assessment] = {
            (a.incident, a.slot, a.answer): a for a in case.assessments
        }
        self._incidents_of: dict[str, list[Incident]] = defaultdict(list)
        for incident in case.incidents:
            for report in incident.reports:
                self._incidents_of[report].append(incident)
        self._haystacks: dict[str, str] = {}

    @cached_property
    def ledger(self) -> Ledger:
        """Return who gave which answer, made when a page first asks for it."""
        return Ledger.of_case(self.case)

    @cached_property
    def portions(self) -> tuple[Portion, ...]:
        """Return which incidents are parts of totals that others tell."""
        return portions(self.case.incidents, self.case.accounts, self.case.claims)

    def claims_of(self, doc: str) -> list[Claim]:
        """Return the claims one report makes."""
        return self._claims_of.get(doc, [])

    def attributions_of(self, doc: str) -> list[Attribution]:
        """Return who is said to have said what in one report."""
        return self._attributions_of.get(doc, [])

    def taken_from(self, doc: str) -> list[Derivation]:
        """Return where one report has its words or news from."""
        return self._from.get(doc, [])

    def taken_by(self, doc: str) -> list[Derivation]:
        """Return which reports have theirs from this one."""
        return self._into.get(doc, [])

    def incidents_of(self, doc: str) -> list[Incident]:
        """Return the incidents one report tells of."""
        return self._incidents_of.get(doc, [])

    def assessment(self, incident: str, slot: str, answer: int) -> Assessment | None:
        """Return how one answer stands, if it was assessed."""
        return self._assessed.get((incident, slot, answer))

    def haystack(self, doc: str) -> str:
        """Return a report's source and text, folded for searching."""
        if doc not in self._haystacks:
            document = self.documents[doc]
            self._haystacks[doc] = needle(f"{document.source}\n{document.text}")
        return self._haystacks[doc]


def needle(text: str) -> str:
    """Return `text` as searched: letter case and ё do not count.

    >>> needle("Взлётная")
    'взлетная'
    """
    return text.casefold().replace("ё", "е")
