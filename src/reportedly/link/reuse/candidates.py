"""Which earlier texts are worth a look: shared keys, without comparing all with all."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .runs import new_runs
from .shelf import Index, Shelf

NEAREST = 8  # in a long list of texts that share a key, how many just before are looked at
FIRST = 3  # and how many at its head
BEST = 6  # candidates kept for each text
ENOUGH = 16.0  # bits that shared word pairs must carry together
BLOCK = 1 << 21  # keys gone through at a time: bounds the memory

Keys = npt.NDArray[np.uint64]
Weights = npt.NDArray[np.float64]


class Candidates(NamedTuple):
    """Pairs of document indices, `parents` before `children`, by child, best first."""

    children: Index
    parents: Index


class Postings(NamedTuple):
    """Which document has which key, sorted by key, then document; each pair once."""

    keys: Keys
    docs: Index
    weights: Weights
    usable: npt.NDArray[np.bool_]  # may speak for its document as a parent


def posted(
    keys: Keys, docs: Index, weights: Weights, usable: npt.NDArray[np.bool_]
) -> Postings:
    """Sort the columns (documents ascending); drop repeats and keys of one document alone."""
    order = np.argsort(keys, kind="stable")
    order = order[new_runs(keys[order], docs[order])]
    starts = new_runs(keys[order])
    alone = starts & np.r_[starts[1:], True][: len(starts)]
    order = order[~alone]
    return Postings(keys[order], docs[order], weights[order], usable[order])


def _neighbours(head: Index, first: int, last: int) -> tuple[Index, Index]:
    """Return places `first..last` with the few before each, and the first few, of its key."""
    places = np.arange(first, last)
    head = head[first:last]
    later: list[Index] = []
    earlier: list[Index] = []
    for step in range(1, NEAREST + 1):
        at = places[places - step >= head]
        later.append(at)
        earlier.append(at - step)
    for step in range(FIRST):
        far = places - NEAREST > head + step
        later.append(places[far])
        earlier.append(head[far] + step)
    return np.concatenate(later), np.concatenate(earlier)


def gathered(posts: Postings, enough: float = ENOUGH) -> Candidates:
    """Return for each document the `BEST` earlier ones by the weight of the keys they share.

    A key that many documents share links each of them to a bounded number of others (the
    nearest before it and the first), so the cost grows with the number of keys.
    """
    places = np.arange(len(posts.keys))
    head = np.maximum.accumulate(np.where(new_runs(posts.keys), places, 0))
    size = np.int64(int(posts.docs.max(initial=0)) + 1)
    both, total = np.zeros(0, np.int64), np.zeros(0)
    for first in range(0, len(places), BLOCK):
        later, earlier = _neighbours(head, first, min(first + BLOCK, len(places)))
        kept = posts.usable[earlier]
        later, earlier = later[kept], earlier[kept]
        pairs = posts.docs[later] * size + posts.docs[earlier]
        both, total = _summed(
            np.concatenate([both, pairs]), np.concatenate([total, posts.weights[later]])
        )
    return _best(
        both[total >= enough] // size, both[total >= enough] % size, total[total >= enough]
    )


def _summed(both: Index, weights: Weights) -> tuple[Index, Weights]:
    if not len(both):
        return both, weights
    order = np.argsort(both, kind="stable")
    starts = np.flatnonzero(new_runs(both[order]))
    return both[order][starts], np.add.reduceat(weights[order], starts)


def _best(children: Index, parents: Index, total: Weights) -> Candidates:
    order = np.lexsort((parents, -np.round(total, 2), children))
    children, parents = children[order], parents[order]
    places = np.arange(len(children))
    head = np.maximum.accumulate(np.where(new_runs(children), places, 0))
    kept = places - head < BEST
    return Candidates(children[kept], parents[kept])


def alike(shelf: Shelf) -> Candidates:
    """Return for each document the earlier ones that share the weightiest word pairs."""
    docs = np.repeat(np.arange(len(shelf.documents)), np.diff(shelf.edge))
    at = np.flatnonzero(shelf.pairs)
    weights = (shelf.weights[at] + shelf.weights[np.minimum(at + 1, len(docs) - 1)]) / 2
    return gathered(
        posted(shelf.pairs[at], docs[at], weights.astype(np.float64), ~shelf.added[at])
    )
