"""Agglomeration over a sparse graph by the better scores between two groups.

Average linkage (UPGMA; Sokal and Michener 1958) asks for the mean of all scores between two
groups. The reports of a long story are unlike most others of it, so here the mean is taken over
the better part of the scores only, as in linkage by a quantile: one strong link still cannot
chain two crowds together, and the odd reports of a crowd cannot keep its parts apart. What
speaks plainly against one group always counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import islice, product
from typing import NamedTuple

_BETTER = (3, 5)  # of the scores between two groups this part counts
_AGAINST = -8  # ... and each that is no higher than so many bits
_STEPS = 4  # a score is rounded to so many parts of a bit, so that sums of many are exact
_SAMPLE = 4  # members a side that are compared where two groups share no candidate pair
_HOPELESS = 4.0  # a pair so far below the threshold is looked at again only if its group grows

Score = Callable[[int, int], float]


def agglomerate(
    size: int, pairs: Iterable[tuple[int, int]], score: Score, threshold: float
) -> list[tuple[int, ...]]:
    """Return groups of the positions 0..size-1, joined while their better scores allow.

    Two groups are joined when the mean of what counts of `score` over their pairs is above
    `threshold`, the best two first. `pairs` are the candidates; pairs between two groups that
    are not among them are sampled.
    """
    grower = _Grower(size, pairs, score, threshold)
    grower.run()
    return sorted(tuple(sorted(group)) for group in grower.members.values())


class _Between(NamedTuple):
    """The scores between two groups: how many of each level, and the mean of what counts."""

    levels: tuple[tuple[int, int], ...]  # level in steps of a bit, number; the best first
    bits: float


def _between(levels: Counter[int]) -> _Between:
    ordered = tuple(sorted(levels.items(), reverse=True))
    part, whole = _BETTER
    better = -(-sum(levels.values()) * part // whole)
    left, total, size = better, 0, 0
    for level, number in ordered:
        taken = number if level <= _AGAINST * _STEPS else min(left, number)
        total += level * taken
        size += taken
        left -= min(left, taken)
    return _Between(ordered, total / (size * _STEPS))


def _level(bits: float) -> int:
    return round(bits * _STEPS)


class _Grower:
    def __init__(
        self, size: int, pairs: Iterable[tuple[int, int]], score: Score, threshold: float
    ) -> None:
        self.members: dict[int, list[int]] = {each: [each] for each in range(size)}
        self._score = score
        self._threshold = threshold
        self._near: dict[int, dict[int, _Between]] = {each: {} for each in range(size)}
        for one, other in pairs:
            bits = score(one, other)
            if bits > threshold - _HOPELESS:
                found = _between(Counter({_level(bits): 1}))
                self._near[one][other] = self._near[other][one] = found
        self._heap = [
            (-found.bits, one, other)
            for one, near in self._near.items()
            for other, found in near.items()
            if one < other and found.bits > threshold
        ]
        heapify(self._heap)

    def run(self) -> None:
        """Join groups until no two are close enough."""
        while self._heap:
            bits, one, other = heappop(self._heap)
            found = self._near[one].get(other) if one in self.members else None
            if found is not None and found.bits == -bits:
                self._join(one, other)

    def _join(self, kept: int, gone: int) -> None:
        """Let the group `gone` become part of `kept`; a group goes by its first member."""
        near, far = self._near[kept], self._near.pop(gone)
        near.pop(gone), far.pop(kept)
        for other in sorted(near.keys() | far.keys()):
            levels = Counter(dict((near.get(other) or self._sampled(kept, other)).levels))
            levels.update(dict((far.get(other) or self._sampled(gone, other)).levels))
            found = _between(levels)
            near[other] = self._near[other][kept] = found
            self._near[other].pop(gone, None)
            if found.bits > self._threshold:
                heappush(self._heap, (-found.bits, min(kept, other), max(kept, other)))
        self.members[kept].extend(self.members.pop(gone))

    def _sampled(self, one: int, other: int) -> _Between:
        some, others = self._sample(one), self._sample(other)
        each = len(self.members[one]) * len(self.members[other]) // (len(some) * len(others))
        levels: Counter[int] = Counter()
        for pair in product(some, others):
            levels[_level(self._score(*pair))] += each
        return _between(levels)

    def _sample(self, name: int) -> Sequence[int]:
        group = sorted(self.members[name])
        step = -(-len(group) // _SAMPLE)
        return tuple(islice(group, 0, None, step))
