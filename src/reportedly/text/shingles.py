"""Words and word pairs as numbers: what near copies are found by."""

import hashlib
import re
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .compiled import loop

Keys = npt.NDArray[np.uint32]
PairKeys = npt.NDArray[np.uint64]

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
LETTERS = re.compile(r"\d+|[^\W\d_]+")
_ADDRESS = re.compile(r"(?:[Hh][Tt][Tt][Pp][Ss]?://|www\.|WWW\.|Www\.)[^\s<>()\[\]«»\"]+")
_APOSTROPHES = "’ʼ`"
_MIX = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_SHIFTS = np.uint64(30), np.uint64(27), np.uint64(31)
_SPREAD = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def plain(text: str) -> str:
    """Blank out web addresses: they are long, and say where to look rather than what is told.

    >>> plain("тут https://a.example/b-c, там")
    'тут                        там'
    """
    if "://" not in text and "ww." not in text and "WW." not in text:
        return text
    return _ADDRESS.sub(lambda found: " " * len(found.group()), text)


class Words(NamedTuple):
    """Keys of the words of a text, in order, and the characters each covers."""

    keys: Keys
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]


def stem(word: str) -> str:
    """Cut a word to the part that Russian, Ukrainian and English endings leave alone.

    >>> stem("беспилотниками") == stem("Беспилотник"), stem("2024"), stem("дома")
    (True, '2024', 'дом')
    """
    word = word.lower().replace("ё", "е")
    if not word.isalnum():
        for mark in _APOSTROPHES:
            word = word.replace(mark, "'")
    if word[0].isdigit() or len(word) < 4:
        return word
    return word[:5] if len(word) > 5 else word[: max(3, len(word) - 1)]


def text_key(text: str) -> int:
    """Return a 32-bit key of `text`: the same on every machine."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest(), "little")


@lru_cache(maxsize=1 << 17)
def word_key(word: str) -> int:
    """Return the 32-bit key of the stem of `word`: the same on every machine."""
    return _stem_key(stem(word))


@lru_cache(maxsize=1 << 16)
def _stem_key(stemmed: str) -> int:
    return text_key(stemmed)


def word_keys(text: str) -> list[int]:
    """Return the keys of the words of `text`, in order."""
    return list(map(word_key, WORD.findall(text)))


def words(text: str) -> Words:
    """Return the words of `text` with their places (Python string offsets).

    >>> found = words("Взрывы у Армавира, 3 дрона")
    >>> found.starts.tolist()
    [0, 7, 9, 19, 21]
    """
    places = [match.span() for match in WORD.finditer(text)]
    keys = word_keys(text)
    edges = np.array(places, dtype=np.int64).reshape(-1, 2)
    return Words(np.array(keys, dtype=np.uint32), edges[:, 0], edges[:, 1])


@loop
def mixed(numbers: Any) -> Any:
    """Spread 64-bit numbers, an array or one (finaliser of splitmix64, Steele et al. 2014)."""
    numbers = (numbers ^ (numbers >> _SHIFTS[0])) * _SPREAD[0]
    numbers = (numbers ^ (numbers >> _SHIFTS[1])) * _SPREAD[1]
    return numbers ^ (numbers >> _SHIFTS[2])


@loop
def pair_key(one: Any, other: Any) -> Any:
    """Return one 64-bit key for a word and the next, both widened to 64 bits."""
    return mixed((one << _HALF) ^ other ^ _MIX)


def pair_keys(keys: Keys) -> PairKeys:
    """Return one 64-bit key for each two words that stand side by side: `len(keys) - 1`."""
    wide = keys.astype(np.uint64)
    keyed: PairKeys = pair_key(wide[:-1], wide[1:])
    return keyed
