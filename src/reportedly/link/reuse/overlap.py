"""What two texts have in common word by word, whatever the order."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.shingles import Keys
from .members import Members, of_document
from .runs import blocks, new_runs
from .shelf import Index, Rare, Shelf

Real = npt.NDArray[np.float64]

_RARE = np.uint64(7)  # bits that a rarity takes


class Vocabulary(NamedTuple):
    """The distinct telling words of each document; document `i` has `edge[i:i+2]`."""

    words: Keys
    rare: Rare
    edge: Index
    total: Real  # bits of each document

    def owners(self, words: Index) -> Index:
        """Return the document of each of `words`."""
        return np.searchsorted(self.edge, words, "right") - 1


def vocabulary(shelf: Shelf) -> Vocabulary:
    """Return the distinct telling words of each document of `shelf`."""
    words: list[Keys] = []
    rare: list[Rare] = []
    sizes = [np.zeros(1, np.int64)]
    for first, last in blocks(np.diff(shelf.edge)):
        some = slice(int(shelf.edge[first]), int(shelf.edge[last]))
        docs = np.repeat(
            np.arange(last - first).astype(np.uint64), np.diff(shelf.edge[first : last + 1])
        )
        rows = (docs << np.uint64(39)) | (shelf.words[some].astype(np.uint64) << _RARE)
        rows = np.sort(rows | shelf.rare[some])
        rows = rows[new_runs(rows)]
        words.append(((rows >> _RARE) & np.uint64(0xFFFFFFFF)).astype(np.uint32))
        rare.append((rows & np.uint64(127)).astype(np.uint8))
        sizes.append(
            np.bincount((rows >> np.uint64(39)).astype(np.int64), minlength=last - first)
        )
    rares = np.concatenate([np.zeros(0, np.uint8), *rare])
    edge = np.cumsum(np.concatenate(sizes))
    run = np.r_[0, np.cumsum(rares, dtype=np.int64)]
    return Vocabulary(
        words=np.concatenate([np.zeros(0, np.uint32), *words]),
        rare=rares,
        edge=edge,
        total=(run[edge[1:]] - run[edge[:-1]]) / 8,
    )


def expanded(edge: Index, docs: Index) -> tuple[Index, Index]:
    """Return the place of each word of `docs` in order, and which of them it belongs to."""
    sizes = (
        (edge[1:] - edge[:-1])[docs] if len(docs) > len(edge) else edge[docs + 1] - edge[docs]
    )
    row = np.repeat(np.arange(len(docs)), sizes)
    return np.arange(len(row)) + (edge[docs] - (np.cumsum(sizes) - sizes))[row], row


def shared_bits(known: Vocabulary, children: Index, parents: Index) -> Real:
    """Return for each pair the bits of the distinct words that both documents hold."""
    found = np.zeros(len(children), np.int64)
    order = np.argsort(parents, kind="stable")
    children, parents = children[order], parents[order]
    for first, last in blocks(known.edge[children + 1] - known.edge[children]):
        at, pair = expanded(known.edge, children[first:last])
        docs = np.unique(parents[first:last])
        there, row = expanded(known.edge, docs)
        members = Members(of_document(known.words[there], docs[row]))
        held = members.hold(of_document(known.words[at], parents[first:last][pair]))
        same = np.where(held, known.rare[at], 0)
        found[order[first:last]] = np.bincount(pair, same, last - first)
    return found / 8
