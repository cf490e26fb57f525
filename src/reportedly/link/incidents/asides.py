"""What an article tells besides: an earlier case, a neighbour's, or its own once more."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from .cluster import Score, agglomerate

_SAMPLE = 8  # members of a group that an aside is compared with

Group = tuple[int, ...]


def grouped_with_asides(
    aside: Sequence[bool],
    pairs: Sequence[tuple[int, int]],
    score: Score,
    threshold: float,
    least: float,
) -> list[Group]:
    """Return groups of positions, joined while scores allow, asides last.

    An aside is told in a line or two of an article about something else, so it never holds
    groups together or apart: it joins the group of main accounts that it is most like, if the
    mean of its scores there is above `least`; only asides that none takes are grouped among
    themselves.
    """
    size = len(aside)
    mains = [(one, other) for one, other in pairs if not (aside[one] or aside[other])]
    groups = [
        list(group)
        for group in agglomerate(size, mains, score, threshold)
        if not aside[group[0]]
    ]
    members = [tuple(group) for group in groups]
    home = {each: number for number, group in enumerate(groups) for each in group}
    for loose, near in _near(pairs, home).items():
        means = {number: _mean(loose, members[number], score) for number in sorted(near)}
        best = max(means, key=lambda number: (means[number], -number))
        if means[best] > least:
            groups[best].append(loose)
            home[loose] = best
    left = [pair for pair in pairs if not home.keys() & set(pair)]
    rest = [
        group for group in agglomerate(size, left, score, threshold) if group[0] not in home
    ]
    return sorted([*(tuple(sorted(group)) for group in groups), *rest])


def _near(pairs: Iterable[tuple[int, int]], home: dict[int, int]) -> dict[int, set[int]]:
    """Return for each position without a group, in order, the groups it has candidates in."""
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        for loose, fixed in ((one, other), (other, one)):
            if loose not in home and fixed in home:
                found[loose].add(home[fixed])
    return dict(sorted(found.items()))


def _mean(loose: int, group: Group, score: Score) -> float:
    some = tuple(islice(group, 0, None, -(-len(group) // _SAMPLE)))
    return sum(score(loose, each) for each in some) / len(some)
