"""Bits for two accounts being of one incident."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2

from reportedly.link.agreement import Nearness, Standing, nearness, relate
from reportedly.link.agreement.places import wide
from reportedly.link.agreement.slots import slot_of
from reportedly.model import Count, Derivation, How, Place

from .evidence import along, evidence
from .telling import Telling, likeness

_NARROW = 12.0  # hours: a told time no wider says something
_ALIKE = 0.25  # likeness that two accounts of derived reports need to be each other's


class Scale:
    """Scores pairs of accounts of one case; knows how rare each place is and who took what."""

    def __init__(self, tellings: Sequence[Telling], derivations: Iterable[Derivation]) -> None:
        self._places = Counter(_key(each.place) for each in tellings if each.place)
        self._placed = max(1, sum(self._places.values()))
        self._accounts = Counter(each.document.id for each in tellings)
        self._derived: dict[tuple[str, str], How] = {}
        for step in sorted(derivations, key=lambda step: step.id):
            if step.parent is not None:
                pair = (min(step.doc, step.parent), max(step.doc, step.parent))
                known = self._derived.get(pair)
                bits = evidence().derived
                if known is None or bits[step.how] > bits[known]:
                    self._derived[pair] = step.how

    def bits(self, one: Telling, other: Telling) -> float:
        """Return log2 odds that two accounts are of one incident, the same both ways round."""
        found = evidence().prior + sum(self.parts(one, other).values())
        return max(evidence().least, min(evidence().most, found))

    def parts(self, one: Telling, other: Telling) -> Mapping[str, float]:
        """Return the bits by what speaks: words, place, time, type, counts, derivation."""
        alike = likeness(one, other)
        same_language = one.document.lang == other.document.lang
        return {
            "words": along(evidence().text, alike) if same_language else 0.0,
            "place": self._place(one.place, other.place),
            "time": _time(one, other),
            "type": _type(one.account.type, other.account.type),
            "counts": _counts(one.counts, other.counts),
            "derivation": self._derivation(one, other, alike),
        }

    def _place(self, one: Place | None, other: Place | None) -> float:
        if one is None or other is None:
            return 0.0
        table = evidence()
        found = nearness(one, other)
        if found is Nearness.APART:
            return table.far
        if "country" in (one.kind, other.kind):
            return table.inside
        rarity = log2(self._placed / max(self._places[_key(one)], self._places[_key(other)]))
        bits = max(table.place_least, min(table.place_most, rarity))
        if found is Nearness.SAME:
            return bits * table.region_share if wide(one) else bits
        if wide(one) or wide(other):
            return table.inside
        return bits if found is Nearness.INSIDE else table.near

    def _derivation(self, one: Telling, other: Telling, alike: float) -> float:
        left, right = one.document, other.document
        if left.id == right.id:
            return _same_report(one, other)
        table = evidence().derived
        how = self._derived.get((min(left.id, right.id), max(left.id, right.id)))
        single = self._accounts[left.id] == self._accounts[right.id] == 1
        matched = single or alike >= _ALIKE or left.lang != right.lang
        found = table[how] if how is not None and matched else 0.0
        if left.source == right.source and matched and _replies(one, other):
            found = max(found, table["reply"])
        return found


def _replies(one: Telling, other: Telling) -> bool:
    left, right = one.document, other.document
    return left.reply_to == right.key or right.reply_to == left.key


def _key(place: Place) -> str:
    return place.gazetteer or f"{place.kind} {place.name}"


def _time(one: Telling, other: Telling) -> float:
    table = evidence()
    bits = 0.0
    if one.published is not None and other.published is not None:
        bits += along(table.published, abs(one.published - other.published))
    if one.when and other.when:
        gap = max(one.when[0], other.when[0]) - min(one.when[1], other.when[1])
        if gap > 0:
            bits += along(table.apart_in_time, gap)
        elif max(one.when[1] - one.when[0], other.when[1] - other.when[0]) <= _NARROW:
            bits += table.meet_in_time
    return bits


def _type(one: str, other: str) -> float:
    if "other" in (one, other):
        return 0.0 if one == other else evidence().other_type
    if one == other:
        return evidence().same_type
    return 0.0 if slot_of("type").both(one, other) else evidence().clash_type


def _counts(one: Mapping[str, Sequence[Count]], other: Mapping[str, Sequence[Count]]) -> float:
    """Return the bits of the counts both give: the best match of each slot."""
    return sum(
        max(_count(slot, left, right) for left in one[slot] for right in other[slot])
        for slot in sorted(one.keys() & other.keys())
    )


def _count(slot: str, one: Count, other: Count) -> float:
    table = evidence()
    if (one.scope is None) != (other.scope is None):
        return table.other_scope
    found = relate(slot, one, other).standing
    if found is Standing.SAME:
        return table.same_count if one.low > 2 else table.same_few
    if found is Standing.CONTRADICTS:
        return table.clash_total if slot in table.totals else table.clash_count
    return 0.0


def _same_report(one: Telling, other: Telling) -> float:
    table = evidence()
    if one.place is None or other.place is None:
        return table.same_report
    here = nearness(one.place, other.place) is not Nearness.APART
    both = one.account.type == other.account.type or slot_of("type").both(
        one.account.type, other.account.type
    )
    return table.same_report_here if here and both else table.same_report
