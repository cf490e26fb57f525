"""A small set of keys, emptied by taking another number: one for each document in turn."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.compiled import proven
from ...text.shingles import PairKeys

_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_BITS = 64


class Members(NamedTuple):
    """Slots: a key is held if `turns` has the number of the document at hand at its slot."""

    keys: PairKeys
    turns: npt.NDArray[np.int32]
    values: npt.NDArray[np.int64]  # what is told of each key


def members(most: int) -> Members:
    """Return room for up to `most` keys at a time."""
    size = 1 << bits_for(most)
    return Members(
        np.zeros(size, np.uint64), np.full(size, -1, np.int32), np.zeros(size, np.int64)
    )


@proven  # no array
def bits_for(size: int) -> int:
    """Return how many bits the slots of so many keys take: half or less is in use."""
    bits = 1
    while size:
        bits += 1
        size >>= 1
    return bits


# Who asks has room for the most keys of any document, so `bits` are none too many: a slot of
# so many bits is within the arrays. Half of them are free, so the search comes to an end.
@proven
def slot_of(held: Members, turn: int, bits: int, key: Any) -> int:
    """Return the slot where a key is, or would be, in the set of the number `turn`."""
    slot: Any = np.int64((key * _SPREAD) >> np.uint64(_BITS - bits))
    mask = (1 << bits) - 1
    while held.turns[slot] == turn and held.keys[slot] != key:
        slot = (slot + 1) & mask
    return int(slot)
