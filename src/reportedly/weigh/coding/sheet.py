"""What one incident gives a coder: figures that stand, labels, voices, publishers."""

from collections.abc import Iterator, Mapping

import msgspec

from reportedly.link.agreement import Ledger, gone, replaced, shown
from reportedly.model import (
    Answer,
    Assessment,
    Basis,
    Count,
    Credibility,
    Incident,
    Label,
    Question,
)

from ..testimony import Testimony, testimonies

_UNSAID = {Basis.MEDIA, Basis.UNSTATED}


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A count that stands, with its grade and who gives it."""

    value: Count
    grade: Credibility
    independent: int
    given: tuple[Testimony, ...]

    @property
    def top(self) -> int:
        """Return the highest number it allows; an open figure allows its own."""
        return self.value.best if self.value.high is None else self.value.high

    def __str__(self) -> str:
        return shown(self.value)


class Sheet(msgspec.Struct, frozen=True):
    """One incident as a coder sees it; `ledger` is seen from the incident."""

    incident: Incident
    graded: Mapping[tuple[str, int], Assessment]
    ledger: Ledger

    def question(self, slot: str) -> Question | None:
        """Return the question on a slot, None where nobody answers it."""
        return next((each for each in self.incident.questions if each.slot == slot), None)

    def standing(self, slot: str) -> Iterator[tuple[int, Answer]]:
        """Yield the answers given, without denials and those their own voices replaced."""
        question = self.question(slot)
        if question is not None:
            old = replaced(slot, question.answers, self.ledger)
            old |= gone(self.incident, slot)
            for index, answer in enumerate(question.answers):
                if index not in old and not answer.denied:
                    yield index, answer

    def figures(self, slot: str) -> list[Figure]:
        """Return the counts of this incident alone that somebody vouches for, lowest first."""
        found = []
        for index, answer in self.standing(slot):
            given = tuple(testimonies(self.incident, answer, self.ledger))
            graded = self.graded.get((slot, index))
            if isinstance(answer.value, Count) and not answer.value.scope and given and graded:
                found.append(
                    Figure(
                        value=answer.value,
                        grade=graded.credibility,
                        independent=graded.independent,
                        given=given,
                    )
                )
        return sorted(found, key=lambda each: (each.value.low, each.top))

    def scoped(self, slot: str) -> bool:
        """Tell whether counts are given over something else than this incident."""
        return any(
            isinstance(answer.value, Count) and answer.value.scope
            for _, answer in self.standing(slot)
        )

    def harmed(self) -> list[Figure]:
        """Return the figures above none of those killed and injured."""
        return [
            each for slot in ("killed", "injured") for each in self.figures(slot) if each.top
        ]

    def labels(self) -> dict[str, tuple[int, int]]:
        """Return the types and causes given that are not improbable, with how they stand.

        The lower the pair the better: the digit, then independent origins, negative.
        """
        found = {self.incident.type: (int(Credibility.UNKNOWN), 0)}
        for slot in ("type", "cause"):
            for index, answer in self.standing(slot):
                graded = self.graded.get((slot, index))
                if graded and graded.credibility is not Credibility.IMPROBABLE:
                    label = answer.value.value if isinstance(answer.value, Label) else ""
                    rank = int(graded.credibility), -graded.independent
                    found[label] = min(rank, found.get(label, rank))
        return found

    def spoken(self, slot: str) -> list[Testimony]:
        """Return the testimonies for every answer to a slot that stands, earliest first."""
        given = [
            each
            for _, answer in self.standing(slot)
            for each in testimonies(self.incident, answer, self.ledger)
        ]
        return sorted(given, key=lambda each: self.ledger.order(each.claim))

    def voices(self, slot: str) -> tuple[str, ...]:
        """Return those who knew: who speaks for an office, was there or has their own name."""
        return tuple(
            dict.fromkeys(
                each.relying or each.who
                for each in self.spoken(slot)
                if each.basis not in _UNSAID
            )
        )

    def outlets(self, slot: str) -> tuple[str, ...]:
        """Return who published answers to a slot, all slots where it is "", by time."""
        documents = self.ledger.documents
        reports = self.incident.reports
        if slot:
            reports = tuple(doc for _, each in self.standing(slot) for doc in each.reports)
        ordered = [doc for doc in self.incident.reports if doc in reports]
        return tuple(dict.fromkeys(documents[doc].source for doc in ordered))
