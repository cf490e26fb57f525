"""Certainty drift: where along a chain a hedge, a denial or a caveat was lost."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from reportedly.model import (
    Attribution,
    Certainty,
    Claim,
    Derivation,
    How,
    Incident,
    Stance,
    Voice,
)

from ..lookup import Lookup
from . import words
from .shared import claim_href, report_href

SHOWN = 40
_RANK = {
    Certainty.UNKNOWN: 0,
    Certainty.POSSIBLE: 1,
    Certainty.PROBABLE: 2,
    Certainty.CERTAIN: 3,
}
_OPEN = (Stance.HEDGES, Stance.ASKS, Stance.DECLINES)


class Hop(msgspec.Struct, frozen=True, kw_only=True):
    """One voice and how sure it sounded."""

    name: str
    manner: str
    basis: str | None
    href: str | None


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was put more surely, hop by hop from the origin to the last report."""

    about: str
    hops: tuple[Hop, ...]
    lost: str
    also: tuple[Hop, ...] = ()  # further reports that lost the same in the same place


class DriftCard(msgspec.Struct, frozen=True, kw_only=True):
    """All that was lost between the same voices in the same way."""

    names: tuple[str, ...]
    also: tuple[str, ...]
    lost: str
    drifts: tuple[Drift, ...]


def sureness(stance: Stance, certainty: Certainty) -> int:
    """Return how sure a voice sounded, 0..3; a hedge is never more than probable.

    >>> sureness(Stance.ASSERTS, Certainty.CERTAIN), sureness(Stance.HEDGES, Certainty.CERTAIN)
    (3, 1)
    """
    return min(_RANK[certainty], 1) if stance in _OPEN else _RANK[certainty]


def manner(stance: Stance, certainty: Certainty) -> str:
    """Return stance and certainty in words."""
    if stance is Stance.DENIES:
        return "denies"
    return f"{words.STANCE[stance]}, {certainty.value}"


def _said(claims: list[Claim]) -> dict[tuple[str, str], Claim]:
    """Return for each slot and value the most certain claim: what a reader is left with."""
    best: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        key = (claim.slot, words.value(claim.value))
        held = best.get(key)
        sure = sureness(claim.stance, claim.certainty)
        if held is None or sure > sureness(held.stance, held.certainty):
            best[key] = claim
    return best


def _hop(lookup: Lookup, claim: Claim) -> Hop:
    return Hop(
        name=lookup.documents[claim.doc].source,
        manner=manner(claim.stance, claim.certainty),
        basis=None,
        href=claim_href(claim),
    )


def _between(lookup: Lookup, derivation: Derivation) -> Iterator[Drift]:
    parent, child = derivation.parent or "", derivation.doc
    known = parent in lookup.documents and child in lookup.documents
    if not known or derivation.how is How.FORWARD:  # a forward keeps every word
        return
    before, after = _said(lookup.claims_of(parent)), _said(lookup.claims_of(child))
    for (slot, text), claim in before.items():
        later = after.get((slot, text))
        if later is None or Stance.DENIES in (claim.stance, later.stance):
            continue
        if sureness(later.stance, later.certainty) > sureness(claim.stance, claim.certainty):
            yield Drift(
                about=f"{words.slot(slot)}: {text}",
                hops=(_hop(lookup, claim), _hop(lookup, later)),
                lost=f"surer than the report it {words.TOOK[derivation.how]}",
            )
    yield from _caveat(lookup, derivation)


def _caveat(lookup: Lookup, derivation: Derivation) -> Iterator[Drift]:
    parent, child = derivation.parent or "", derivation.doc
    held = [a for a in lookup.attributions_of(parent) if a.caveats]
    if not held or any(a.caveats for a in lookup.attributions_of(child)):
        return
    text = held[0].caveats[0].of(lookup.documents[parent].text)
    if not lookup.claims_of(child):
        return
    yield Drift(
        about=f"Caveat: {words.cut(text, 80)}",
        hops=(
            Hop(
                name=lookup.documents[parent].source,
                manner="gives the caveat",
                basis=None,
                href=f"{report_href(parent)}?mark={held[0].caveats[0].start}-"
                f"{held[0].caveats[0].end}#claim",
            ),
            Hop(
                name=lookup.documents[child].source,
                manner="does not",
                basis=None,
                href=report_href(child),
            ),
        ),
        lost="the caveat is gone",
    )


def _surer(nearer: Voice, further: Voice) -> bool:
    if Stance.DENIES in (nearer.stance, further.stance):
        return False
    return sureness(nearer.stance, nearer.certainty) > sureness(
        further.stance, further.certainty
    )


def _inside(lookup: Lookup, attribution: Attribution) -> Iterator[Drift]:
    """Yield drift within one report: a nearer voice surer than the one it quotes."""
    chain = attribution.chain
    if not any(_surer(a, b) for a, b in pairwise(chain)):
        return
    document = lookup.documents[attribution.doc]
    spans = attribution.content
    mark = ",".join(f"{s.start}-{s.end}" for s in spans)
    href = f"{report_href(document.id)}?mark={mark}#claim"
    yield Drift(
        about=words.cut(spans[0].of(document.text), 80) if spans else document.source,
        hops=tuple(
            Hop(
                name=voice.name,
                manner=manner(voice.stance, voice.certainty),
                basis=words.BASIS[voice.basis],
                href=href,
            )
            for voice in reversed(chain)
        ),
        lost=f"a hedge is lost within {document.source}",
    )


def _found(lookup: Lookup, incident: Incident) -> Iterator[Drift]:
    for report in incident.reports:
        if report in lookup.documents:
            for attribution in lookup.attributions_of(report):
                yield from _inside(lookup, attribution)
            for derivation in lookup.taken_from(report):
                yield from _between(lookup, derivation)


def drifts(lookup: Lookup, incident: Incident) -> tuple[DriftCard, ...]:
    """Return the places where certainty grew on the way, reports in order of time."""
    cards: dict[tuple[object, ...], list[Drift]] = {}
    for drift in _joined(_found(lookup, incident)):
        names = tuple(hop.name for hop in drift.hops), tuple(hop.name for hop in drift.also)
        cards.setdefault((*names, drift.lost), []).append(drift)
    return tuple(
        DriftCard(
            names=tuple(hop.name for hop in group[0].hops),
            also=tuple(hop.name for hop in group[0].also),
            lost=group[0].lost,
            drifts=tuple(group),
        )
        for group in list(cards.values())[:SHOWN]
    )


def _joined(found: Iterable[Drift]) -> list[Drift]:
    """Join drifts that differ only in the report at the end, in order of the first."""
    groups: dict[tuple[object, ...], list[Drift]] = {}
    for drift in found:
        groups.setdefault((drift.about, drift.lost, drift.hops[:-1]), []).append(drift)
    return [
        msgspec.structs.replace(group[0], also=tuple(d.hops[-1] for d in group[1:]))
        for group in groups.values()
    ]
