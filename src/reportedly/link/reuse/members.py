"""Which (document, word) pairs there are: a set of 64-bit numbers asked many at a time."""

import numpy as np
import numpy.typing as npt

from ...text.shingles import PairKeys, mixed


class Members:
    """A frozen set of (document, key) pairs; most questions are answered by one look."""

    def __init__(self, keys: PairKeys, docs: npt.NDArray[np.int64]) -> None:
        """Hold the pairs of `keys` and `docs`, equally long."""
        self._held = np.sort(_one(keys, docs))
        self._mask = np.uint64((1 << max(8, 4 + len(keys).bit_length())) - 1)
        self._maybe = np.zeros(int(self._mask) + 1, bool)
        self._maybe[(self._held & self._mask).astype(np.int64)] = True

    def hold(self, keys: PairKeys, docs: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Tell for each pair whether it is held."""
        asked = _one(keys, docs)
        found = self._maybe[(asked & self._mask).astype(np.int64)]
        likely = np.flatnonzero(found)
        if len(likely):
            order = likely[np.argsort(asked[likely])]  # in order, look-ups stay in the cache
            place = np.minimum(np.searchsorted(self._held, asked[order]), len(self._held) - 1)
            found[order] = self._held[place] == asked[order]
        return found


def _one(keys: PairKeys, docs: npt.NDArray[np.int64]) -> PairKeys:
    return mixed(keys ^ mixed(docs.astype(np.uint64) + np.uint64(1)))
