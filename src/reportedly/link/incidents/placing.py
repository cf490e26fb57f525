"""Bits for two accounts being of one incident, by where each puts it."""

from collections import Counter
from collections.abc import Sequence
from math import log2

from reportedly.link.agreement import Nearness, nearness
from reportedly.link.agreement.places import level, wide
from reportedly.link.sites import of_one_town, other_site, same_site
from reportedly.model import Place

from .evidence import along, evidence
from .regions import key_of, sole_spots
from .telling import Telling
from .waves import Waves

_MEET = 1.0  # hours: told times no further apart may still be one
_SITES = ("area", "facility")  # kinds of place that are no town
_LISTED = 4  # accounts or places of a report that lists where a country was struck


class Placing:
    """Compares places of accounts of one case; knows how rare each of them is."""

    def __init__(self, texts: Sequence[Sequence[Telling]]) -> None:
        leaders = [text[0] for text in texts]
        self._named = Counter(_key(each.place) for each in leaders if each.place)
        self._sole = sole_spots(texts)
        self._waves = Waves(texts)
        self._placed = max(1, sum(self._named.values()))
        self._accounts = Counter(each.document.id for text in texts for each in text)

    def bits(self, one: Telling, other: Telling) -> float:
        """Return the bits of the places two accounts give."""
        bits = self._told(one, other)
        if self.in_one_go(one, other):
            bits = max(bits, along(evidence().salvo, _hours(one, other)))
        return bits

    def _told(self, one: Telling, other: Telling) -> float:
        if one.place is None or other.place is None:
            return self._unplaced(one, other)
        few, many = sorted((one.places, other.places), key=len)
        if len(many) == 1:
            return self._place(one, other, one.place, other.place)
        met = sum(any(meet(place, each) for each in many) for place in few)
        if len(few) == 1 and meet(few[0], many[0]) and not wide(few[0]):
            return evidence().scene * self._rarity(few[0], many[0])
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
        return evidence().lent * self._rarity(lent) if meet(lent, place) else evidence().part

    def _rarity(self, *places: Place) -> float:
        """Return the bits of meeting at one spot: the smaller it is, or rarer in the case."""
        table = evidence()
        often = max(self._named[_key(place)] for place in places)
        size = max(place.radius_km for place in places)
        bits = max(log2(self._placed / max(1, often)), table.place_size - log2(max(1.0, size)))
        both = len(places) > 1 and all(place.kind in _SITES for place in places)
        return max(table.place_least, min(table.place_most, bits)) + table.place_site * both

    def _place(self, one: Telling, other: Telling, here: Place, there: Place) -> float:
        table = evidence()
        found = nearness(here, there)
        if found is Nearness.APART:
            return self._apart(one, other)
        if found is Nearness.SAME and here.kind != "country":
            bits = self._rarity(here, there)
            return bits * table.region_share if here.kind == "region" else bits
        if self.nationwide(one, other):
            return along(table.nation, _hours(one, other))
        if wide(here) or wide(there):
            spot = self._sole.get(key_of(one if wide(here) else other))
            narrow = there if wide(here) else here
            if spot is not None and not wide(narrow) and meet(spot, narrow):
                return self._rarity(spot)
            parted = level(here) != level(there) and (_spreads(one) or _spreads(other))
            return table.part if parted or self.parted(one, other) else table.inside
        return self._spots(one, other, here, there, found)

    def _apart(self, one: Telling, other: Telling) -> float:
        table = evidence()
        if self._waves.join(one, other):
            return table.wave
        told = _names(one, other) and one.document.id != other.document.id
        return table.named if told else table.far

    def _spots(
        self, one: Telling, other: Telling, here: Place, there: Place, found: Nearness
    ) -> float:
        """Return the bits of two spots that touch: two streets of one town are two places."""
        table = evidence()
        if of_one_town(here, there) and not _names(one, other):
            same = same_site(here, there)
            if not same:
                return table.place_least if same is None else table.other_site
        borrowed = (here.lat, here.lon) == (there.lat, there.lon)  # a site has its town's
        inside = borrowed or found is Nearness.INSIDE
        return self._rarity(here, there) if inside else table.near

    def listed(self, one: Telling, other: Telling) -> bool:
        """Tell whether one sentence of one report tells both accounts as one attack."""
        return self._waves.siblings(one, other)

    def parted(self, one: Telling, other: Telling) -> bool:
        """Tell whether one reports an attack on a whole country, the other on a part of it."""
        if one.place is None or other.place is None or one.place.kind == other.place.kind:
            return False
        return self._national(one) or self._national(other)

    def in_one_go(self, one: Telling, other: Telling) -> bool:
        """Tell whether both report what comes in one go, on one town and in the same hours."""
        here, there = one.place, other.place
        if here is None or there is None or not {one.type, other.type} <= evidence().salvos:
            return False
        if wide(here) or wide(there) or one.published is None or other.published is None:
            return False
        near = nearness(here, there) in (Nearness.SAME, Nearness.INSIDE)
        return near and _hours(one, other) < evidence().salvo[-1][0]

    def nationwide(self, one: Telling, other: Telling) -> bool:
        """Tell whether both report an attack on one country as a whole, at times that meet."""
        if (
            one.published is None
            or other.published is None
            or hours_between(one, other) > _MEET
        ):
            return False
        return one.place == other.place and self._national(one) and self._national(other)

    def _national(self, one: Telling) -> bool:
        """Tell whether an attack on a whole country is reported, not talked of."""
        if one.type not in evidence().attacks or one.account is None:
            return False
        if one.place is None or one.place.kind != "country":
            return False
        listed = max(one.spots, self._accounts[one.document.id]) >= _LISTED
        return bool(one.counts or listed or (one.when and one.sweeping))


