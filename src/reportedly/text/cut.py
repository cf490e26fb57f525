"""The words of many texts at once: places and hashes, as arrays."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .shingles import LETTERS, PairKeys, mixed, plain

Index = npt.NDArray[np.int64]

_OTHER, _LETTER, _DIGIT, _APOSTROPHE, _POINT = range(5)
_MARK = 2  # what joins letters is so much more than a letter, and with digits likewise
_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2**64
_PLANES = 0x40000  # there are no letters or digits beyond
_CHUNK = 1 << 16  # characters cut at a time: what stays in a processor's cache


class Cut(NamedTuple):
    """Some texts, one after another; text `i` has the words `edge[i]:edge[i + 1]`."""

    letters: npt.NDArray[np.uint32]
    begins: Index  # of each text
    starts: Index  # of each word, from the begin of all texts
    ends: Index
    edge: Index

    def word(self, nth: int) -> str:
        """Return the n-th word as it is written."""
        return self.letters[self.starts[nth] : self.ends[nth]].tobytes().decode("utf-32-le")

    def after(self, nth: int) -> str:
        """Return the n-th word and some characters after it."""
        begin = self.starts[nth]
        some = self.letters[begin : self.ends[nth] + 1]
        return some.tobytes().decode("utf-32-le", "surrogatepass")

    def owners(self) -> Index:
        """Return for each word the number of its text."""
        return np.repeat(np.arange(len(self.begins)), np.diff(self.edge))

    def lines(self) -> Index:
        """Return for each word the number of its line, counted through all texts."""
        return np.searchsorted(np.flatnonzero(self.letters == 10), self.starts)

    def hashes(self) -> PairKeys:
        """Return one 64-bit number for each word: the same for the same characters."""
        power, inverse = _powers(len(self.letters).bit_length())
        run = np.zeros(len(self.letters) + 1, np.uint64)
        np.cumsum(self.letters * power[: len(self.letters)], out=run[1:])
        return mixed((run[self.ends] - run[self.starts]) * inverse[self.starts])


@cache
def _powers(bits: int) -> tuple[PairKeys, PairKeys]:
    """Return the powers of the base, and of its inverse, up to the 2**bits-th."""
    inverse = pow(_BASE, -1, 1 << 64)
    both = np.ones((2, 1 << bits), np.uint64)
    both[0, 1:], both[1, 1:] = _BASE, inverse
    return np.cumprod(both[0]), np.cumprod(both[1])


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """Return what kind of character each code point is."""
    every = np.arange(_PLANES, dtype="<u4")
    text = every.tobytes().decode("utf-32-le", "surrogatepass")
    kinds = np.full(0x110000, _OTHER, np.uint8)
    for mark, kind in (("'’`", _APOSTROPHE), (".,:", _POINT)):
        kinds[[ord(one) for one in mark]] = kind
    for run in LETTERS.finditer(text):
        first = run.group()[0]
        kinds[run.start() : run.end()] = _DIGIT if first.isdecimal() else _LETTER
    return kinds


def _codes(text: str) -> npt.NDArray[np.uint32]:
    coded = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return coded.astype(np.uint32, copy=False)


def _plain(texts: Sequence[str]) -> npt.NDArray[np.uint32]:
    """Return the characters of the texts, web addresses blanked out."""
    joined = "\n".join([*texts, ""])
    letters = _codes(joined)
    slash, three = np.flatnonzero(letters == ord("/")), np.flatnonzero(letters == ord("w"))
    likely = [
        *slash[:-1][np.diff(slash) == 1].tolist(),
        *three[2:][three[2:] - three[:-2] == 2].tolist(),
    ]
    if likely:
        letters = letters.copy()
    for at in likely:
        first = max(joined.rfind(" ", 0, at), joined.rfind("\n", 0, at)) + 1
        blanks = (joined.find(blank, at) for blank in " \n")
        last = min(blank for blank in blanks if blank >= 0)
        letters[first:last] = _codes(plain(joined[first:last]))
    return letters


def cut(texts: Sequence[str]) -> Cut:
    """Cut texts into the words that `shingles.WORD` finds, web addresses blanked out.

    >>> one = cut(["Взрывы у Армавира", "3.5 тонны"])
    >>> one.edge.tolist(), [one.word(nth) for nth in range(5)]
    ([0, 3, 5], ['Взрывы', 'у', 'Армавира', '3.5', 'тонны'])
    """
    sizes = np.array([len(text) + 1 for text in texts], np.int64)
    begins = np.cumsum(sizes) - sizes
    letters = _plain(texts)
    kinds = _kinds()[letters]
    marks = np.flatnonzero(kinds > _DIGIT)
    beside = kinds[np.maximum(marks - 1, 0)]
    joins = (beside == kinds[np.minimum(marks + 1, len(kinds) - 1)]) & (marks > 0)
    kinds[marks] = np.where(joins & (beside == kinds[marks] - _MARK), beside, _OTHER)
    edges = np.flatnonzero(kinds[1:] != kinds[:-1]) + 1  # the last character is no word's
    edges = np.r_[0, edges] if kinds[:1].any() else edges
    inside = kinds[edges] != _OTHER
    starts = edges[inside]
    return Cut(
        letters=letters,
        begins=begins,
        starts=starts,
        ends=edges[np.flatnonzero(inside) + 1],
        edge=np.r_[np.searchsorted(starts, begins), len(starts)],
    )


def chunks(texts: Sequence[str]) -> Iterator[slice]:
    """Yield which texts to cut together, in order."""
    first = size = 0
    for at, text in enumerate(texts):
        size += len(text)
        if size >= _CHUNK:
            yield slice(first, at + 1)
            first, size = at + 1, 0
    if first < len(texts):
        yield slice(first, len(texts))
