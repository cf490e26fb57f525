"""What is known of each written word, looked up for many words at a time."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.compiled import loop
from ...text.cut import Cut, Index
from ...text.shingles import Keys, PairKeys, word_key
from .names import name_key
from .rarity import rarity


class Rows(NamedTuple):
    """Columns, a row for each word."""

    keys: Keys
    names: Keys  # the key of the name or number that the word is, or 0
    rare: npt.NDArray[np.uint8]  # in 1/8 bits


class Slots(NamedTuple):
    """A table with open addressing: the hash of a word and the number of its row, or -1."""

    hashes: PairKeys
    rows: Index


_KNOWN = 1 << 20  # so many words are kept: bounds the memory
_LEAST = 1 << 12
_SHIFT = np.uint64(32)


class Lexicon:
    """Rows of words by the hash of their characters.

    What it gives depends on the words alone; what it holds only saves work.
    """

    def __init__(self) -> None:
        self._empty()

    def _empty(self) -> None:
        self._count = 0
        self._hashes = np.zeros(0, np.uint64)
        self._rows = _room(0)
        self._slots = _slots(_LEAST)

    def rows(self, texts: Cut) -> Rows:
        """Return a row for each word of `texts`."""
        hashes = texts.words.hashes
        found, missing = _room(len(hashes)), np.empty(len(hashes), np.int64)
        work = _look_up.over(len(hashes))
        count = work(hashes, self._slots, self._rows, found, missing)
        if count:
            new = missing[:count]
            self._learn(texts, new[np.unique(hashes[new], return_index=True)[1]])
            if work(hashes, self._slots, self._rows, found, missing):
                self._empty()
                self._learn(texts, np.unique(hashes, return_index=True)[1])
                work(hashes, self._slots, self._rows, found, missing)
        return found

    def _learn(self, texts: Cut, words: Index) -> None:
        """Take in the rows of new words, unless there are too many of them."""
        first, upto = self._count, self._count + len(words)
        if first and upto > _KNOWN:
            return
        while len(self._hashes) < upto:
            room = max(_LEAST, len(self._hashes))
            self._hashes = np.r_[self._hashes, np.zeros(room, np.uint64)]
            self._rows = Rows(*(np.r_[one, np.zeros(room, one.dtype)] for one in self._rows))
        self._hashes[first:upto] = texts.words.hashes[words]
        new = _rows(texts, words)
        self._rows.keys[first:upto] = new.keys
        self._rows.names[first:upto] = new.names
        self._rows.rare[first:upto] = new.rare
        self._count = upto
        if 4 * upto > len(self._slots.hashes):
            self._slots, first = _slots(4 << upto.bit_length()), 0
        _put.over(upto - first)(self._hashes[first:upto], first, self._slots)


def _room(size: int) -> Rows:
    return Rows(np.empty(size, "u4"), np.empty(size, "u4"), np.empty(size, "u1"))


def _slots(size: int) -> Slots:
    return Slots(np.zeros(size, np.uint64), np.full(size, -1))


@loop
def _look_up(asked: PairKeys, slots: Slots, rows: Rows, found: Rows, missing: Index) -> int:
    """Write the row of each hash that is held, and where the others are; return how many."""
    mask, count = len(slots.hashes) - 1, 0
    for at in range(len(asked)):
        slot = np.int64(asked[at] >> _SHIFT) & mask
        while slots.rows[slot] >= 0 and slots.hashes[slot] != asked[at]:
            slot = (slot + 1) & mask
        row = slots.rows[slot]
        if row < 0:
            missing[count] = at
            count += 1
            continue
        found.keys[at], found.names[at] = rows.keys[row], rows.names[row]
        found.rare[at] = rows.rare[row]
    return count


@loop
def _put(hashes: PairKeys, first: int, slots: Slots) -> None:
    """Hold distinct new hashes, whose rows are numbered from `first`."""
    mask = len(slots.hashes) - 1
    for at in range(len(hashes)):
        slot = np.int64(hashes[at] >> _SHIFT) & mask
        while slots.rows[slot] >= 0:
            slot = (slot + 1) & mask
        slots.hashes[slot], slots.rows[slot] = hashes[at], first + at


def _rows(texts: Cut, words: Index) -> Rows:
    written = list(map(texts.word, words.tolist()))
    keys = np.fromiter(map(word_key, written), np.uint32)
    return Rows(
        keys=keys,
        names=np.fromiter(map(name_key, written), np.uint32),
        rare=np.fromiter(map(rarity, keys.tolist()), np.uint8),
    )


_lexicon = Lexicon()


def known(texts: Cut) -> Rows:
    """Return what is known of each word of `texts`; each distinct word is looked at once."""
    return _lexicon.rows(texts)
