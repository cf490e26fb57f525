"""Derivations and voices of a case, indexed once: who comes from whom, who knew."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import NamedTuple

from ...model import Basis, Claim, Derivation, Document, How, Reading, Source
from ...text.shingles import word_keys
from ..directory import Directory
from ..reuse.boilerplate import POSTS
from ..reuse.rarity import weigh
from ..reuse.shelf import ordered
from ..sources import sources
from .voices import Spoken, behind, vouching

_BASIS = {How.SAME_STATEMENT: Basis.OFFICIAL}


class Root(NamedTuple):
    """Where a report goes back to: an earliest report, the voice behind it, how it knew."""

    report: str | None  # document id; None where the first report is not in the case
    voice: str | None  # None: the first report says so itself
    basis: Basis


class Provenance:
    """The forest of best parents of a case, and the voices its reports name."""

    def __init__(
        self,
        documents: Sequence[Document],
        derivations: Iterable[Derivation],
        readings: Mapping[str, Reading],
        voices: Sequence[Source],
    ) -> None:
        """Index the case and its sources; look-ups then cost by what they touch."""
        self.derived: dict[str, list[Derivation]] = defaultdict(list)
        for one in derivations:
            self.derived[one.doc].append(one)
        rank = self._steps(documents)
        self.documents = {doc.id: doc for doc in ordered(documents, rank)}
        self.place = {identity: at for at, identity in enumerate(self.documents)}
        self.directory = Directory(voices)
        self._readings = readings
        self._knowers: dict[str, Spoken | None] = {}
        self._vouching: dict[str, Spoken | None] = {}  # by attribution
        self._here: Mapping[str, Spoken] = {}  # who alone is heard on one incident
        self._lines = self._repeated()
        self._tops: dict[str, str] = {}
        self._telling: dict[str, dict[int, float]] = {}

    def _steps(self, documents: Sequence[Document]) -> dict[str, int]:
        """Return how many undated reports lead to each undated one: parents come first."""
        steps: dict[str, int] = {}
        undated = {doc.id for doc in documents if doc.published is None}
        for doc in sorted(undated):
            path: dict[str, None] = {}
            at: str | None = doc
            while at in undated and at not in steps and at not in path:
                path[at] = None
                at = next((one.parent for one in self.derived[at] if one.parent), None)
            above = steps.get(at or "", -1)
            steps.update({one: step for step, one in enumerate(reversed(path), above + 1)})
        return steps

    def _repeated(self) -> frozenset[tuple[str, str]]:
        count: Counter[tuple[str, str]] = Counter()
        for doc in self.documents.values():
            count.update({(doc.source, line.strip()) for line in doc.text.split("\n")})
        return frozenset(key for key, met in count.items() if met >= POSTS)

    def parents(self, doc: str) -> list[Derivation]:
        """Return what `doc` derives from within the case, best first."""
        return [one for one in self.derived[doc] if one.parent is not None]

    def best(self, doc: str) -> str | None:
        """Return the best parent of `doc` within the case."""
        return next((one.parent for one in self.parents(doc)), None)

    def top(self, doc: str) -> str:
        """Return the earliest report that best parents lead to from `doc`."""
        path = []
        while doc not in self._tops:
            parent = self.best(doc)
            if parent is None or self.place.get(parent, self.place[doc]) >= self.place[doc]:
                self._tops[doc] = doc
                break
            path.append(doc)
            doc = parent
        top = self._tops[doc]
        self._tops.update(dict.fromkeys(path, top))
        return top

    def about(self, claims: Iterable[Claim]) -> "Provenance":
        """Return the same case as it bears on one incident, of which reports tell `claims`.

        A report of a governor's words that adds "25 were shot down over four regions, the
        ministry says" has its word on the other three regions from the ministry alone.
        """
        told: dict[str, list[Spoken | None]] = defaultdict(list)
        for claim in claims:
            told[claim.doc].append(self.vouching(claim))
        only = {doc: _only(voices) for doc, voices in told.items()}
        mine = copy(self)
        mine._here = {doc: voice for doc, voice in only.items() if voice}
        return mine

    def with_more(self, steps: Sequence[Derivation]) -> "Provenance":
        """Return the same case with further derivations, of reports that had none."""
        more = copy(self)
        more.derived = self.derived.copy()
        for step in steps:
            more.derived[step.doc] = [*more.derived[step.doc], step]
        more._tops = {}
        return more

    def with_moved(self, moved: Mapping[str, Derivation]) -> "Provenance":
        """Return the same case with steps replaced, by their ids."""
        more = copy(self)
        more.derived = defaultdict(list)
        for doc, steps in self.derived.items():
            more.derived[doc] = [moved.get(step.id, step) for step in steps]
        more._tops = {}
        return more

    def knower(self, doc: str) -> Spoken | None:
        """Return who knew, by the account of `doc` itself."""
        if doc in self._here:
            return self._here[doc]
        if doc not in self._knowers:
            reading, report = self._readings.get(doc, Reading()), self.documents[doc]
            self._knowers[doc] = behind(report, reading, self.directory)
        return self._knowers[doc]

    def vouching(self, claim: Claim) -> Spoken | None:
        """Return the voice that vouches for a claim, None where its publisher does."""
        if claim.attribution is None:
            return None
        if claim.attribution not in self._vouching:
            reading = self._readings.get(claim.doc, Reading())
            said = next((a for a in reading.attributions if a.id == claim.attribution), None)
            found = vouching(said, self.documents[claim.doc], self.directory) if said else None
            self._vouching[claim.attribution] = found
        return self._vouching[claim.attribution]

    def voices(self, doc: str) -> list[Spoken]:
        """Return who knew by the account of `doc`, and the unseen voices it derives from."""
        said = self.knower(doc)
        unseen = [
            Spoken(
                one.voice, self.directory.key(one.voice), _BASIS.get(one.how, Basis.MEDIA), ()
            )
            for one in self.derived[doc]
            if one.voice is not None
        ]
        return [said, *unseen] if said else unseen

    def root(self, doc: str) -> Root:
        """Return where `doc` goes back to."""
        top = self.top(doc)
        for one in self.derived[top]:
            if one.voice is not None and one.how is How.FORWARD:
                return Root(None, one.voice, Basis.MEDIA)
        voice = self.knower(top)
        if voice is None:
            return Root(top, None, Basis.UNSTATED)
        return Root(top, self.directory.name(voice.name), voice.basis)

    def telling(self, doc: str) -> dict[int, float]:
        """Return the distinct telling words of `doc` with their bits, boilerplate left out."""
        if doc in self._telling:
            return self._telling[doc]
        report = self.documents[doc]
        kept = (
            line
            for line in report.text.split("\n")
            if (report.source, line.strip()) not in self._lines
        )
        self._telling[doc] = weigh(word_keys("\n".join(kept)))
        return self._telling[doc]

    def first_told(self, reports: Iterable[str]) -> dict[int, int]:
        """Return for each telling word of `reports` the place of the first report with it."""
        first: dict[int, int] = {}
        for doc in sorted(reports, key=self.place.__getitem__):
            for word in self.telling(doc):
                first.setdefault(word, self.place[doc])
        return first


def _only(voices: Sequence[Spoken | None]) -> Spoken | None:
    """Return the certain voice that all are, None where there is none such."""
    first = voices[0]
    if first is None or not first.particular:
        return None
    return first if all(each is not None and each.same(first) for each in voices) else None


def roots(
    documents: Sequence[Document],
    derivations: Iterable[Derivation],
    readings: Mapping[str, Reading],
) -> dict[str, Root]:
    """Return for each document id where that report goes back to."""
    known = Provenance(documents, derivations, readings, sources(documents, readings))
    return {doc: known.root(doc) for doc in known.documents}
