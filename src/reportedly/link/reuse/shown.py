"""Which characters came from where."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from ...model import Span
from ...text.compiled import loop, numbers, proven, spans
from ...text.cut import Words, chunks, cut
from ...text.shingles import PairKeys
from .members import Members, bits_for, members, slot_of
from .shelf import Index, Places, Shelf

LONGEST = 40  # at most so many aligned passages are shown
BLOCK = 1 << 14  # pairs gone through at a time: bounds the memory

_SMALL = np.arange(1 << 14).astype(object)

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
    spans(shelf.edge, shelf.pairs, shelf.places)
    numbers(len(shelf.documents), children, parents)
    names = [doc.id for doc in shelf.documents]
    order = np.argsort(parents, kind="stable")  # so that each parent is read once
    for first in range(0, len(order), BLOCK):
        some = order[first : first + BLOCK]
        found = _passages(shelf, names, children[some], parents[some])
        for place, passages in zip(some.tolist(), found, strict=True):
            shown[place] = passages
    return shown


def _passages(
    shelf: Shelf, names: Sequence[str], children: Index, parents: Index
) -> Iterator[Shown]:
    """Yield the passages of each of some pairs."""
    runs = _runs(shelf, children, parents)
    asked = np.zeros(len(shelf.documents), bool)
    asked[children] = asked[parents] = True
    begins, ends, edge = _characters(shelf, np.flatnonzero(asked))
    one, other = children[runs.pair], parents[runs.pair]
    here = _spans(names, one, begins[edge[one] + runs.first], ends[edge[one] + runs.last])
    over = _spans(names, other, begins[edge[other] + runs.begin], ends[edge[other] + runs.end])
    both = zip(here, over, strict=True)
    for count in np.bincount(runs.pair, minlength=len(children)).tolist():
        yield tuple(islice(both, count))


def _spans(names: Sequence[str], docs: Index, begins: Index, ends: Index) -> Iterator[Span]:
    ids = map(names.__getitem__, docs.tolist())
    return map(Span, ids, _shared(begins), _shared(ends))


def _shared(places: Index) -> list[int]:
    """Return numbers as Python's; small ones are always the same objects: half the memory."""
    small = len(places) and places.max() < len(_SMALL)
    told: list[int] = (_SMALL[places] if small else places).tolist()
    return told


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


# The edges fit the columns, children and parents are among them; the last word of a text begins
# no pair, so `at` and `there` reach it and go no further. There is room for as many passages
# as a child has words, or `LONGEST`: each takes a word at least.
@proven
def _align(words: _Words, children: Index, parents: Index, held: Members, runs: _Runs) -> int:
    """Write the passages of all pairs, those of one parent one after another."""
    count, parent, bits = 0, -1, 0
    for pair in range(len(children)):
        if parents[pair] != parent:
            parent = parents[pair]
            bits = bits_for(words.edge[parent + 1] - words.edge[parent])
            _hold_first(words, parent, held, bits)
        at, end = words.edge[children[pair]], words.edge[children[pair] + 1] - 1
        stop, most, late = words.edge[parent + 1] - 1, count + LONGEST, 0
        while at < end and count < most:
            slot = slot_of(held, parent, bits, words.pairs[at])
            if held.turns[slot] != parent:
                late = 0
                at += 1
                continue
            there = held.values[slot]
            start, begun = at + late, there + late
            while at < end and there < stop and words.pairs[at] == words.pairs[there]:
                at += 1
                there += 1
            if at > start:
                runs.pair[count] = pair
                runs.first[count], runs.last[count] = words.places[start], words.places[at]
                runs.begin[count], runs.end[count] = words.places[begun], words.places[there]
                count += 1
            late = 1  # what ended a passage does not begin the next
    return count


@proven  # see `_align`
def _hold_first(words: _Words, parent: int, held: Members, bits: int) -> None:
    """Hold where each pair of words stands first in a text."""
    for at in range(words.edge[parent], words.edge[parent + 1] - 1):
        key = words.pairs[at]
        slot = slot_of(held, parent, bits, key)
        if held.turns[slot] != parent:
            held.turns[slot], held.keys[slot], held.values[slot] = parent, key, at
