"""Bits for two accounts being of one incident."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf, log2

from reportedly.link.agreement import Standing, relate
from reportedly.link.agreement.places import level
from reportedly.link.origins import goes_on
from reportedly.model import Count, Derivation, How

from . import articles
from .evidence import along, evidence
from .placing import Placing, hours_between, meet, told_apart
from .telling import Telling, likeness

_DAY = 24.0  # hours
_NARROW = 12.0  # hours: a told time no wider says something
_EXACT = {How.FORWARD, How.TRANSLATION}
_ALIKE = 0.25  # likeness that two accounts of derived reports need to be each other's


class Scale:
    """Scores pairs of accounts of one case; knows how rare each place is and who took what."""

    def __init__(
        self, texts: Sequence[Sequence[Telling]], derivations: Iterable[Derivation]
    ) -> None:
        self._placing = Placing(texts)
        self._crowd = crowd(text[0].published for text in texts)
        self._accounts = Counter(each.document.id for text in texts for each in text)
        told: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for each in text:
                told[each.document.id].add(text[0].document.id)
        self._derived: dict[tuple[str, str], How] = {}
        for step in derivations:
            for child in told.get(step.doc, ()):
                for parent in told.get(step.parent or "", ()):
                    self._derive(min(child, parent), max(child, parent), step.how)

    def _derive(self, one: str, other: str, how: How) -> None:
        known = self._derived.get((one, other))
        table = evidence().derived
        if known is None or (table[how], how) > (table[known], known):
            self._derived[one, other] = how

    def bits(self, one: Telling, other: Telling) -> float:
        """Return log2 odds that two accounts are of one incident, the same both ways round."""
        found = sum(self.parts(one, other).values())
        return max(evidence().least, min(evidence().most, found))

    def parts(self, one: Telling, other: Telling) -> Mapping[str, float]:
        """Return the bits by what speaks: words, place, time, type, counts, derivation."""
        if articles.apply(one, other):
            return articles.parts(articles.compared(one, other), self._crowd)
        alike = likeness(one, other)
        apart = told_apart(one, other) or self._placing.parted(one, other)
        words = _words(one, other, alike, apart or one.document.id == other.document.id)
        if self._placing.nationwide(one, other) or self._placing.in_one_go(one, other):
            # each tells another part of it
            words = max(words, evidence().nation_words)
        if one.type == other.type and (one.answers or other.answers):
            words = max(words, 0.0)
        return {
            "prior": evidence().prior,
            "words": words,
            "place": self._placing.bits(one, other),
            "time": _time(one, other),
            "type": _type(one, other),
            "counts": _counts(one.counts, other.counts),
            "derivation": self._derivation(one, other, alike, apart),
        }

    def _derivation(self, one: Telling, other: Telling, alike: float, apart: bool) -> float:
        left, right = one.document, other.document
        if left.id == right.id:
            listed = self._placing.listed(one, other)
            return evidence().same_report_here if listed else _same_report(one, other)
        table = evidence().derived
        how = self._derived.get((min(left.id, right.id), max(left.id, right.id)))
        single = self._single(one) and self._single(other)
        matched = single or alike >= _ALIKE or left.lang != right.lang
        found = table[how] if how is not None and matched else 0.0
        if apart and how not in _EXACT:
            found = 0.0
        if left.source == right.source and matched and _replies(one, other):
            found = max(found, table["reply"])
        return found

    def goes_on(self, one: Telling, other: Telling) -> bool:
        """Tell whether one is "the fire is out", by the source that told of the fire."""
        left, right = one.document, other.document
        if left.source != right.source or other.account is None or other.place is None:
            return False
        how = self._derived.get((min(left.id, right.id), max(left.id, right.id)))
        return how is How.UPDATE and goes_on(left, one.account, other.account)

    def _single(self, one: Telling) -> bool:
        """Tell whether its report tells nothing else: what was taken from it is of this."""
        alone = self._accounts[one.document.id] == 1
        return alone and (one.account is None or one.account.headline)


def crowd(published: Iterable[float | None]) -> float:
    """Return the bits that two reports of one day speak for one incident at most.

    `published` are hours. The bits are the logarithm of how rare such pairs are in the case.
    """
    hours = sorted(hour for hour in published if hour is not None)
    every = len(hours) * (len(hours) - 1) / 2
    near = sum(bisect_right(hours, hour + _DAY) - at - 1 for at, hour in enumerate(hours))
    return log2(every / near) if near else inf


def _replies(one: Telling, other: Telling) -> bool:
    left, right = one.document, other.document
    return left.reply_to == right.key or right.reply_to == left.key


def _time(one: Telling, other: Telling) -> float:
    table = evidence()
    bits = 0.0
    if one.published is not None and other.published is not None:
        bits += along(table.published, abs(one.published - other.published))
    gap = hours_between(one, other)
    if gap > 0:
        bits += along(table.apart_in_time, gap)
    elif one.when and other.when and max(map(_width, (one.when, other.when))) <= _NARROW:
        bits += table.meet_in_time
    return bits


def _width(when: tuple[float, float]) -> float:
    return when[1] - when[0]


def _words(one: Telling, other: Telling, alike: float, apart: bool) -> float:
    if one.document.lang != other.document.lang:
        return 0.0
    bits = along(evidence().text, alike)
    # "Blasts heard in ..." is worded alike in every town on every night.
    return min(bits, 0.0) if apart else bits


def _type(one: Telling, other: Telling) -> float:
    table = evidence()
    if one.account is None or other.account is None:
        place = one.place or other.place
        talk = place is not None and place.kind == "country"
        return table.talk if talk else table.no_account
    if one.type == other.type:
        same = table.same_loose if one.type in table.loose else table.same_type
        return same if one.type != "other" else 0.0
    if "other" in (one.type, other.type):
        return table.other_type
    if not table.one(one.type, other.type):
        return table.clash_type
    beside = not table.loosely.isdisjoint((one.type, other.type))
    return table.beside if beside else 0.0


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
    whole = level(one.place) != level(other.place) and "country" in (
        level(one.place),
        level(other.place),
    )  # a total and its parts are told apart
    if meet(one.place, other.place) and table.one(one.type, other.type) and not whole:
        return table.same_report_here
    return table.same_report
