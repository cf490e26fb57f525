"""Which characters came from where."""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...model import Span
from ...text.shingles import WORD, plain
from .overlap import expanded
from .runs import new_runs
from .shelf import Index, Shelf
from .signature import ROW, rows_of

LONGEST = 40  # at most so many aligned passages are shown
BLOCK = 1 << 20  # words gone through at a time: bounds the memory
_SIZE = ROW.itemsize
_ROUNDS = 4  # words that a text has twice are set right in so many looks

Shown = tuple[tuple[Span, Span], ...]


class _Runs(NamedTuple):
    """Passages: words `first..last` of the child of a pair are `begin..end` of its parent."""

    pair: Index
    first: Index
    last: Index
    begin: Index
    end: Index


def aligned(shelf: Shelf, children: Index, parents: Index) -> list[Shown]:
    """Return for each pair the passages of the child with those of the parent alike.

    Every two telling words side by side are sought in the parent; what goes on there as here
    is one passage. Spans run from the first to the last shared word.
    """
    shown: list[list[tuple[Span, Span]]] = [[] for _ in children]
    sizes = np.diff(shelf.edge)[children]
    block = np.cumsum(sizes) // BLOCK
    texts: dict[int, _Text] = {}
    mine, theirs = children.tolist(), parents.tolist()
    for one in np.unique(block).tolist():
        places = np.flatnonzero(block == one)
        found, pairs = _runs(shelf, children[places], parents[places]), places.tolist()
        for row, first, last, begin, end in zip(*(one.tolist() for one in found), strict=True):
            pair = pairs[row]
            if len(shown[pair]) < LONGEST:
                here = _span(shelf, texts, mine[pair], first, last)
                shown[pair].append((here, _span(shelf, texts, theirs[pair], begin, end)))
        texts.clear()
    return [tuple(passages) for passages in shown]


@lru_cache(maxsize=1 << 16)
def _words(piece: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in WORD.finditer(plain(piece)))


class _Text:
    """Finds the characters of the n-th word of a text."""

    def __init__(self, text: str) -> None:
        self._pieces = text.replace("\n", " ").split(" ")
        self._rows = list(accumulate(map(len, map(rows_of, self._pieces)), initial=0))
        self._starts = list(accumulate((len(piece) + 1 for piece in self._pieces), initial=0))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where word `first`, counted from 0, begins and word `last` ends."""
        piece = bisect_right(self._rows, first * _SIZE) - 1
        start, _ = _words(self._pieces[piece])[first - self._rows[piece] // _SIZE]
        start += self._starts[piece]
        if last != first:
            piece = bisect_right(self._rows, last * _SIZE, piece) - 1
        _, end = _words(self._pieces[piece])[last - self._rows[piece] // _SIZE]
        return start, self._starts[piece] + end


def _span(shelf: Shelf, texts: dict[int, _Text], doc: int, first: int, last: int) -> Span:
    if doc not in texts:
        texts[doc] = _Text(shelf.documents[doc].text)
    return Span(shelf.documents[doc].id, *texts[doc].span(first, last))


def _runs(shelf: Shelf, children: Index, parents: Index) -> _Runs:
    at, pair = expanded(shelf.edge, children)
    there = _found(shelf, at, parents[pair])
    inside = ~new_runs(pair) & (shelf.pairs[at] != 0)
    for _ in range(_ROUNDS):
        # Where the words before stand at p, these stand at p + 1 rather than where first met.
        after = _after(there)
        on = inside & (after > 0)
        on &= shelf.pairs[np.minimum(after, len(shelf.pairs) - 1)] == shelf.pairs[at]
        there = np.where(on, after, there)
    going = inside & (there > 0) & (there == _after(there))
    held = there >= 0
    first = np.flatnonzero(held & ~going)
    last = np.flatnonzero(held & ~np.r_[going[1:], False])
    # A word that ended the passage before does not begin the next.
    shared = np.r_[False, (first[1:] == last[:-1] + 1) & (pair[first[1:]] == pair[last[:-1]])]
    first = first + shared[: len(first)]
    kept = first <= last
    first, last = first[kept], last[kept]
    begin, end, begins = at[first], at[last] + 1, there[first]
    ends = begins + end - begin
    here, over = shelf.places[[begin, end]], shelf.places[[begins, ends]]
    return _Runs(pair[first], here[0], here[1], over[0], over[1])


def _after(there: Index) -> Index:
    before = np.r_[-1, there[:-1]]
    return np.where(before < 0, -1, before + 1)


def _found(shelf: Shelf, at: Index, parents: Index) -> Index:
    """Return where each pair of words stands first in its parent; -1 where it does not."""
    needed = np.zeros(len(shelf.documents), bool)
    needed[parents] = True
    docs = np.flatnonzero(needed)
    there, row = expanded(shelf.edge, docs)
    usable = shelf.pairs[there] != 0
    there, row = there[usable], row[usable]
    keys = _one(shelf.pairs[there], docs[row])
    order = np.argsort(keys, kind="stable")
    keys, there = keys[order], there[order]
    asked = _one(shelf.pairs[at], parents)
    if not len(keys):
        return np.full(len(at), -1)
    by_key = np.argsort(asked)  # in order, look-ups stay in the cache
    place = np.empty(len(at), np.int64)
    place[by_key] = np.searchsorted(keys, asked[by_key])
    place = np.minimum(place, len(keys) - 1)
    same = (keys[place] == asked) & (shelf.pairs[at] != 0)
    return np.where(same, there[place], -1)


def _one(pairs: npt.NDArray[np.uint64], docs: Index) -> npt.NDArray[np.uint64]:
    return pairs ^ (docs.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15))
