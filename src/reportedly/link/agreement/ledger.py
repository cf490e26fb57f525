"""Who gave which answer, when: claims with the report and the voice behind them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from reportedly.link.directory import Directory
from reportedly.link.origins import Spoken, behind, vouching
from reportedly.model import (
    Account,
    Attribution,
    Basis,
    Case,
    Certainty,
    Claim,
    Document,
    Origin,
    Place,
    Reading,
    Source,
    SourceKind,
    Stance,
)


class Ledger(msgspec.Struct, frozen=True):
    """Every claim, attribution and document of a case, by id, and the origins of reports."""

    claims: Mapping[str, Claim]
    attributions: Mapping[str, Attribution]
    documents: Mapping[str, Document]
    directory: Directory
    origins: Mapping[str, Sequence[Origin]] = {}  # by report, of one incident
    said: Mapping[str, Sequence[Attribution]] = {}  # by report
    scenes: Mapping[str, Place | None] = {}  # where the account of a claim puts it, by claim
    # What was found once, by claim: both are asked for many times and cost most of weighing.
    voices: dict[str, Spoken | None] = {}
    behind: dict[str, Origin | None] = {}

    @classmethod
    def of(
        cls,
        documents: Iterable[Document],
        readings: Mapping[str, Reading],
        sources: Iterable[Source] = (),
    ) -> "Ledger":
        """Index the readings of `documents`; readings of other documents are left out.

        `sources` tell which names are one voice, and which publisher is an office.
        """
        known = {document.id: document for document in documents}
        read = [readings[doc] for doc in known if doc in readings]
        return cls(
            claims={claim.id: claim for each in read for claim in each.claims},
            attributions={said.id: said for each in read for said in each.attributions},
            documents=known,
            directory=Directory(sources),
            scenes=_scenes(account for each in read for account in each.accounts),
            said={doc: readings[doc].attributions for doc in known if doc in readings},
        )

    @classmethod
    def of_case(cls, case: Case) -> "Ledger":
        """Index a whole case."""
        said: dict[str, list[Attribution]] = defaultdict(list)
        for each in case.attributions:
            said[each.doc].append(each)
        return cls(
            claims={claim.id: claim for claim in case.claims},
            attributions={each.id: each for each in case.attributions},
            documents={document.id: document for document in case.documents},
            directory=Directory(case.sources),
            said=dict(said),
            scenes=_scenes(case.accounts),
        )

    def attribution(self, claim: Claim) -> Attribution | None:
        """Return the attribution a claim stands in, None where its writer vouches for it."""
        return self.attributions.get(claim.attribution) if claim.attribution else None

    def published(self, claim: Claim) -> datetime | None:
        """Return when the report that makes the claim was published (UTC)."""
        return self.documents[claim.doc].published

    def voice(self, claim: Claim) -> Spoken | None:
        """Return the voice a claim is put to, None where its publisher vouches for it."""
        if claim.id not in self.voices:
            said = self.attribution(claim)
            found = vouching(said, self.documents[claim.doc], self.directory) if said else None
            self.voices[claim.id] = found
        return self.voices[claim.id]

    def speaker(self, claim: Claim) -> str:
        """Return the key of who vouches: the innermost voice, else the publisher."""
        said = self.attribution(claim)
        if said is not None and said.chain:
            return self.directory.key(said.chain[-1].name)
        return self.publisher(claim.doc)

    def publisher(self, doc: str) -> str:
        """Return the key of who published a report."""
        document = self.documents[doc]
        return self.directory.key(document.source, document.handle)

    def official(self, claim: Claim) -> bool:
        """Tell whether the voice of a claim speaks for an office, its publisher's included."""
        said = self.attribution(claim)
        if said is not None and said.chain:
            return said.basis is Basis.OFFICIAL
        document = self.documents[claim.doc]
        source = self.directory.find(document.source, document.handle)
        return source is not None and source.kind is SourceKind.OFFICIAL

    def names(self, doc: str, voice: str) -> bool:
        """Tell whether a report itself names `voice` as one that says something."""
        wanted = self.directory.key(voice)
        return any(
            self.directory.key(heard.name) == wanted
            for said in self.said.get(doc, ())
            if (heard := vouching(said, self.documents[doc], self.directory)) is not None
        )

    def circular(self, claim: Claim) -> bool:
        """Tell whether a claim is put to somebody who has it from the reports that put it so.

        Where A has it from B, and B's own report of it goes back to A, nobody vouches for it.
        Who cites itself by name, and repeats it, makes no circle.
        """
        voice, origin = self.voice(claim), self.origin(claim)
        if voice is None or origin is None or origin.quoted:
            return False
        first = self.publisher(origin.first)
        others = {self.publisher(doc) for doc in origin.reports[1:]} - {first}
        asked = origin.voice is not None and self.directory.key(origin.voice) in others
        return asked and voice.key in others | {first}

    def hedged(self, claim: Claim) -> bool:
        """Tell whether a claim was put with less than certainty."""
        return claim.stance is Stance.HEDGES or claim.certainty in (
            Certainty.PROBABLE,
            Certainty.POSSIBLE,
        )

    def order(self, claim: Claim) -> tuple[bool, str, str]:
        """Return the key that puts claims in the order of their reports, undated ones last."""
        published = self.published(claim)
        return published is None, published.isoformat() if published else "", claim.id

    def within(self, origins: Iterable[Origin]) -> "Ledger":
        """Return this ledger as seen from one incident with these origins."""
        found: dict[str, list[Origin]] = defaultdict(list)
        for origin in origins:
            for report in origin.reports:
                found[report].append(origin)
        return msgspec.structs.replace(self, origins=dict(found), behind={})

    def origin(self, claim: Claim) -> Origin | None:
        """Return the origin of a claim: that of the voice it is put to, else its report's."""
        if claim.id not in self.behind:
            self.behind[claim.id] = self._origin(claim)
        return self.behind[claim.id]

    def _origin(self, claim: Claim) -> Origin | None:
        mine = self.origins.get(claim.doc, ())
        voice = self.voice(claim)
        if voice is not None:
            found = behind(voice, mine, self.documents, self.directory)
            if found is not None:
                return found
        return mine[0] if mine else None

    def leading(self, claims: Iterable[str]) -> list[Claim]:
        """Return the claims that relay nobody: of each origin its first, all without one."""
        found: dict[str, Claim] = {}
        for claim in sorted((self.claims[each] for each in claims), key=self.order):
            origin = self.origin(claim)
            key = origin.id if origin else claim.id
            leads = origin is not None and claim.doc == origin.first
            if key not in found or (leads and found[key].doc != claim.doc):
                found[key] = claim
        return list(found.values())


def _scenes(accounts: Iterable[Account]) -> dict[str, Place | None]:
    return {claim: account.place for account in accounts for claim in account.claims}
