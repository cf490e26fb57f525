"""Which earlier texts are worth a look: shared word pairs, without comparing all with all."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .runs import new_runs
from .shelf import Index, Shelf

NEAREST = 8  # in a long list of texts that share a pair, how many just before are looked at
FIRST = 3  # and how many at its head
BEST = 6  # candidates kept for each text
ENOUGH = 16.0  # bits that shared pairs must carry together


class Candidates(NamedTuple):
    """Pairs of document indices, `parents` before `children`, by child, best first."""

    children: Index
    parents: Index


def neighbours(keys: npt.NDArray[np.uint64]) -> tuple[Index, Index]:
    """Return places of equal `keys` (sorted): each with the few before it and the first few."""
    places = np.arange(len(keys))
    head = np.maximum.accumulate(np.where(new_runs(keys), places, 0))
    later: list[Index] = []
    earlier: list[Index] = []
    for step in range(1, NEAREST + 1):
        at = places[places - step >= head]
        later.append(at)
        earlier.append(at - step)
    for step in range(FIRST):
        at = places[places - NEAREST > head + step]
        later.append(at)
        earlier.append(head[at] + step)
    return np.concatenate(later), np.concatenate(earlier)


def best(
    children: Index,
    parents: Index,
    weights: npt.NDArray[np.float64],
    *,
    enough: float = ENOUGH,
) -> Candidates:
    """Add up the weights of each pair; keep for each child its `BEST` parents."""
    if not len(children):
        return Candidates(children, parents)
    size = np.int64(max(int(children.max()), int(parents.max())) + 1)
    both = children * size + parents
    order = np.argsort(both, kind="stable")
    starts = np.flatnonzero(new_runs(both[order]))
    total = np.add.reduceat(weights[order], starts)
    both = both[order][starts]
    both, total = both[total >= enough], total[total >= enough]
    child, parent = both // size, both % size
    order = np.lexsort((parent, -np.round(total, 2), child))
    child, parent = child[order], parent[order]
    places = np.arange(len(child))
    head = np.maximum.accumulate(np.where(new_runs(child), places, 0))
    kept = places - head < BEST
    return Candidates(child[kept], parent[kept])


def alike(shelf: Shelf) -> Candidates:
    """Return for each document the earlier ones that share the weightiest word pairs.

    Cost grows with the number of words: a word pair that many texts share links each of them
    to a bounded number of others (the nearest before it and the first).
    """
    docs = np.repeat(np.arange(len(shelf.documents)), np.diff(shelf.edge))
    at = np.flatnonzero(shelf.pairs)
    at = at[np.argsort(shelf.pairs[at], kind="stable")]
    keys, docs = shelf.pairs[at], docs[at]
    once = new_runs(keys, docs)
    at, keys, docs = at[once], keys[once], docs[once]
    later, earlier = neighbours(keys)
    usable = ~shelf.added[at[earlier]]
    later, earlier = later[usable], earlier[usable]
    weight = (shelf.weights[at] + shelf.weights[np.minimum(at + 1, len(shelf.weights) - 1)]) / 2
    return best(docs[later], docs[earlier], weight[later].astype(np.float64))
