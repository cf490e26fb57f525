"""Accounts of many documents, grouped into incidents."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.link.agreement import Ledger, questions
from reportedly.link.origins import Provenance, origins
from reportedly.model import (
    Account,
    Derivation,
    Document,
    How,
    Incident,
    Origin,
    Reading,
    Source,
    identify,
)

from .cluster import agglomerate
from .compose import agreed_place, agreed_type, agreed_when, because
from .evidence import evidence
from .keys import pairs
from .pairs import Scale
from .telling import Telling, tellings

_TAKEN = {How.FORWARD, How.COPY, How.TRANSLATION, How.REWRITE}


def incidents(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    derivations: Sequence[Derivation],
    sources: Sequence[Source],
) -> tuple[Incident, ...]:
    """Group what the documents tell into incidents, most reports first.

    An incident is one moment in time and space; a digest may touch several. Accounts are
    compared by place, time, type, words, figures and who took from whom, and joined by average
    linkage, so that no chain of alike reports joins two towns. The order of the documents does
    not matter.
    """
    groups, scale = grouped(documents, readings, derivations)
    ledger = Ledger.of(documents, readings)
    extra = _without_account(groups, documents, derivations)
    known = Provenance(documents, derivations, readings, sources)
    found = []
    for number, group in enumerate(groups):
        reports = {telling.document.id: telling.document for telling in group}
        reports.update((document.id, document) for document in extra[number])
        mine = sorted(reports.values(), key=_by_time)
        behind = origins([document.id for document in mine], known)
        found.append(_incident(group, mine, behind, ledger, scale))
    return tuple(sorted(found, key=lambda incident: (-len(incident.reports), incident.id)))


def homes(incidents: Sequence[Incident], accounts: Sequence[Account]) -> dict[str, str]:
    """Return the incident each report is mainly about, by document id.

    That is the incident of its headline account, or of its only one, or the one it was taken
    into for its words; a digest, which is about none of what it lists, has none.
    """
    of = {account: each.id for each in incidents for account in each.accounts}
    told: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        told[account.doc].append(account)
    found = {
        report: each.id for each in incidents for report in each.reports if report not in told
    }
    for doc, mine in told.items():
        main = [account for account in mine if account.headline or len(mine) == 1]
        if main and main[0].id in of:
            found[doc] = of[main[0].id]
    return found


def grouped(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    derivations: Sequence[Derivation],
) -> tuple[list[list[Telling]], Scale]:
    """Return the accounts that are of one incident, each group by time, and their scale."""
    told = tellings(documents, readings)
    scale = Scale(told, derivations)
    found = agglomerate(
        len(told),
        pairs(told, derivations),
        lambda one, other: scale.bits(told[one], told[other]),
        evidence().threshold,
    )
    return [[told[position] for position in group] for group in found], scale


def _incident(
    group: Sequence[Telling],
    reports: Sequence[Document],
    behind: tuple[Origin, ...],
    ledger: Ledger,
    scale: Scale,
) -> Incident:
    kind = agreed_type(group)
    claims = [ledger.claims[claim] for telling in group for claim in telling.account.claims]
    return Incident(
        id=identify("incident", group[0].account.id, kind),
        type=kind,
        place=agreed_place(group),
        when=agreed_when(group),
        accounts=tuple(telling.account.id for telling in group),
        reports=tuple(document.id for document in reports),
        origins=behind,
        questions=questions(claims, behind, ledger),
        because=because(group, scale),
    )


def _without_account(
    groups: Sequence[Sequence[Telling]],
    documents: Sequence[Document],
    derivations: Sequence[Derivation],
) -> dict[int, list[Document]]:
    """Return, by group, the reports without an account that were taken from one in it."""
    homes: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for telling in group:
            homes[telling.document.id].add(number)
    parents: dict[str, list[str]] = defaultdict(list)
    for step in derivations:
        if step.parent is not None and step.how in _TAKEN:
            parents[step.doc].append(step.parent)
    found: dict[int, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=_by_time):
        near = {number for parent in parents[document.id] for number in homes[parent]}
        if document.id not in homes and len(near) == 1:
            homes[document.id] = near
            found[min(near)].append(document)
    return found


def _by_time(document: Document) -> tuple[bool, str, str]:
    published = document.published
    return published is None, published.isoformat() if published else "", document.id
