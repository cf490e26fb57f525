"""Accounts of many documents, grouped into incidents."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from msgspec.structs import replace

from reportedly.link.agreement import Ledger, questions
from reportedly.link.agreement.places import wide
from reportedly.link.origins import Provenance, origins, quoted, threaded
from reportedly.model import (
    Account,
    Derivation,
    Document,
    Incident,
    Judgement,
    Reading,
    Source,
    identify,
)

from .asides import grouped_with_asides
from .compose import agreed_place, agreed_type, agreed_when, because
from .continued import continuations
from .evidence import evidence
from .follow import follow, gone_on, steps
from .judged import judged
from .keys import pairs
from .pairs import Scale
from .passing import passing
from .telling import Telling, tellings


class Happened(NamedTuple):
    """The incidents of a case, and its derivations as they stand once these are known."""

    incidents: tuple[Incident, ...]
    derivations: tuple[Derivation, ...]


def happened(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    derivations: Sequence[Derivation],
    sources: Sequence[Source],
    judgements: Sequence[Judgement] = (),
) -> Happened:
    """Group what the documents tell into incidents, most reports first.

    An incident is one moment in time and space; a digest may touch several. Accounts are
    compared by place, time, type, words, figures and who took from whom, and joined while the
    better scores between two groups speak for it, so that no chain of alike reports joins two
    towns; what people judged prevails. Within an incident a source that goes on without naming
    anybody updates its own story, and an update is put to the last that its source told of it.
    The order of the documents does not matter.
    """
    groups, scale = grouped(documents, readings, derivations)
    decided = judged(groups, judgements, scale.bits)
    ledger = Ledger.of(documents, readings, sources)
    known = Provenance(documents, derivations, readings, sources)
    more = continuations((group for group, _ in decided), known)
    known = known.with_more(more)
    of = [tuple(dict.fromkeys(each.document.id for each in group)) for group, _ in decided]
    moved = threaded(known, _telling(readings), of)
    known = known.with_moved(moved)
    found = []
    for (group, by), reports in zip(decided, of, strict=True):
        one = _incident(group, reports, known, ledger, scale)
        found.append(replace(one, judgements=by))
    return Happened(
        tuple(sorted(found, key=lambda incident: (-len(incident.reports), incident.id))),
        tuple(moved.get(step.id, step) for step in (*derivations, *more)),
    )


def _telling(readings: Mapping[str, Reading]) -> frozenset[str]:
    """Return the reports that tell a happening of their own."""
    return frozenset(
        doc for doc, read in readings.items() if any(told.headline for told in read.accounts)
    )


def incidents(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    derivations: Sequence[Derivation],
    sources: Sequence[Source],
    judgements: Sequence[Judgement] = (),
) -> tuple[Incident, ...]:
    """Return the incidents of `happened` alone."""
    return happened(documents, readings, derivations, sources, judgements).incidents


def homes(incidents: Sequence[Incident], accounts: Sequence[Account]) -> dict[str, str]:
    """Return the incident each report is mainly about, by document id.

    That is the incident of its headline account, or of its only one, or the one it was taken
    into for its words; a total that nobody else tells is at home where others tell a part of
    it. A digest, which is about none of what it lists, has none.
    """
    of = {account: each.id for each in incidents for account in each.accounts}
    told: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        told[account.doc].append(account)
    found = {
        report: each.id for each in incidents for report in each.reports if report not in told
    }
    shared = {each.id for each in incidents if len(each.reports) > 1}
    for doc, mine in told.items():
        main = [account for account in mine if account.headline]
        if not main or main[0].id not in of:
            continue
        found[doc] = of[main[0].id]
        parts = [of[part.id] for part in mine if of.get(part.id) in shared]
        if found[doc] not in shared and parts:
            found[doc] = parts[0]
    return found


def grouped(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    derivations: Sequence[Derivation],
) -> tuple[list[list[Telling]], Scale]:
    """Return the accounts that are of one incident, each group by time, and their scale."""
    texts = tellings(documents, readings)
    scale = Scale(texts, derivations)

    def score(one: int, other: int) -> float:
        return scale.bits(texts[one][0], texts[other][0])

    near = pairs(texts, derivations)
    aside = [text[0].aside for text in texts]
    more = steps(texts, near, scale.goes_on)
    loosened = {loose for loose, _ in more}
    fresh = [
        pair
        for pair in near
        if len({texts[each][0].answers for each in pair}) == 1
        and (loosened.isdisjoint(pair) or all(texts[each][0].place is None for each in pair))
    ]
    found = grouped_with_asides(aside, fresh, score, evidence().threshold, evidence().aside)
    found = gone_on(texts, found, more)
    told = follow(texts, found, near, score, _least)
    groups = [[each for position in group for each in texts[position]] for group in told]
    return [sorted(group, key=lambda each: each.order) for group in groups], scale


def _least(telling: Telling) -> float:
    """Return the bits that a text needs with two of an incident to go on with it."""
    if telling.account is None:
        return evidence().follow
    if telling.place is None:
        return evidence().follow_denied if telling.denies else evidence().follow_unplaced
    return inf if wide(telling.place) else evidence().follow_told


def _incident(
    group: Sequence[Telling],
    reports: tuple[str, ...],
    known: Provenance,
    ledger: Ledger,
    scale: Scale,
) -> Incident:
    kind = agreed_type(group)
    accounts = [telling.account for telling in group if telling.account]
    claims = [ledger.claims[claim] for account in accounts for claim in account.claims]
    here = known.about(claims)
    behind = passing(quoted(origins(reports, here), claims, here), group)
    return Incident(
        id=identify("incident", accounts[0].id, kind),
        type=kind,
        place=agreed_place(group),
        when=agreed_when(group, claims),
        accounts=tuple(account.id for account in accounts),
        reports=reports,
        origins=behind,
        questions=questions(claims, behind, ledger),
        because=because(group, scale),
    )
