"""Which earlier texts are worth a look: shared keys, without comparing all with all."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.compiled import proven
from .postings import DOC, HEAD, MUTE, Postings, Small, posted
from .shelf import Index, Shelf

NEAREST = 5  # in a long list of texts that share a key, how many just before are looked at
FIRST = 2  # and how many at its head
BEST = 5  # candidates kept for each text: those that share most with it,
LEADING = 3  # and of those that were first with what they share: a digest has several
ENOUGH = 16.0  # bits that shared word pairs must carry together
STEP = 16  # weights are summed in sixteenths of a bit, one byte each: sums are exact


class Candidates(NamedTuple):
    """Pairs of document indices, `parents` before `children`, by child, best first."""

    children: Index
    parents: Index


class _Sums(NamedTuple):
    """What the document at hand shares with each other, in sixteenths of a bit."""

    by: npt.NDArray[np.int32]  # rows of two: all, and what the other was the first to have
    met: Small  # the others that share something


_ALL, _FIRST = 0, 1


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


# No loop below leaves its arrays: `posted` made the lists, where each place and head is and no
# document is beyond the edges; a document is met once, since weights are more than 0.
@proven
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


@proven
def _add_up(posts: Postings, child: int, sums: _Sums) -> int:
    """Sum what a document shares with those before it; return how many there are."""
    met = 0
    for nth in range(posts.edge[child], posts.edge[child + 1]):
        place = np.int64(posts.places[nth])
        weight = posts.weights[nth]
        if place < 0 or not weight:
            continue
        head = posts.lists[place] >> HEAD
        for step in range(-NEAREST, FIRST):
            other = place + step if step < 0 else head + step
            beyond = other < head if step < 0 else other >= place - NEAREST
            if beyond or posts.lists[other] & MUTE:
                continue
            parent = posts.lists[other] & DOC
            if not sums.by[parent, _ALL]:
                sums.met[met] = parent
                met += 1
            sums.by[parent, _ALL] += weight
            if other == head:
                sums.by[parent, _FIRST] += weight
    return met


@proven
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


@proven
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


@proven
def _best(met: Small, begin: int, end: int, by: Small, column: int) -> int:
    """Return where among those met the one with most stands, of equals the earlier."""
    best = begin
    for nth in range(begin + 1, end):
        one, other = met[nth], met[best]
        more = by[one, column] - by[other, column]
        if more > 0 or (more == 0 and one < other):
            best = nth
    return best


@proven
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
