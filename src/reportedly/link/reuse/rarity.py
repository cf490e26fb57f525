"""How many bits a word carries, by a background count and not by the case at hand."""

from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from ...text.shingles import Keys

Bits = npt.NDArray[np.float32]

UNSEEN = 13.0  # bits: rarer than any word the table holds
PLAIN = 3.0  # bits: words this common are passed over ("the", "в", "на", "сообщили")


@cache
def _table() -> tuple[Keys, Bits]:
    raw = (files(__package__) / "word_rarity.bin").read_bytes()
    size = int(np.frombuffer(raw, "<u4", 1)[0])
    keys = np.frombuffer(raw, "<u4", size, 4).astype(np.uint32)
    eighths = np.frombuffer(raw, np.uint8, size, 4 + 4 * size)
    return keys, (eighths / 8).astype(np.float32)


def bits(keys: Keys) -> Bits:
    """Return for each word key how many bits of surprise the word is (0..13).

    See docs/models/word-rarity.md for the texts the counts come from.
    """
    known, weights = _table()
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, weights[at], np.float32(UNSEEN))


def weigh(keys: list[int]) -> dict[int, float]:
    """Return the distinct telling words among `keys` with their bits."""
    distinct = np.array(sorted(set(keys)), np.uint32)
    weights = bits(distinct)
    kept = weights > PLAIN
    return dict(zip(distinct[kept].tolist(), weights[kept].tolist(), strict=True))
