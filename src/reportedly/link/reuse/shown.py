"""Which characters came from where."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ...model import Span
from ...text.compiled import loop
from ...text.cut import Words, chunks, cut
from ...text.shingles import PairKeys
from .members import Members, bits_for, members, slot_of
from .shelf import Index, Places, Shelf

LONGEST = 40  # at most so many aligned passages are shown
BLOCK = 1 << 14  # pairs gone through at a time: bounds the memory

Shown = tuple[tuple[Span, Span], ...]


class _Words(NamedTuple):
    pairs: PairKeys
    places: Places
    edge: Index


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
    shown: list[Shown] = [()] * len(children)
    order = np.argsort(parents, kind="stable")  # so that each parent is read once
    for first in range(0, len(order), BLOCK):
        some = order[first : first + BLOCK]
        _show(shelf, children[some], parents[some], some, shown)
    return shown


def _show(
    shelf: Shelf, children: Index, parents: Index, places: Index, shown: list[Shown]
) -> None:
    """Put the passages of some pairs into their places among all."""
    runs = _runs(shelf, children, parents)
    asked = np.zeros(len(shelf.documents), bool)
    asked[children] = asked[parents] = True
    begins, ends, edge = _characters(shelf, np.flatnonzero(asked))
    mine, theirs = edge[children[runs.pair]], edge[parents[runs.pair]]
    here = _spans(shelf, children[runs.pair], begins[mine + runs.first], ends[mine + runs.last])
    over = _spans(
        shelf, parents[runs.pair], begins[theirs + runs.begin], ends[theirs + runs.end]
    )
    both = list(zip(here, over, strict=True))
    parts = np.searchsorted(runs.pair, np.arange(len(children) + 1)).tolist()
    for place, start, stop in zip(places.tolist(), parts, parts[1:], strict=False):
        shown[place] = tuple(both[start:stop])


def _spans(shelf: Shelf, docs: Index, begins: Index, ends: Index) -> Iterator[Span]:
    ids = (shelf.documents[doc].id for doc in docs.tolist())
    return map(Span, ids, begins.tolist(), ends.tolist())


def _characters(shelf: Shelf, docs: Index) -> tuple[Places, Places, Index]:
    """Return where each word of `docs` begins and ends in its text; and `edge` of documents.

    Documents that are not asked for have no words.
    """
    texts = [shelf.documents[doc].text for doc in docs.tolist()]
    starts, ends, sizes = [], [], np.zeros(len(shelf.documents), np.int64)
    for some in chunks(texts):
        found = cut(texts[some])
        places = np.empty((2, len(found.words.starts)), np.int32)
        _inside.over(places.size)(found.words, found.begins, found.edge, places)
        starts.append(places[0])
        ends.append(places[1])
        sizes[docs[some]] = np.diff(found.edge)
    none = np.zeros(0, np.int32)
    return (
        np.concatenate([none, *starts]),
        np.concatenate([none, *ends]),
        np.r_[0, np.cumsum(sizes)],
    )


@loop
def _inside(words: Words, begins: Index, edge: Index, places: Places) -> None:
    """Write where each word begins and ends, counted from the begin of its text."""
    for text in range(len(begins)):
        for at in range(edge[text], edge[text + 1]):
            places[0, at] = words.starts[at] - begins[text]
            places[1, at] = words.ends[at] - begins[text]


def _runs(shelf: Shelf, children: Index, parents: Index) -> _Runs:
    sizes = np.diff(shelf.edge)
    held = members(int(sizes[parents].max(initial=0)))
    words = _Words(shelf.pairs, shelf.places, shelf.edge)
    room = int(np.minimum(sizes[children], LONGEST).sum())
    runs = _Runs(*np.empty((5, room), np.int64))
    work = _align.over(int(sizes[children].sum()))
    count = work(words, children, parents, held, runs)
    return _Runs(*(column[:count] for column in runs))


@loop
def _align(words: _Words, children: Index, parents: Index, held: Members, runs: _Runs) -> int:
    """Write the passages of all pairs, those of one parent one after another."""
    count, parent, bits = 0, -1, 0
    for pair in range(len(children)):
        if parents[pair] != parent:
            parent = parents[pair]
            bits = bits_for(words.edge[parent + 1] - words.edge[parent])
            _hold_first(words, parent, held, bits)
        start = begun = before = -1  # the passage at hand; where the words before stand
        left = LONGEST
        for at in range(words.edge[children[pair]], words.edge[children[pair] + 1]):
            there = _stands(words, at, before, parent, held, bits)
            on = before >= 0 and there == before + 1
            if start >= 0 and not on:
                if start < at and left:
                    stop = begun + at - start
                    runs.pair[count] = pair
                    runs.first[count], runs.last[count] = words.places[start], words.places[at]
                    runs.begin[count], runs.end[count] = words.places[begun], words.places[stop]
                    count += 1
                    left -= 1
                start = -1
            if there >= 0 and not on:
                late = 1 if before >= 0 else 0  # what ended a passage does not begin the next
                start, begun = at + late, there + late
            before = there
    return count


@loop
def _stands(words: _Words, at: int, before: int, parent: int, held: Members, bits: int) -> int:
    """Return where a pair of words stands in the parent: after the pair before, if it does
    stand there too, or else where it is first met; -1 where it is not.
    """
    key = words.pairs[at]
    if not key:
        return -1
    if before >= 0 and words.pairs[before + 1] == key:
        return before + 1
    slot = slot_of(held, parent, bits, key)
    return held.values[slot] if held.turns[slot] == parent else -1


@loop
def _hold_first(words: _Words, parent: int, held: Members, bits: int) -> None:
    """Hold where each pair of words stands first in a text."""
    for at in range(words.edge[parent], words.edge[parent + 1]):
        key = words.pairs[at]
        if key:
            slot = slot_of(held, parent, bits, key)
            if held.turns[slot] != parent:
                held.turns[slot], held.keys[slot], held.values[slot] = parent, key, at
