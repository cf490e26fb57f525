"""What two texts have in common word by word, whatever the order."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.shingles import PairKeys
from .members import Members
from .runs import new_runs
from .shelf import Index, Shelf

Real = npt.NDArray[np.float64]

BLOCK = 1 << 15  # pairs gone through at a time: bounds the memory


class Vocabulary(NamedTuple):
    """The distinct telling words of each document; document `i` has `edge[i:i+2]`."""

    words: PairKeys
    weights: Real
    docs: Index
    edge: Index
    members: Members
    total: Real  # bits of each document


def vocabulary(shelf: Shelf) -> Vocabulary:
    """Return the distinct telling words of each document of `shelf`."""
    count = len(shelf.documents)
    docs = np.repeat(np.arange(count), np.diff(shelf.edge))
    order = np.lexsort((shelf.words, docs))
    words, docs = shelf.words[order].astype(np.uint64), docs[order]
    new = new_runs(words, docs)
    words, docs = words[new], docs[new]
    weights = shelf.weights[order][new].astype(np.float64)
    return Vocabulary(
        words=words,
        weights=weights,
        docs=docs,
        edge=np.searchsorted(docs, np.arange(count + 1)),
        members=Members(words, docs),
        total=np.bincount(docs, weights, count).astype(np.float64),
    )


def shared_bits(known: Vocabulary, children: Index, parents: Index) -> Real:
    """Return for each pair the bits of the distinct words that both documents hold."""
    found = np.zeros(len(children))
    for first in range(0, len(children), BLOCK):
        block = slice(first, first + BLOCK)
        found[block] = _shared(known, children[block], parents[block])
    return found


def _shared(known: Vocabulary, children: Index, parents: Index) -> Real:
    sizes = np.diff(known.edge)[children]
    edge = np.r_[0, np.cumsum(sizes)]
    inside = np.arange(edge[-1]) - np.repeat(edge[:-1], sizes)
    at = np.repeat(known.edge[children], sizes) + inside
    held = known.members.hold(known.words[at], np.repeat(parents, sizes))
    pair = np.repeat(np.arange(len(children)), sizes)
    same = np.where(held, known.weights[at], 0.0)
    return np.bincount(pair, same, len(sizes)).astype(np.float64)
