"""Which (document, key) pairs there are: a set of 64-bit numbers asked many at a time."""

import numpy as np
import numpy.typing as npt

from ...text.shingles import PairKeys

_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_APART = np.uint64(0xC2B2AE3D27D4EB4F)  # odd: keeps the keys of documents apart


class Members:
    """A frozen set of numbers; nearly every question is answered by one look in a table."""

    def __init__(self, held: PairKeys) -> None:
        """Hold the numbers, none of which is 0."""
        bits = max(8, 3 + len(held).bit_length())
        self._shift = np.uint64(64 - bits)
        self._table = np.zeros(1 << bits, np.uint64)
        place = self._place(held)
        self._table[place] = held
        self._ousted = np.sort(held[self._table[place] != held])

    def _place(self, numbers: PairKeys) -> npt.NDArray[np.int64]:
        return ((numbers * _SPREAD) >> self._shift).astype(np.int64)

    def hold(self, asked: PairKeys) -> npt.NDArray[np.bool_]:
        """Tell for each number whether it is held."""
        there = self._table[self._place(asked)]
        found: npt.NDArray[np.bool_] = there == asked
        if len(self._ousted):
            rest = np.flatnonzero(~found & (there != 0))
            place = np.searchsorted(self._ousted, asked[rest])
            place = np.minimum(place, len(self._ousted) - 1)
            found[rest] = self._ousted[place] == asked[rest]
        return found


def of_document(keys: npt.NDArray[np.unsignedinteger], docs: npt.NDArray[np.int64]) -> PairKeys:
    """Return one number for each key in its document; keys are hashes, or small beside them."""
    numbers: PairKeys = (keys ^ ((docs.astype(np.uint64) + np.uint64(1)) * _APART)) | np.uint64(
        1 << 63
    )
    return numbers
