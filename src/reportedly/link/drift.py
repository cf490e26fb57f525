"""How sure, and on what ground, a thing is said at each hop from its origin."""

from collections.abc import Mapping, Sequence

import msgspec

from ..model import Attribution, Basis, Certainty, Derivation, Document, Reading, Stance, Value

_SURE = {Certainty.CERTAIN: 0, Certainty.PROBABLE: 1, Certainty.POSSIBLE: 2}
_OPEN = {Stance.HEDGES, Stance.ASKS}


class Footing(msgspec.Struct, frozen=True, kw_only=True):
    """How one report puts what it mainly tells."""

    certainty: Certainty
    basis: Basis
    hedged: bool  # "unverified", "preliminary", "possibly", or asked rather than told


class Hop(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the footing between a report and the one made from it."""

    doc: str
    parent: str
    steps: int  # reports between `doc` and the first one it goes back to, `doc` included
    before: Footing
    after: Footing
    dropped: bool  # the parent, of another source, hedges; the child does not
    because: str


def footing(reading: Reading) -> Footing:
    """Return the least sure footing among what a report says others said; its own if none.

    A report is hedged if any of its attributions is: a caveat covers what is told with it.
    """
    said = reading.attributions
    hedged = any(_hedged(one) for one in said)
    first = min(said, key=_start, default=None)
    least = max((one.certainty for one in said), key=lambda c: _SURE.get(c, 0), default=None)
    return Footing(
        certainty=least or Certainty.CERTAIN,
        basis=first.basis if first else Basis.UNSTATED,
        hedged=hedged,
    )


def drift(
    documents: Sequence[Document],
    derivations: Sequence[Derivation],
    readings: Mapping[str, Reading],
) -> tuple[Hop, ...]:
    """Return each hop from a report to its best parent, in the order of the derivations."""
    sources = {doc.id: doc.source for doc in documents}
    best: dict[str, str] = {}
    for one in derivations:
        if one.parent in sources and one.doc in sources:
            best.setdefault(one.doc, one.parent or "")
    footings = {doc: footing(readings.get(doc, Reading())) for doc in {*best, *best.values()}}
    told = {doc: _surest(readings.get(doc, Reading())) for doc in footings}
    return tuple(
        _hop(doc, parent, _steps(doc, best), (footings, told), sources)
        for doc, parent in best.items()
    )


def _surest(reading: Reading) -> dict[tuple[str, Value], bool]:
    """Return for each thing that a report claims whether it is hedged wherever it is told."""
    hedged: dict[tuple[str, Value], bool] = {}
    for claim in reading.claims:
        open_ = claim.stance in _OPEN or _SURE.get(claim.certainty, 0) > 0
        key = claim.slot, claim.value
        hedged[key] = hedged.get(key, True) and open_
    return hedged


def _start(said: Attribution) -> tuple[int, str]:
    return min((span.start for span in said.content), default=0), said.id


def _hedged(said: Attribution) -> bool:
    return (
        bool(said.caveats)
        or said.stance in _OPEN
        or _SURE.get(said.certainty, 0) > 0
        or any(
            voice.stance in _OPEN or _SURE.get(voice.certainty, 0) > 0 for voice in said.chain
        )
    )


def _steps(doc: str, best: Mapping[str, str]) -> int:
    seen = {doc}
    while (doc := best.get(doc, "")) and doc not in seen:
        seen.add(doc)
    return len(seen) - 1


def _hop(
    doc: str,
    parent: str,
    steps: int,
    read: tuple[Mapping[str, Footing], Mapping[str, Mapping[tuple[str, Value], bool]]],
    sources: Mapping[str, str],
) -> Hop:
    footings, told = read
    before, after = footings[parent], footings[doc]
    surer = {
        key for key, open_ in told[parent].items() if open_ and not told[doc].get(key, True)
    }
    dropped = (before.hedged and not after.hedged) or bool(surer)
    dropped = dropped and sources[doc] != sources[parent]
    parts = []
    if dropped and surer:
        slots = ", ".join(sorted({slot.replace("_", " ") for slot, _ in surer}))
        parts.append(f"{sources[doc]} tells as certain what {sources[parent]} hedges: {slots}")
    elif dropped:
        parts.append(f"{sources[doc]} tells as certain what {sources[parent]} hedges")
    elif after.hedged and not before.hedged:
        parts.append(f"{sources[doc]} hedges what {sources[parent]} tells as certain")
    if before.basis is not after.basis:
        parts.append(f"the ground given changes from {before.basis} to {after.basis}")
    return Hop(
        doc=doc,
        parent=parent,
        steps=steps,
        before=before,
        after=after,
        dropped=dropped,
        because="; ".join(parts) or "nothing changes",
    )
