"""Bits for two accounts being of one incident."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log2

from reportedly.link.agreement import Nearness, Standing, nearness, relate
from reportedly.link.agreement.places import level, wide
from reportedly.model import Count, Derivation, How, Place

from .evidence import along, evidence
from .regions import key_of, sole_spots
from .telling import Telling, likeness

_NARROW = 12.0  # hours: a told time no wider says something
_EXACT = {How.FORWARD, How.TRANSLATION}
_MEET = 1.0  # hours: told times no further apart may still be one
_LISTED = 4  # accounts of a report that lists where a country was struck
_ALIKE = 0.25  # likeness that two accounts of derived reports need to be each other's


class Scale:
    """Scores pairs of accounts of one case; knows how rare each place is and who took what."""

    def __init__(
        self, texts: Sequence[Sequence[Telling]], derivations: Iterable[Derivation]
    ) -> None:
        leaders = [text[0] for text in texts]
        self._named = Counter(_key(each.place) for each in leaders if each.place)
        self._sole = sole_spots(texts)
        self._placed = max(1, sum(self._named.values()))
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
        found = evidence().prior + sum(self.parts(one, other).values())
        return max(evidence().least, min(evidence().most, found))

    def parts(self, one: Telling, other: Telling) -> Mapping[str, float]:
        """Return the bits by what speaks: words, place, time, type, counts, derivation."""
        alike = likeness(one, other)
        apart = _told_apart(one, other) or self._parted(one, other)
        words = _words(one, other, alike, apart or one.document.id == other.document.id)
        if self._nationwide(one, other):  # each tells another part of it
            words = max(words, evidence().nation_words)
        return {
            "words": words,
            "place": self._places(one, other),
            "time": _time(one, other),
            "type": _type(one, other),
            "counts": _counts(one.counts, other.counts),
            "derivation": self._derivation(one, other, alike, apart),
        }

    def _places(self, one: Telling, other: Telling) -> float:
        if one.place is None or other.place is None:
            return self._unplaced(one, other)
        few, many = sorted((one.places, other.places), key=len)
        if len(many) == 1:
            return self._place(one, other, one.place, other.place)
        met = sum(any(_meet(place, each) for each in many) for place in few)
        if len(few) == 1:
            return evidence().part if met else evidence().far
        share = met / len(few)
        return share * evidence().place_most + (1 - share) * evidence().far

    def _unplaced(self, one: Telling, other: Telling) -> float:
        """Return the bits where one account has no place: its words may name the other's."""
        place = one.place or other.place
        lent = one.lent if one.place is None else other.lent
        if place is None or place.kind == "country":
            return 0.0
        if _names(one, other):
            return evidence().unplaced * self._rarity(place)
        if lent is None or wide(place):
            return 0.0
        return evidence().lent * self._rarity(lent) if _meet(lent, place) else evidence().part

    def _rarity(self, *places: Place) -> float:
        """Return the bits of meeting at one spot: the smaller it is, or rarer in the case."""
        table = evidence()
        often = max(self._named[_key(place)] for place in places)
        size = max(place.radius_km for place in places)
        bits = max(log2(self._placed / max(1, often)), table.place_size - log2(max(1.0, size)))
        return max(table.place_least, min(table.place_most, bits))

    def _place(self, one: Telling, other: Telling, here: Place, there: Place) -> float:
        table = evidence()
        found = nearness(here, there)
        if found is Nearness.APART:
            told = _names(one, other) and one.document.id != other.document.id
            return table.named if told else table.far
        if found is Nearness.SAME and here.kind != "country":
            bits = self._rarity(here, there)
            return bits * table.region_share if here.kind == "region" else bits
        if self._nationwide(one, other):
            return along(table.nation, abs((one.published or 0.0) - (other.published or 0.0)))
        if wide(here) or wide(there):
            spot = self._sole.get(key_of(one if wide(here) else other))
            narrow = there if wide(here) else here
            if spot is not None and not wide(narrow) and _meet(spot, narrow):
                return self._rarity(spot)
            parted = level(here) != level(there) and (_spreads(one) or _spreads(other))
            return table.part if parted or self._parted(one, other) else table.inside
        bits = self._rarity(here, there)
        borrowed = (here.lat, here.lon) == (there.lat, there.lon)  # a site has its town's
        return bits if found is Nearness.INSIDE or borrowed else table.near

    def _parted(self, one: Telling, other: Telling) -> bool:
        """Tell whether one reports an attack on a whole country, the other on a part of it."""
        if one.place is None or other.place is None or one.place.kind == other.place.kind:
            return False
        return self._national(one) or self._national(other)

    def _nationwide(self, one: Telling, other: Telling) -> bool:
        """Tell whether both report an attack on one country as a whole, at times that meet."""
        if one.published is None or other.published is None or _gap(one, other) > _MEET:
            return False
        return one.place == other.place and self._national(one) and self._national(other)

    def _national(self, one: Telling) -> bool:
        """Tell whether an attack on a whole country is reported, not talked of."""
        if one.type not in evidence().attacks or one.account is None:
            return False
        if one.place is None or one.place.kind != "country":
            return False
        listed = self._accounts[one.document.id] >= _LISTED
        return bool(one.when or one.counts or listed)

    def _derivation(self, one: Telling, other: Telling, alike: float, apart: bool) -> float:
        left, right = one.document, other.document
        if left.id == right.id:
            return _same_report(one, other)
        table = evidence().derived
        how = self._derived.get((min(left.id, right.id), max(left.id, right.id)))
        single = self._accounts[left.id] == self._accounts[right.id] == 1
        matched = single or alike >= _ALIKE or left.lang != right.lang
        found = table[how] if how is not None and matched else 0.0
        if apart and how not in _EXACT:
            found = 0.0
        if left.source == right.source and matched and _replies(one, other):
            found = max(found, table["reply"])
        return found


