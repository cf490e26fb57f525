"""What is known of each written word, looked up for many words at a time."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.cut import Cut, Index
from ...text.shingles import Keys, PairKeys, word_key
from .names import name_key
from .rarity import rarity


class Rows(NamedTuple):
    """Columns, a row for each word."""

    keys: Keys
    names: Keys  # the key of the name or number that the word is, or 0
    rare: npt.NDArray[np.uint8]  # in 1/8 bits

    def at(self, places: Index) -> "Rows":
        """Return the rows at `places`."""
        return Rows(self.keys[places], self.names[places], self.rare[places])

    def put(self, places: Index, rows: "Rows") -> None:
        """Overwrite the rows at `places`."""
        self.keys[places] = rows.keys
        self.names[places] = rows.names
        self.rare[places] = rows.rare


_KNOWN = 1 << 20  # so many words are kept: bounds the memory


class Lexicon:
    """Rows of words by the hash of their characters: a table with open addressing.

    What it gives depends on the words alone; what it holds only saves work.
    """

    def __init__(self) -> None:
        self._count = 0
        self._grow(1 << 12)

    def _grow(self, size: int) -> None:
        self._mask = np.uint64(size - 1)
        self._hashes = np.zeros(size, np.uint64)  # 0: free
        self._rows = Rows(*(np.zeros(size, kind) for kind in ("u4", "u4", "u1")))

    def rows(self, texts: Cut) -> Rows:
        """Return a row for each word of `texts`."""
        asked = texts.hashes() | np.uint64(1)
        place = self._found(asked)
        missing = np.flatnonzero(place < 0)
        if len(missing):
            self._learn(texts, asked, missing)
            place = self._found(asked)
        return self._rows.at(place)

    def _found(self, asked: PairKeys) -> Index:
        """Return the place of each hash in the table; -1 where it is not held."""
        place = ((asked >> np.uint64(32)) & self._mask).astype(np.int64)
        held = self._hashes[place]
        other = np.flatnonzero(held != asked)
        while len(other):
            place[other[held[other] == 0]] = -1
            other = other[held[other] != 0]
            place[other] = (place[other] + 1) & int(self._mask)
            held[other] = self._hashes[place[other]]
            other = other[held[other] != asked[other]]
        return place

    def _learn(self, texts: Cut, asked: PairKeys, missing: Index) -> None:
        hashes, first = np.unique(asked[missing], return_index=True)
        rows = _rows(texts, missing[first])
        self._count += len(hashes)
        if self._count > _KNOWN:
            self._count = len(hashes)
            self._grow(1 << 12)
            hashes, first = np.unique(asked, return_index=True)
            rows = _rows(texts, first)
        if 4 * self._count > len(self._hashes):
            held = self._hashes != 0
            old, kept = self._hashes[held], self._rows.at(np.flatnonzero(held))
            self._grow(4 << self._count.bit_length())
            self._put(old, kept)
        self._put(hashes, rows)

    def _put(self, hashes: PairKeys, rows: Rows) -> None:
        place = ((hashes >> np.uint64(32)) & self._mask).astype(np.int64)
        left = np.arange(len(hashes))
        while len(left):
            free = left[self._hashes[place[left]] == 0]
            self._hashes[place[free]] = hashes[free]
            own = self._hashes[place[left]] == hashes[left]
            self._rows.put(place[left[own]], rows.at(left[own]))
            left = left[~own]
            place[left] = (place[left] + 1) & int(self._mask)


def _rows(texts: Cut, words: Index) -> Rows:
    written = list(map(texts.word, words.tolist()))
    keys = np.fromiter(map(word_key, written), np.uint32)
    return Rows(
        keys=keys,
        names=np.fromiter(map(name_key, written), np.uint32),
        rare=np.fromiter(map(rarity, keys.tolist()), np.uint8),
    )
