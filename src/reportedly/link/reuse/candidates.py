"""Which earlier texts are worth a look: shared keys, without comparing all with all."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .runs import blocks, new_runs
from .shelf import Index, Shelf

NEAREST = 5  # in a long list of texts that share a key, how many just before are looked at
FIRST = 2  # and how many at its head
BEST = 5  # candidates kept for each text: those that share most with it,
LEADING = 3  # and of those that were first with what they share: a digest has several
ENOUGH = 16.0  # bits that shared word pairs must carry together
BLOCK = 1 << 16  # keys gone through at a time: what stays in a processor's cache
PLACE = np.uint64(28)  # bits for the place of a row, or a document; the rest are the key's
STEP = 16  # weights are summed in sixteenths of a bit, one byte each: sums are exact

Keys = npt.NDArray[np.uint64]
Weights = npt.NDArray[np.uint8]


class Candidates(NamedTuple):
    """Pairs of document indices, `parents` before `children`, by child, best first."""

    children: Index
    parents: Index


class Postings(NamedTuple):
    """Which document has which key, sorted by key, then document; each pair once."""

    head: npt.NDArray[np.int32]  # where the documents that share the key begin
    docs: npt.NDArray[np.int32]
    weights: Weights  # in sixteenths of a bit
    usable: npt.NDArray[np.bool_]  # may speak for its document as a parent


def short(keys: Keys) -> Keys:
    """Return the part of keys that is compared: the same in a case of any size."""
    return keys >> PLACE


def posted(
    keys: Keys, docs: Index, weights: Weights, usable: npt.NDArray[np.bool_]
) -> Postings:
    """Sort the columns (documents ascending); drop repeats and keys of one document alone.

    Keys are hashes: their upper bits are sorted together with the places of the rows, which
    is several times faster than sorting the places by the keys.
    """
    both = np.sort((short(keys) << PLACE) | np.arange(len(keys), dtype=np.uint64))
    order = (both & ((np.uint64(1) << PLACE) - np.uint64(1))).astype(np.int32)
    both >>= PLACE
    new = new_runs(both, docs[order])
    order, both = order[new], both[new]
    starts = new_runs(both)
    shared = ~(starts & np.r_[starts[1:], True][: len(starts)])
    order, starts = order[shared], starts[shared]
    heads = np.flatnonzero(starts).astype(np.int32)
    return Postings(
        head=np.repeat(heads, np.diff(np.r_[heads, len(order)])),
        docs=docs[order].astype(np.int32),
        weights=weights[order],
        usable=usable[order],
    )


def _neighbours(posts: Postings, places: Index, width: np.uint64) -> Keys:
    """Return one number for each place and each of the few before it, or first, of its key.

    From the high bits down: the child, the parent, the weight of the key that they share,
    and whether the parent is the first that has it.
    """
    head = posts.head[places]
    child = posts.docs[places].astype(np.uint64) << (width + np.uint64(9))
    child |= posts.weights[places].astype(np.uint64) << np.uint64(1)
    found: list[Keys] = []
    for step in range(-NEAREST, FIRST):
        other = head + step if step >= 0 else places + step
        at = np.flatnonzero(places - NEAREST > other if step >= 0 else other >= head)
        other = other[at]
        at, other = at[posts.usable[other]], other[posts.usable[other]]
        parent = posts.docs[other].astype(np.uint64) << np.uint64(9)
        found.append(child[at] | parent | (other == head[at]))
    return np.sort(np.concatenate(found))


def gathered(posts: Postings, enough: float = ENOUGH) -> Candidates:
    """Return for each document the `BEST` earlier ones by the weight of the keys they share.

    A key that many documents share links each of them to a bounded number of others (the
    nearest before it and the first), so the cost grows with the number of keys.
    """
    width = np.uint64(int(posts.docs.max(initial=0)).bit_length())
    low = (np.uint64(1) << width) - np.uint64(1)
    found: list[Candidates] = []
    for places in _blocks(posts):
        both = _neighbours(posts, places, width)
        starts = np.flatnonzero(new_runs(both >> np.uint64(9)))
        if not len(starts):
            continue
        weights = ((both >> np.uint64(1)) & np.uint64(255)).astype(np.int64)
        total = np.add.reduceat(weights, starts)
        first = np.add.reduceat(np.where(both & np.uint64(1), weights, 0), starts)
        kept = total >= enough * STEP
        pairs = both[starts[kept]] >> np.uint64(9)
        children, parents = (pairs >> width).astype(np.int64), (pairs & low).astype(np.int64)
        best = _best(children, parents, total[kept], BEST)
        lead = np.where(first[kept] >= enough * STEP, first[kept], 0)
        best |= _best(children, parents, lead, LEADING) & (lead > 0)
        order = np.lexsort((parents[best], -total[kept][best], children[best]))
        found.append(Candidates(children[best][order], parents[best][order]))
    none = np.zeros(0, np.int64)
    return Candidates(
        np.concatenate([none, *(one.children for one in found)]),
        np.concatenate([none, *(one.parents for one in found)]),
    )


def _blocks(posts: Postings) -> Iterator[Index]:
    """Yield the places of the documents, a block of documents at a time, in order."""
    low = np.uint64(len(posts.docs).bit_length())
    both = posts.docs.astype(np.uint64) << low
    both |= np.arange(len(both), dtype=np.uint64)
    both.sort()
    places = (both & ((np.uint64(1) << low) - np.uint64(1))).astype(np.int64)
    edges = np.flatnonzero(new_runs(both >> low))
    for first, last in blocks(np.diff(np.r_[edges, len(places)]), BLOCK):
        yield places[edges[first] : edges[last] if last < len(edges) else len(places)]


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
    at = np.flatnonzero(shelf.pairs)
    weights = shelf.rare[at] + shelf.rare[np.minimum(at + 1, len(shelf.rare) - 1)]
    return gathered(posted(shelf.pairs[at], shelf.owners(at), weights, ~shelf.added[at]))
