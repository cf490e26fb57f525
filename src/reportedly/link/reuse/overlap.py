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


def expanded(edge: Index, docs: Index) -> tuple[Index, Index]:
    """Return the place of each word of `docs` in order, and which of them it belongs to."""
    sizes = np.diff(edge)[docs]
    row = np.repeat(np.arange(len(docs)), sizes)
    inside = np.arange(len(row)) - (np.cumsum(sizes) - sizes)[row]
    return edge[docs][row] + inside, row


def _shared(known: Vocabulary, children: Index, parents: Index) -> Real:
    at, pair = expanded(known.edge, children)
    held = known.members.hold(known.words[at], parents[pair])
    same = np.where(held, known.weights[at], 0.0)
    return np.bincount(pair, same, len(children)).astype(np.float64)
