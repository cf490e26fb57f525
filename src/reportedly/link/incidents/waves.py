"""Towns that are told as one on a night: "shot down over Elm, Oak and Ash"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from reportedly.extract.places.distance import kilometres
from reportedly.link.agreement import Nearness, nearness
from reportedly.link.agreement.places import wide
from reportedly.model import Place

from .evidence import evidence
from .telling import Telling

_PAUSE = 6.0  # hours without such a report that end a wave
_REACH_KM = 150.0  # what lies farther apart is listed for its sake, not as one


class _Wave(NamedTuple):
    first: float  # hours since 1970
    last: float
    places: tuple[Place, ...]  # in a fixed order


class Waves:
    """The groups of spots that reports of some hours tell an attack of as one."""

    def __init__(self, texts: Iterable[Sequence[Telling]]) -> None:
        """Read the accounts of a case; the cost is linear in those told in one sentence."""
        told: dict[str, list[Telling]] = defaultdict(list)
        for text in texts:
            for each in text:
                if _of_attack(each):
                    told[each.document.id].append(each)
        self._listed = {doc: tuple(_listed(every)) for doc, every in told.items()}
        links: dict[str, list[tuple[float, Place, Place]]] = defaultdict(list)
        for pairs in self._listed.values():
            for one, other in pairs:
                if one.published is not None and one.place and other.place:
                    links[one.place.country].append((one.published, one.place, other.place))
        self._waves = {land: tuple(_waves(every)) for land, every in links.items()}

    def siblings(self, one: Telling, other: Telling) -> bool:
        """Tell whether one sentence of one report tells both, as one attack on two spots."""
        pairs = self._listed.get(one.document.id, ())
        return any({one.order, other.order} == {a.order, b.order} for a, b in pairs)

    def join(self, one: Telling, other: Telling) -> bool:
        """Tell whether others tell the spots of two accounts as one in those hours."""
        if one.place is None or other.place is None or one.place.country != other.place.country:
            return False
        if not (_of_attack(one) and _of_attack(other)):
            return False
        return any(
            all(_in(wave, each) for each in (one, other))
            for wave in self._waves.get(one.place.country, ())
        )


def _of_attack(telling: Telling) -> bool:
    place = telling.place
    return telling.type in evidence().aloft and place is not None and not wide(place)


def _listed(every: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the accounts of one report that one sentence tells, in pairs."""
    for one, other in combinations(every, 2):
        if one.place is None or other.place is None or one.account is None:
            continue
        spans = set(other.account.spans) if other.account else set()
        listed = one.type == other.type and not spans.isdisjoint(one.account.spans)
        if listed and kilometres(one.place, other.place) <= _REACH_KM:
            yield one, other


def _waves(links: Sequence[tuple[float, Place, Place]]) -> Iterator[_Wave]:
    """Yield the spots that links of one stretch of time connect, one wave for each group."""
    ordered = sorted(links, key=lambda link: link[0])
    start = 0
    for at, (before, after) in enumerate(pairwise([*ordered, None]), start=1):
        if before is None or (after is not None and after[0] - before[0] <= _PAUSE):
            continue
        stretch = ordered[start:at]
        start = at
        for places in _connected(stretch):
            yield _Wave(stretch[0][0] - _PAUSE, stretch[-1][0] + _PAUSE, places)


def _connected(links: Iterable[tuple[float, Place, Place]]) -> Iterator[tuple[Place, ...]]:
    groups: list[set[Place]] = []
    for _, one, other in links:
        met = [group for group in groups if one in group or other in group]
        groups = [group for group in groups if group not in met]
        groups.append(set().union({one, other}, *met))
    for group in groups:
        yield tuple(sorted(group, key=lambda place: (place.name, place.lat, place.lon)))


def _in(wave: _Wave, telling: Telling) -> bool:
    place, hour = telling.place, telling.published
    if place is None or hour is None or not wave.first <= hour <= wave.last:
        return False
    return any(nearness(place, each) is not Nearness.APART for each in wave.places)
