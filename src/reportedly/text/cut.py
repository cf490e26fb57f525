"""The words of many texts at once: places and hashes, as arrays."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .compiled import proven
from .shingles import LETTERS, PairKeys

Index = npt.NDArray[np.int64]
Letters = npt.NDArray[np.uint32]
Kinds = npt.NDArray[np.uint8]

# Kinds of characters, as bits: what joins letters, or digits, is their bit moved on.
_OTHER, _LETTER, _DIGIT, _APOSTROPHE, _POINT = 0, 1, 2, 4, 8
_WORD, _JOINS = _LETTER | _DIGIT, 2
_BEGIN, _STOP = 16, 32  # of letters that may begin a web address; of what none runs over
_BREAK = 10
_SLASHES = tuple(map(ord, "://"))
_T, _P, _W, _S, _DOT, _UP = *map(ord, "tpws."), 32  # a capital is so much before its letter
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_PLANES = 0x40000  # there are no letters or digits beyond
_CHUNK = 1 << 16  # characters cut at a time: what stays in a processor's cache


class Words(NamedTuple):
    """Columns, a row for each word of some texts, one after another."""

    starts: Index  # characters from the begin of all texts
    ends: Index
    lines: Index  # the number of its line, counted through all texts
    hashes: PairKeys  # the same for the same characters


class Cut(NamedTuple):
    """Some texts, one after another; text `i` has the words `edge[i]:edge[i + 1]`."""

    text: str
    begins: Index  # of each text
    words: Words
    edge: Index

    def word(self, nth: int) -> str:
        """Return the n-th word as it is written."""
        return self.text[self.words.starts[nth] : self.words.ends[nth]]

    def after(self, nth: int) -> str:
        """Return the n-th word and the character after it."""
        return self.text[self.words.starts[nth] : self.words.ends[nth] + 1]

    def owners(self) -> Index:
        """Return for each word the number of its text."""
        return np.repeat(np.arange(len(self.begins)), np.diff(self.edge))


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """Return what kind of character each code point is."""
    every = np.arange(_PLANES, dtype="<u4")
    text = every.tobytes().decode("utf-32-le", "surrogatepass")
    kinds = np.full(0x110000, _OTHER, np.uint8)
    for marks, kind in (("'’`", _APOSTROPHE), (".,:", _POINT), ('<>()[]«»"', _STOP)):
        kinds[[ord(one) for one in marks]] = kind
    kinds[[at for at, one in enumerate(text) if one.isspace()]] = _STOP
    for run in LETTERS.finditer(text):
        first = run.group()[0]
        kinds[run.start() : run.end()] = _DIGIT if first.isdecimal() else _LETTER
    kinds[[ord(one) for one in "hHwW"]] |= _BEGIN
    return kinds


def _codes(text: str) -> Letters:
    coded = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return coded.astype(np.uint32, copy=False)


def cut(texts: Sequence[str]) -> Cut:
    """Cut texts into the words that `shingles.WORD` finds, web addresses blanked out.

    >>> one = cut(["Взрывы у Армавира", "3.5 тонны"])
    >>> one.edge.tolist(), [one.word(nth) for nth in range(5)]
    ([0, 3, 5], ['Взрывы', 'у', 'Армавира', '3.5', 'тонны'])
    """
    sizes = np.array([len(text) + 1 for text in texts], np.int64)
    begins = np.cumsum(sizes) - sizes
    text = "\n".join([*texts, ""])
    letters = _codes(text)
    room = len(letters)  # "a5a5" is four words without anything between them
    starts, ends, lines = np.empty((3, room), np.int64)
    hashes = np.empty(room, np.uint64)
    work = _cut.over(len(letters))
    count = work(letters, _kinds(), Words(starts, ends, lines, hashes))
    words = Words(starts[:count], ends[:count], lines[:count], hashes[:count])
    return Cut(
        text=text,
        begins=begins,
        words=words,
        edge=np.r_[np.searchsorted(words.starts, begins), count],
    )


# No step leaves the letters: the line end that closes them all is no letter, digit, mark or
# part of an address, and each look ahead is from one of these, to the next. A word has a
# letter at least, so there are not more words than letters; no code point is beyond `kinds`.
@proven
def _cut(letters: Letters, kinds: Kinds, words: Words) -> int:
    """Write a row for each word, return how many: one pass; the last letter ends a line."""
    count = line = at = 0
    while at < len(letters):
        kind = kinds[letters[at]]
        if not kind & _WORD:
            line += letters[at] == _BREAK
            at += 1
            continue
        if kind & _BEGIN:
            end = _address(letters, kinds, at)
            if end > at:
                at = end
                continue
        kind &= _WORD
        words.starts[count], words.lines[count] = at, line
        code = (_PRIME ^ np.uint64(letters[at])) * _PRIME
        at += 1
        while True:
            here = kinds[letters[at]]
            if here & kind:
                if here & _BEGIN and _address(letters, kinds, at) > at:
                    break
                code = (code ^ np.uint64(letters[at])) * _PRIME
                at += 1
                continue
            # A mark that joins is of the word if the word goes on behind it.
            ahead = kinds[letters[at + 1]] if here == kind << _JOINS else _OTHER
            if not ahead & kind:
                break
            if ahead & _BEGIN and _address(letters, kinds, at + 1) > at + 1:
                break
            code = (code ^ np.uint64(letters[at])) * _PRIME
            at += 1
        words.ends[count], words.hashes[count] = at, code ^ (code >> _HALF)
        count += 1
    return count


@proven
def _address(letters: Letters, kinds: Kinds, at: int) -> int:
    """Return where the web address that may begin at a letter ends; `at` if none does."""
    begin = end = _begun(letters, at)
    while end and kinds[letters[end]] != _STOP:
        end += 1
    return end if end > begin else at


@proven
def _begun(letters: Letters, at: int) -> int:
    """Return what comes after "http://", "https://" or "www." at "h" or "w"; 0 after another.

    The line end that closes all texts is none of these letters: no look goes beyond it.
    """
    one, two = letters[at], letters[at + 1]
    if one | _UP == _W:
        known = two | _UP == _W and (one == two or one < two)  # "www", "WWW" or "Www"
        return at + 4 if known and letters[at + 2] == two and letters[at + 3] == _DOT else 0
    if two | _UP != _T or letters[at + 2] | _UP != _T or letters[at + 3] | _UP != _P:
        return 0
    end = at + 4
    if letters[end] | _UP == _S:
        end += 1
    for nth in range(3):
        if letters[end + nth] != _SLASHES[nth]:
            return 0
    return end + 3


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