def _spreads(one: Telling) -> bool:
    """Tell whether an account is of a country whose total it spreads over regions."""
    scopes = [count.scope or "" for counts in one.counts.values() for count in counts]
    total = any("regions" in scope for scope in scopes)
    return total and one.place is not None and level(one.place) == "country"


def _meet(one: Place, other: Place) -> bool:
    return nearness(one, other) is not Nearness.APART


def _names(one: Telling, other: Telling) -> bool:
    """Tell whether one account's words name the other's place: then it is not elsewhere."""
    return any(
        here.named and here.named <= there.words.keys()
        for here, there in ((one, other), (other, one))
    )


def _told_apart(one: Telling, other: Telling) -> bool:
    """Tell whether two accounts name times that do not meet or places that lie apart."""
    if _gap(one, other) > _MEET:
        return True
    if one.place is None or other.place is None:
        return False
    return not _meet(one.place, other.place) and not _names(one, other)


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
        gap = _gap(one, other)
        if gap > 0:
            bits += along(table.apart_in_time, gap)
        elif max(one.when[1] - one.when[0], other.when[1] - other.when[0]) <= _NARROW:
            bits += table.meet_in_time
    return bits


def _gap(one: Telling, other: Telling) -> float:
    """Return the hours between two told times, 0 where they meet or one is not told."""
    if one.when is None or other.when is None:
        return 0.0
    return max(0.0, max(one.when[0], other.when[0]) - min(one.when[1], other.when[1]))


def _words(one: Telling, other: Telling, alike: float, apart: bool) -> float:
    if one.document.lang != other.document.lang:
        return 0.0
    bits = along(evidence().text, alike)
    # "Blasts heard in ..." is worded alike in every town on every night.
    return min(bits, 0.0) if apart else bits


def _type(one: Telling, other: Telling) -> float:
    table = evidence()
    if one.account is None or other.account is None:
        return table.no_account
    if one.type == other.type:
        return table.same_type if one.type != "other" else 0.0
    if "other" in (one.type, other.type):
        return table.other_type
    return 0.0 if table.one(one.type, other.type) else table.clash_type


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
    if _meet(one.place, other.place) and table.one(one.type, other.type) and not whole:
        return table.same_report_here
    return table.same_report
