"""How many bits a word carries, by a background count and not by the case at hand."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import numpy as np

UNSEEN = 104  # eighths of a bit: rarer than any word the table holds
PLAIN = 24  # eighths of a bit: words this common are passed over ("the", "в", "сообщили")


@cache
def _table() -> dict[int, int]:
    raw = (files(__package__) / "word_rarity.bin").read_bytes()
    size = int(np.frombuffer(raw, "<u4", 1)[0])
    keys = np.frombuffer(raw, "<u4", size, 4)
    eighths = np.frombuffer(raw, np.uint8, size, 4 + 4 * size)
    return dict(zip(keys.tolist(), eighths.tolist(), strict=True))


def rarity(key: int) -> int:
    """Return how rare the word with this key is, in eighths of a bit (0..104).

    See docs/models/word-rarity.md for the texts the counts come from.
    """
    return _table().get(key, UNSEEN)


def bits(key: int) -> float:
    """Return how many bits of surprise the word is."""
    return rarity(key) / 8


def weigh(keys: Iterable[int]) -> dict[int, float]:
    """Return the distinct words among `keys` that are not plain, with their bits."""
    known = _table()
    return {key: known.get(key, UNSEEN) / 8 for key in keys if known.get(key, UNSEEN) > PLAIN}
