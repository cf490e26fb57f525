"""How two answers of one question stand to each other, updates included."""

from collections.abc import Sequence
from datetime import datetime
from itertools import permutations

from reportedly.model import Answer, Claim, Count, Label

from .ledger import Ledger
from .places import Nearness, level, nearness
from .slots import slot_of
from .values import Relation, Standing, opposed, relate

_OWN = "everybody who gave the earlier answer has since given the later one"


def standing(slot: str, one: Answer, other: Answer, ledger: Ledger) -> Relation:
    """Return how two answers stand, the same both ways round.

    What contradicts by value is no contradiction where everybody who gave the earlier value
    has since given the later one, or an office has let a toll rise that an office gave, or
    gives a higher figure beside the one it had given.
    """
    if one.denied and other.denied:
        return Relation(Standing.SEPARATE, "both are denials")
    if one.denied or other.denied:
        denied, said = (one, other) if one.denied else (other, one)
        found = opposed(slot, said.value, denied.value)
    else:
        found = relate(slot, one.value, other.value)
    if found.standing is not Standing.CONTRADICTS:
        return found
    if slot_of(slot).summed and (_holds(one, other, ledger) or _holds(other, one, ledger)):
        return Relation(Standing.PART, "one is over the region, the other over a part of it")
    if not (one.denied or other.denied) and _said_together(one, other, ledger):
        return Relation(Standing.SEPARATE, "one voice gives both in one report")
    for old, new in ((one, other), (other, one)):
        why = superseded(slot, old, new, ledger)
        if why is not None:
            return Relation(Standing.SUPERSEDED, why)
    return found


def _holds(whole: Answer, part: Answer, ledger: Ledger) -> bool:
    """Tell whether one figure is told of a region, and the other, no higher, of towns in it."""
    if not (isinstance(whole.value, Count) and isinstance(part.value, Count)):
        return False
    more = whole.value.high is not None and part.value.low > whole.value.high
    if whole.denied or part.denied or more:
        return False
    scenes = (ledger.scenes.get(claim) for claim in whole.claims)
    regions = {scene for scene in scenes if scene is not None and scene.kind == "region"}
    towns = {ledger.scenes.get(claim) for claim in part.claims}
    return bool(regions) and all(
        town is not None and level(town) == "spot" and nearness(town, region) is Nearness.INSIDE
        for town in towns
        for region in regions
    )


def _said_together(one: Answer, other: Answer, ledger: Ledger) -> bool:
    """Tell whether one voice gives both answers in one report, and so means both."""
    if not isinstance(one.value, Label):
        return False
    said = {(c.doc, ledger.speaker(c)) for c in (ledger.claims[each] for each in one.claims)}
    return any(
        (claim.doc, ledger.speaker(claim)) in said
        for claim in (ledger.claims[each] for each in other.claims)
    )


def superseded(slot: str, old: Answer, new: Answer, ledger: Ledger) -> str | None:
    """Return why `new` takes the place of `old`, None where it does not.

    Where each would take the other's place, what its own voices took back is gone; where both
    did, neither is.
    """
    why = _later(slot, old, new, ledger)
    back = _later(slot, new, old, ledger) if why else None
    return why if back is None or (why == _OWN and back != _OWN) else None


def _later(slot: str, old: Answer, new: Answer, ledger: Ledger) -> str | None:
    before = ledger.leading(old.claims)  # who only relayed the old figure need not take it back
    after = [ledger.claims[claim] for claim in new.claims]
    if not before or not after:
        return None
    if _same_voices(before, after, ledger):
        return _OWN
    if not (slot_of(slot).rising and _rose(old, new)):
        return None
    if _offices(before, ledger.leading(new.claims), ledger):
        return "an office has let the figure rise that an office gave"
    if _beside(old, new, ledger):
        return "an office that gave it gives a higher figure in the same report"
    return None


def replaced(slot: str, answers: Sequence[Answer], ledger: Ledger) -> frozenset[int]:
    """Return the places of the answers that another one has taken the place of."""
    return frozenset(
        old
        for old, new in permutations(range(len(answers)), 2)
        if standing(slot, answers[old], answers[new], ledger).standing is Standing.SUPERSEDED
        and superseded(slot, answers[old], answers[new], ledger) is not None
    )


def _same_voices(before: Sequence[Claim], after: Sequence[Claim], ledger: Ledger) -> bool:
    first, since = _first_word(before, ledger), _first_word(after, ledger)
    return all(
        said is not None and (later := since.get(speaker)) is not None and later > said
        for speaker, said in first.items()
    )


def _first_word(claims: Sequence[Claim], ledger: Ledger) -> dict[str, datetime | None]:
    """Return when each voice first said so; later repeats may be relays that lag behind."""
    found: dict[str, datetime | None] = {}
    for claim in sorted(claims, key=ledger.order):
        found.setdefault(ledger.speaker(claim), ledger.published(claim))
    return found


def _rose(old: Answer, new: Answer) -> bool:
    if old.denied or new.denied:
        return False
    if not (isinstance(old.value, Count) and isinstance(new.value, Count)):
        return False
    return old.value.high is not None and new.value.low > old.value.high


def _offices(before: Sequence[Claim], after: Sequence[Claim], ledger: Ledger) -> bool:
    if not all(ledger.official(claim) for claim in before):
        return False
    said = [ledger.published(claim) for claim in before]
    since = [ledger.published(claim) for claim in after if ledger.official(claim)]
    known = [moment for moment in said if moment is not None]
    later = [moment for moment in since if moment is not None]
    # A relay may lag behind: what counts is who came last with a figure of their own.
    return bool(known and later) and min(known) < max(later)


def _beside(old: Answer, new: Answer, ledger: Ledger) -> bool:
    """Tell whether one office gives both figures in one report: what it was, and what it is."""
    said = {(c.doc, ledger.speaker(c)) for c in _official(old, ledger)}
    return any((c.doc, ledger.speaker(c)) in said for c in _official(new, ledger))


def _official(answer: Answer, ledger: Ledger) -> list[Claim]:
    given = (ledger.claims[claim] for claim in answer.claims)
    return [claim for claim in given if ledger.official(claim)]