def _hours(one: Telling, other: Telling) -> float:
    """Return the hours between two publications, which both are known."""
    return abs((one.published or 0.0) - (other.published or 0.0))


def _spreads(one: Telling) -> bool:
    """Tell whether an account is of a country whose total it spreads over regions."""
    scopes = [count.scope or "" for counts in one.counts.values() for count in counts]
    total = any("regions" in scope for scope in scopes)
    return total and one.place is not None and level(one.place) == "country"


def meet(one: Place, other: Place) -> bool:
    """Tell whether two places can be one."""
    return nearness(one, other) is not Nearness.APART


def _names(one: Telling, other: Telling) -> bool:
    """Tell whether one account's words name the other's place: then it is not elsewhere."""
    return any(
        here.named and here.named <= there.words.keys()
        for here, there in ((one, other), (other, one))
    )


def told_apart(one: Telling, other: Telling) -> bool:
    """Tell whether two accounts name times that do not meet or places that lie apart."""
    if hours_between(one, other) > _MEET:
        return True
    if one.place is None or other.place is None:
        return False
    parted = not meet(one.place, other.place) or other_site(one.place, other.place)
    return parted and not _names(one, other)


def _key(place: Place) -> str:
    return place.gazetteer or f"{place.kind} {place.name}"


def hours_between(one: Telling, other: Telling) -> float:
    """Return the hours between two told times, 0 where they meet or one is not told."""
    left, right = _when(one, other), _when(other, one)
    if left is None or right is None:
        return 0.0
    return max(0.0, max(left[0], right[0]) - min(left[1], right[1]))


def _when(one: Telling, other: Telling) -> tuple[float, float] | None:
    """Return the told time of an account, in hours since 1970.

    What has a day of its own each time, as a protest (ACLED codes one event a day), is news of
    the hours before it is reported, if it tells no time and the other account does.
    """
    table = evidence()
    if one.when is not None or one.published is None or other.when is None:
        return one.when
    daily = one.type == other.type and one.type in table.daily
    return (one.published - table.fresh, one.published) if daily else None
