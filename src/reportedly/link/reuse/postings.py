"""Which documents have which key: lists by key, made by sorting."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.compiled import loop
from .shelf import Flags, Index

PLACE = np.uint64(28)  # bits for the place of a row, or a document; the rest are the key's
HEAD = 32  # of an entry of the lists: above so many bits, where its list begins
MUTE = 1 << 31  # the key may not speak for its document as a parent
DOC = MUTE - 1
_LOW = (np.uint64(1) << PLACE) - np.uint64(1)

Keys = npt.NDArray[np.uint64]
Weights = npt.NDArray[np.uint8]
Small = npt.NDArray[np.int32]
_AT_ONCE, _ROUNDS = 9, 4  # bits of a key sorted by at once; rounds, an even number
_BUCKETS = 1 << _AT_ONCE
_BUCKET = np.uint64(_BUCKETS - 1)


class Postings(NamedTuple):
    """Which documents have which key, in lists of two or more; each pair once."""

    lists: Index  # by key, then document: `HEAD`, `MUTE` and the document in one number
    places: Small  # by document: where each of its keys stands in the lists, -1 if nowhere
    weights: Weights  # of the key to the document, in sixteenths of a bit
    edge: Index  # document `i` has `places[edge[i]:edge[i + 1]]`


class _Rows(NamedTuple):
    docs: Small  # ascending
    usable: Flags


def short(keys: Keys) -> Keys:
    """Return the part of keys that is compared: the same in a case of any size."""
    return keys >> PLACE


def posted(keys: Keys, docs: Index | Small, weights: Weights, usable: Flags) -> Postings:
    """Sort the columns (documents ascending); drop repeats and keys of one document alone.

    A key of 0 is none.
    """
    size = len(keys)
    docs = docs.astype(np.int32, copy=False)
    if size and (docs[0] < 0 or (docs[1:] < docs[:-1]).any()):
        raise IndexError("the documents of keys do not ascend")
    both = np.arange(size, dtype=np.uint64)
    both |= keys & ~_LOW
    both = _by_key.over(8 * size)(both, np.empty(size, np.uint64))
    posts = Postings(
        lists=both.view(np.int64),
        places=np.full(size, -1, np.int32),
        weights=weights,
        edge=np.searchsorted(docs, np.arange(docs[-1] + 2 if size else 1, dtype=np.int32)),
    )
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
    """Write the lists of keys that two documents or more share; return how long they are.

    The lists take the place of `both`: they are never longer than what was read of it.
    """
    count, head, last = 0, 0, -1
    before: Any = np.uint64(0)
    for at in range(len(both)):
        key: Any = both[at] >> PLACE
        row: Any = np.int64(both[at] & _LOW)
        doc = np.int64(rows.docs[row])
        if not key:
            continue
        if key != before:
            before = key
            if count == head + 1:  # the key before was of one document alone
                posts.places[last] = -1
                count = head
            head = count
        elif posts.lists[count - 1] & DOC == doc:
            continue
        posts.lists[count] = (head << HEAD) | (0 if rows.usable[row] else MUTE) | doc
        posts.places[row] = count
        last = row
        count += 1
    if count == head + 1:
        posts.places[last] = -1
        count = head
    return count
