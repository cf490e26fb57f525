"""Which earlier texts are worth a look: shared keys, without comparing all with all."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .runs import new_runs
from .shelf import Index, Shelf

NEAREST = 5  # in a long list of texts that share a key, how many just before are looked at
FIRST = 2  # and how many at its head
BEST = 5  # candidates kept for each text: those that share most with it,
LEADING = 3  # and of those that were first with what they share: a digest has several
ENOUGH = 16.0  # bits that shared word pairs must carry together
BLOCK = 1 << 21  # keys gone through at a time: bounds the memory
_STEP = 16  # weights are summed in sixteenths of a bit, one byte each: sums are exact

Keys = npt.NDArray[np.uint64]
Weights = npt.NDArray[np.float64]


class Candidates(NamedTuple):
    """Pairs of document indices, `parents` before `children`, by child, best first."""

    children: Index
    parents: Index


class Postings(NamedTuple):
    """Which document has which key, sorted by key, then document; each pair once."""

    head: Index  # where the documents that share the key begin
    docs: Index
    weights: npt.NDArray[np.uint64]  # in sixteenths of a bit
    usable: npt.NDArray[np.bool_]  # may speak for its document as a parent


def posted(
    keys: Keys, docs: Index, weights: Weights, usable: npt.NDArray[np.bool_]
) -> Postings:
    """Sort the columns (documents ascending); drop repeats and keys of one document alone.

    Keys are hashes: their upper bits are sorted together with the places of the rows, which
    is several times faster than sorting the places by the keys.
    """
    low = np.uint64(len(keys).bit_length())
    mask = (np.uint64(1) << low) - np.uint64(1)
    both = np.sort((keys & ~mask) | np.arange(len(keys), dtype=np.uint64))
    order = (both & mask).astype(np.int64)
    keys = both >> low
    new = new_runs(keys, docs[order])
    order, keys = order[new], keys[new]
    starts = new_runs(keys)
    shared = ~(starts & np.r_[starts[1:], True][: len(starts)])
    order, starts = order[shared], starts[shared]
    places = np.arange(len(order))
    return Postings(
        head=np.maximum.accumulate(np.where(starts, places, 0)),
        docs=docs[order],
        weights=np.clip(np.round(weights[order] * _STEP), 0, 255).astype(np.uint64),
        usable=usable[order],
    )


def _neighbours(posts: Postings, places: Index) -> Keys:
    """Return one number for each place and each of the few before it, or first, of its key.

    From the high bits down: the child, the parent, the weight of the key that they share,
    and whether the parent is the first that has it.
    """
    head, width = posts.head[places], np.uint64(_width(posts))
    child = posts.docs[places].astype(np.uint64) << (width + np.uint64(9))
    child |= posts.weights[places] << np.uint64(1)
    steps = [(places - step, places - step >= head) for step in range(1, NEAREST + 1)]
    steps += [(head + step, places - NEAREST > head + step) for step in range(FIRST)]
    found: list[Keys] = []
    for other, near in steps:
        at = np.flatnonzero(near)
        at = at[posts.usable[other[at]]]
        parent = posts.docs[other[at]].astype(np.uint64) << np.uint64(9)
        found.append(child[at] | parent | (other[at] == head[at]))
    return np.sort(np.concatenate(found))


def _width(posts: Postings) -> int:
    return int(posts.docs.max(initial=0)).bit_length()


def gathered(posts: Postings, enough: float = ENOUGH) -> Candidates:
    """Return for each document the `BEST` earlier ones by the weight of the keys they share.

    A key that many documents share links each of them to a bounded number of others (the
    nearest before it and the first), so the cost grows with the number of keys.
    """
    width = np.uint64(_width(posts))
    low = (np.uint64(1) << width) - np.uint64(1)
    found: list[Candidates] = []
    for places in _blocks(posts):
        both = _neighbours(posts, places)
        starts = np.flatnonzero(new_runs(both >> np.uint64(9)))
        if not len(starts):
            continue
        weights = (both >> np.uint64(1)) & np.uint64(255)
        total = np.add.reduceat(weights, starts).astype(np.int64)
        first = np.add.reduceat(weights * (both & np.uint64(1)), starts).astype(np.int64)
        kept = total >= enough * _STEP
        pairs = both[starts[kept]] >> np.uint64(9)
        children, parents = (pairs >> width).astype(np.int64), (pairs & low).astype(np.int64)
        best = _best(children, parents, total[kept], BEST)
        lead = np.where(first[kept] >= enough * _STEP, first[kept], 0)
        best |= _best(children, parents, lead, LEADING) & (lead > 0)
        order = np.lexsort((parents[best], -total[kept][best], children[best]))
        found.append(Candidates(children[best][order], parents[best][order]))
    none = np.zeros(0, np.int64)
    return Candidates(
        np.concatenate([none, *(one.children for one in found)]),
        np.concatenate([none, *(one.parents for one in found)]),
    )


def _blocks(posts: Postings) -> list[Index]:
    """Return the places of the documents, a block of documents at a time, in order."""
    if len(posts.docs) <= BLOCK:
        return [np.arange(len(posts.docs))]
    upto = np.cumsum(np.bincount(posts.docs)) // BLOCK
    block = upto[posts.docs].astype(np.int16)
    return [np.flatnonzero(block == one) for one in range(int(upto[-1]) + 1)]


def _best(children: Index, parents: Index, weight: Index, count: int) -> npt.NDArray[np.bool_]:
    """Tell which pairs are among the `count` weightiest of their child."""
    order = np.lexsort((parents, -weight, children))
    places = np.arange(len(order))
    head = np.maximum.accumulate(np.where(new_runs(children[order]), places, 0))
    kept = np.zeros(len(order), bool)
    kept[order[places - head < count]] = True
    return kept


def alike(shelf: Shelf) -> Candidates:
    """Return for each document the earlier ones that share the weightiest word pairs."""
    docs = np.repeat(np.arange(len(shelf.documents)), np.diff(shelf.edge))
    at = np.flatnonzero(shelf.pairs)
    weights = (shelf.weights[at] + shelf.weights[np.minimum(at + 1, len(docs) - 1)]) / 2
    return gathered(
        posted(shelf.pairs[at], docs[at], weights.astype(np.float64), ~shelf.added[at])
    )
