"""Which characters came from where."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...model import Span
from ...text.cut import chunks, cut
from .overlap import expanded
from .runs import new_runs
from .shelf import Index, Shelf

LONGEST = 40  # at most so many aligned passages are shown
BLOCK = 1 << 20  # words gone through at a time: bounds the memory
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
    for one in np.unique(block).tolist():
        places = np.flatnonzero(block == one)
        some = _runs(shelf, children[places], parents[places])
        for pair, here, there in _spans(shelf, children[places], parents[places], some):
            passages = shown[places[pair]]
            if len(passages) < LONGEST:
                passages.append((here, there))
    return [tuple(passages) for passages in shown]


def _spans(
    shelf: Shelf, children: Index, parents: Index, runs: _Runs
) -> Iterator[tuple[int, Span, Span]]:
    """Yield the passages as characters: of which pair, in the child, in the parent."""
    begins, ends, edge = _places(shelf, np.unique(np.r_[children, parents]))
    mine, theirs = edge[children[runs.pair]], edge[parents[runs.pair]]
    columns = (
        runs.pair,
        begins[mine + runs.first],
        ends[mine + runs.last],
        begins[theirs + runs.begin],
        ends[theirs + runs.end],
    )
    ids = [doc.id for doc in shelf.documents]
    child, parent = children.tolist(), parents.tolist()
    for pair, *places in zip(*(column.tolist() for column in columns), strict=True):
        first, last, begin, end = places
        yield pair, Span(ids[child[pair]], first, last), Span(ids[parent[pair]], begin, end)


def _places(shelf: Shelf, docs: Index) -> tuple[Index, Index, Index]:
    """Return where each word of `docs` begins and ends in its text; and `edge` of documents.

    Documents that are not asked for have no words.
    """
    texts = [shelf.documents[doc].text for doc in docs.tolist()]
    starts, ends, sizes = [], [], np.zeros(len(shelf.documents), np.int64)
    for some in chunks(texts):
        found = cut(texts[some])
        begins = found.begins[found.owners()]
        starts.append(found.starts - begins)
        ends.append(found.ends - begins)
        sizes[docs[some]] = np.diff(found.edge)
    none = np.zeros(0, np.int64)
    return (
        np.concatenate([none, *starts]),
        np.concatenate([none, *ends]),
        np.r_[0, np.cumsum(sizes)],
    )


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
