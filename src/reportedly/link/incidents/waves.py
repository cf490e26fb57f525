"""Towns that are told as one on a night: "shot down over Elm, Oak and Ash"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from reportedly.extract.places.distance import kilometres
from reportedly.link.agreement import Nearness, nearness
from reportedly.link.agreement.places import wide
from reportedly.model import Place, Span

from .evidence import evidence
from .regions import key_of
from .telling import Telling

_PAUSE = 6.0  # hours without such a report that end a wave
_NIGHT = 18.0  # hours that a wave lasts at most
_DAY = 24.0
_REACH_KM = 150.0  # what lies farther apart is listed for its sake, not as one


class _Link(NamedTuple):
    hour: float  # since 1970
    one: Place
    other: Place


class _Wave(NamedTuple):
    first: float  # hours since 1970
    last: float
    places: tuple[Place, ...]  # in a fixed order


class Waves:
    """The groups of spots that reports of some hours tell an attack of as one."""

    def __init__(self, texts: Iterable[Sequence[Telling]]) -> None:
        """Read the accounts of a case; the cost is linear but for the list of one sentence.

        A copy makes no wave longer: of accounts in the same words the first one counts.
        """
        texts = list(texts)
        first = {key_of(text[0]) for text in texts}
        told: dict[tuple[str, Span], list[Telling]] = defaultdict(list)
        for text in texts:
            for each in text:
                for span in each.account.spans if each.account and _of_attack(each) else ():
                    told[each.type, span].append(each)
        listed = [pair for every in told.values() for pair in _listed(every)]
        self._listed = {frozenset((key_of(one), key_of(other))) for one, other, _ in listed}
        links: dict[str, list[_Link]] = defaultdict(list)
        for one, other, link in listed:
            if one.published is not None and {key_of(one), key_of(other)} <= first:
                links[link.one.country].append(link)
        self._waves: dict[tuple[str, int], list[_Wave]] = defaultdict(list)  # by day
        for land, every in links.items():
            for wave in _waves(every):
                for day in range(_day(wave.first), _day(wave.last) + 1):
                    self._waves[land, day].append(wave)

    def siblings(self, one: Telling, other: Telling) -> bool:
        """Tell whether one sentence of one report tells both, as one attack on two spots."""
        return frozenset((key_of(one), key_of(other))) in self._listed

    def join(self, one: Telling, other: Telling) -> bool:
        """Tell whether others tell the spots of two accounts as one in those hours."""
        here, there = one.place, other.place
        if here is None or there is None or here.country != there.country:
            return False
        if one.published is None or not (_of_attack(one) and _of_attack(other)):
            return False
        waves = self._waves.get((here.country, _day(one.published)), ())
        return any(all(_in(wave, each) for each in (one, other)) for wave in waves)


def _day(hour: float) -> int:
    return int(hour // _DAY)


def _of_attack(telling: Telling) -> bool:
    place = telling.place
    return telling.type in evidence().aloft and place is not None and not wide(place)


def _listed(every: Sequence[Telling]) -> Iterator[tuple[Telling, Telling, _Link]]:
    """Yield the accounts that one sentence tells, in pairs, with the link they make."""
    for one, other in combinations(every, 2):
        if one.place is None or other.place is None:
            continue
        if kilometres(one.place, other.place) <= _REACH_KM:
            yield one, other, _Link(one.published or 0.0, one.place, other.place)


def _waves(links: Iterable[_Link]) -> Iterator[_Wave]:
    """Yield the spots that links of one night connect, one wave for each group.

    A night ends with a pause, or where it would last too long: in a war there is no pause.
    """
    night: list[_Link] = []
    for link in sorted(links, key=lambda each: each.hour):
        late = night and (
            link.hour - night[-1].hour > _PAUSE or link.hour - night[0].hour > _NIGHT
        )
        if late:
            yield from _of_night(night)
            night = []
        night.append(link)
    yield from _of_night(night)


def _of_night(links: Sequence[_Link]) -> Iterator[_Wave]:
    for places in _connected(links):
        yield _Wave(links[0].hour - _PAUSE, links[-1].hour + _PAUSE, places)


def _connected(links: Iterable[_Link]) -> Iterator[tuple[Place, ...]]:
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
