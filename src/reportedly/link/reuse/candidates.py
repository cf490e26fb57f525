"""Which earlier texts are worth a look: shared keys, without comparing all with all."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.compiled import loop
from .shelf import Flags, Index, Shelf

NEAREST = 5  # in a long list of texts that share a key, how many just before are looked at
FIRST = 2  # and how many at its head
BEST = 5  # candidates kept for each text: those that share most with it,
LEADING = 3  # and of those that were first with what they share: a digest has several
ENOUGH = 16.0  # bits that shared word pairs must carry together
PLACE = np.uint64(28)  # bits for the place of a row, or a document; the rest are the key's
STEP = 16  # weights are summed in sixteenths of a bit, one byte each: sums are exact
_LOW = (np.uint64(1) << PLACE) - np.uint64(1)

Keys = npt.NDArray[np.uint64]
Weights = npt.NDArray[np.uint8]
Small = npt.NDArray[np.int32]
_AT_ONCE, _ROUNDS = 9, 4  # bits of a key sorted by at once; rounds, an even number
_BUCKETS = 1 << _AT_ONCE
_BUCKET = np.uint64(_BUCKETS - 1)


class Candidates(NamedTuple):
    """Pairs of document indices, `parents` before `children`, by child, best first."""

    children: Index
    parents: Index


class Postings(NamedTuple):
    """Which documents have which key, in lists of two or more; each pair once."""

    lists: Index  # by key, then document: `_HEAD`, `_MUTE` and the document in one number
    places: Small  # by document: where each of its keys stands in the lists, -1 if nowhere
    weights: Weights  # of the key to the document, in sixteenths of a bit
    edge: Index  # document `i` has `places[edge[i]:edge[i + 1]]`


_HEAD = 32  # above so many bits: where the list begins
_MUTE = 1 << 31  # the key may not speak for its document as a parent
_DOC = _MUTE - 1


class _Rows(NamedTuple):
    docs: Small  # ascending
    usable: Flags


class _Sums(NamedTuple):
    """What the document at hand shares with each other, in sixteenths of a bit."""

    by: npt.NDArray[np.int32]  # rows of two: all, and what the other was the first to have
    met: Small  # the others that share something


_ALL, _FIRST = 0, 1


def short(keys: Keys) -> Keys:
    """Return the part of keys that is compared: the same in a case of any size."""
    return keys >> PLACE


def posted(keys: Keys, docs: Index | Small, weights: Weights, usable: Flags) -> Postings:
    """Sort the columns (documents ascending); drop repeats and keys of one document alone.

    A key of 0 is none.
    """
    size = len(keys)
    docs = docs.astype(np.int32, copy=False)
    both = keys & ~_LOW
    both |= np.arange(size, dtype=np.uint64)
    posts = Postings(
        lists=np.empty(size, np.int64),
        places=np.full(size, -1, np.int32),
        weights=weights,
        edge=np.searchsorted(docs, np.arange(docs[-1] + 2 if size else 1, dtype=np.int32)),
    )
    both = _by_key.over(8 * size)(both, np.empty(size, np.uint64))
    count = _post.over(size)(both, _Rows(docs, usable), posts)
    return posts._replace(lists=posts.lists[:count].copy())


@loop
def _by_key(numbers: Keys, other: Keys) -> Keys:
    """Sort numbers whose lower bits ascend by their `_ROUNDS * _AT_ONCE` upper bits.

    Radix sort: five to seven times as fast as numpy's where that is at its slowest.
    """
    for turn in range(_ROUNDS):
        shift = PLACE + np.uint64(_AT_ONCE * turn)
        begins = np.zeros(_BUCKETS + 1, np.int64)
        for at in range(len(numbers)):
            begins[np.int64((numbers[at] >> shift) & _BUCKET) + 1] += 1
        for bucket in range(_BUCKETS):
            begins[bucket + 1] += begins[bucket]
        for at in range(len(numbers)):
            slot: Any = np.int64((numbers[at] >> shift) & _BUCKET)
            other[begins[slot]] = numbers[at]
            begins[slot] += 1
        numbers, other = other, numbers
    return numbers


@loop
def _post(both: Keys, rows: _Rows, posts: Postings) -> int:
    """Write the lists of keys that two documents or more share; return how long they are."""
    count, head, last = 0, 0, -1
    for at in range(len(both)):
        row: Any = np.int64(both[at] & _LOW)
        doc = np.int64(rows.docs[row])
        if both[at] <= _LOW:
            continue
        if at == 0 or both[at] >> PLACE != both[at - 1] >> PLACE:
            if count == head + 1:  # the key before was of one document alone
                posts.places[last] = -1
                count = head
            head = count
        elif posts.lists[count - 1] & _DOC == doc:
            continue
        posts.lists[count] = (head << _HEAD) | (0 if rows.usable[row] else _MUTE) | doc
        posts.places[row] = count
        last = row
        count += 1
    if count == head + 1:
        posts.places[last] = -1
        count = head
    return count


def gathered(posts: Postings, enough: float = ENOUGH) -> Candidates:
    """Return for each document the `BEST` earlier ones by the weight of the keys they share.

    A key that many documents share links each of them to a bounded number of others (the
    nearest before it and the first), so the cost grows with the number of keys.
    """
    return weighed(posts, enough)[0]


def weighed(posts: Postings, enough: float) -> tuple[Candidates, Small]:
    """Return what `gathered` does, and the weight that each pair shares, in sixteenths."""
    count = len(posts.edge) - 1
    sums = _Sums(np.zeros((count + 1, 2), np.int32), np.zeros(count + 1, np.int32))
    found = np.empty((2, (BEST + LEADING) * count), np.int64)
    shared = np.empty(found.shape[1], np.int32)
    work = _gather.over(len(posts.lists))
    size = work(posts, int(enough * STEP), sums, Candidates(*found), shared)
    children, parents = found[:, :size].copy()
    return Candidates(children, parents), shared[:size].copy()


@loop
def _gather(posts: Postings, enough: int, sums: _Sums, found: Candidates, shared: Small) -> int:
    """Write the candidates of every document, best first; return how many."""
    size = 0
    for child in range(len(posts.edge) - 1):
        met = _enough(sums, _add_up(posts, child, sums), enough)
        for nth in range(_choose(sums, met, enough)):
            found.children[size], found.parents[size] = child, sums.met[nth]
            shared[size] = sums.by[sums.met[nth], _ALL]
            size += 1
        for nth in range(met):
            sums.by[sums.met[nth], _ALL] = sums.by[sums.met[nth], _FIRST] = 0
    return size


@loop
def _add_up(posts: Postings, child: int, sums: _Sums) -> int:
    """Sum what a document shares with those before it; return how many there are."""
    met = 0
    for nth in range(posts.edge[child], posts.edge[child + 1]):
        place = np.int64(posts.places[nth])
        if place < 0:
            continue
        head, weight = posts.lists[place] >> _HEAD, posts.weights[nth]
        for step in range(-NEAREST, FIRST):
            other = place + step if step < 0 else head + step
            beyond = other < head if step < 0 else other >= place - NEAREST
            if beyond or posts.lists[other] & _MUTE:
                continue
            parent = posts.lists[other] & _DOC
            if not sums.by[parent, _ALL]:
                sums.met[met] = parent
                met += 1
            sums.by[parent, _ALL] += weight
            if other == head:
                sums.by[parent, _FIRST] += weight
    return met


@loop
def _enough(sums: _Sums, met: int, enough: int) -> int:
    """Forget the parents that share too little; return how many are left."""
    left = 0
    for nth in range(met):
        parent = sums.met[nth]
        if sums.by[parent, _ALL] >= enough:
            sums.met[left] = parent
            left += 1
        else:
            sums.by[parent, _ALL] = sums.by[parent, _FIRST] = 0
    return left


@loop
def _choose(sums: _Sums, met: int, enough: int) -> int:
    """Put the candidates to the front of those met, best first; return how many."""
    best = count = min(BEST, met)
    for nth in range(count):
        _swap(sums.met, nth, _best(sums.met, nth, met, sums.by, _ALL))
    for _ in range(min(LEADING, met)):
        at = _best(sums.met, 0, met, sums.by, _FIRST)
        if sums.by[sums.met[at], _FIRST] < enough:
            break
        sums.by[sums.met[at], _FIRST] = 0
        if at >= count:
            _swap(sums.met, count, at)
            count += 1
    for nth in range(best, count):
        _swap(sums.met, nth, _best(sums.met, nth, count, sums.by, _ALL))
    return count


@loop
def _best(met: Small, begin: int, end: int, by: Small, column: int) -> int:
    """Return where among those met the one with most stands, of equals the earlier."""
    best = begin
    for nth in range(begin + 1, end):
        one, other = met[nth], met[best]
        more = by[one, column] - by[other, column]
        if more > 0 or (more == 0 and one < other):
            best = nth
    return best


@loop
def _swap(met: Small, one: int, other: int) -> None:
    kept = met[one]
    met[one] = met[other]
    met[other] = kept


def alike(shelf: Shelf) -> Candidates:
    """Return for each document the earlier ones that share the weightiest word pairs."""
    docs = np.arange(len(shelf.documents), dtype=np.int32)
    weights = shelf.rare.copy()
    weights[:-1] += shelf.rare[1:]
    owners = np.repeat(docs, np.diff(shelf.edge))
    return gathered(posted(shelf.pairs, owners, weights, ~shelf.added))
