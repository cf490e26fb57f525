"""Average-link agglomeration over a sparse graph (UPGMA; Sokal and Michener 1958)."""

from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import islice, product

_SAMPLE = 4  # members a side that are compared where two groups share no candidate pair

_HOPELESS = 4.0  # a pair so far below the threshold is looked at again only if its group grows

Score = Callable[[int, int], float]


def agglomerate(
    size: int, pairs: Iterable[tuple[int, int]], score: Score, threshold: float
) -> list[tuple[int, ...]]:
    """Return groups of the positions 0..size-1, joined while the mean score allows.

    Two groups are joined when the mean of `score` over their pairs is above `threshold`, the
    best two first, so one strong link cannot chain two crowds together. `pairs` are the
    candidates; pairs between two groups that are not among them are sampled.
    """
    grower = _Grower(size, pairs, score, threshold)
    grower.run()
    return sorted(tuple(sorted(group)) for group in grower.members.values())


class _Grower:
    def __init__(
        self, size: int, pairs: Iterable[tuple[int, int]], score: Score, threshold: float
    ) -> None:
        self.members: dict[int, list[int]] = {each: [each] for each in range(size)}
        self._score = score
        self._threshold = threshold
        self._near: dict[int, dict[int, float]] = {each: {} for each in range(size)}
        for one, other in pairs:
            bits = score(one, other)
            if bits > threshold - _HOPELESS:
                self._near[one][other] = self._near[other][one] = bits
        self._heap = [
            (-bits, one, other)
            for one, near in self._near.items()
            for other, bits in near.items()
            if one < other and bits > threshold
        ]
        heapify(self._heap)

    def run(self) -> None:
        """Join groups until no two are close enough."""
        while self._heap:
            bits, one, other = heappop(self._heap)
            if one in self.members and self._near[one].get(other) == -bits:
                self._join(one, other)

    def _join(self, kept: int, gone: int) -> None:
        """Let the group `gone` become part of `kept`; a group goes by its first member."""
        near, far = self._near[kept], self._near.pop(gone)
        ours, theirs = len(self.members[kept]), len(self.members[gone])
        near.pop(gone), far.pop(kept)
        for other in sorted(near.keys() | far.keys()):
            left = near[other] if other in near else self._mean(kept, other)
            right = far[other] if other in far else self._mean(gone, other)
            bits = (left * ours + right * theirs) / (ours + theirs)
            near[other] = self._near[other][kept] = bits
            self._near[other].pop(gone, None)
            if bits > self._threshold:
                heappush(self._heap, (-bits, min(kept, other), max(kept, other)))
        self.members[kept].extend(self.members.pop(gone))

    def _mean(self, one: int, other: int) -> float:
        some, others = self._sample(one), self._sample(other)
        return sum(self._score(*pair) for pair in product(some, others)) / (
            len(some) * len(others)
        )

    def _sample(self, name: int) -> Sequence[int]:
        group = sorted(self.members[name])
        step = -(-len(group) // _SAMPLE)
        return tuple(islice(group, 0, None, step))
