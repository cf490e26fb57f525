"""The words of many texts at once: places and hashes, as arrays."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .compiled import loop
from .shingles import LETTERS, PairKeys

Index = npt.NDArray[np.int64]
Letters = npt.NDArray[np.uint32]
Kinds = npt.NDArray[np.uint8]

_OTHER, _LETTER, _DIGIT, _APOSTROPHE, _POINT = range(5)
_BEGIN, _STOP = 5, 6  # letters that may begin a web address, and what none runs over
_MARK = 2  # what joins letters is so much more than a letter, and with digits likewise
_BREAK = 10
_HTTP, _SLASHES = tuple(map(ord, "http")), tuple(map(ord, "://"))
_W, _S, _DOT, _UP = ord("w"), ord("s"), ord("."), 32  # a capital is so much before its letter
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
    kinds[[ord(one) for one in "hHwW"]] = _BEGIN
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


@loop
def _cut(letters: Letters, kinds: Kinds, words: Words) -> int:
    """Write a row for each word, return how many: one pass; the last letter ends a line."""
    count = line = at = 0
    while at < len(letters):
        kind = kinds[letters[at]]
        begin = at
        if kind == _BEGIN:
            at = _address(letters, kinds, at)
        elif kind != _LETTER and kind != _DIGIT:  # noqa: PLR1714 - a tuple would be built
            line += letters[at] == _BREAK
            at += 1
        if at > begin:
            continue
        words.starts[count], words.lines[count] = begin, line
        at, code = _word(letters, kinds, at)
        words.ends[count], words.hashes[count] = at, code ^ (code >> _HALF)
        count += 1
    return count


@loop
def _word(letters: Letters, kinds: Kinds, at: int) -> tuple[int, Any]:
    """Return where the word that begins at a letter or digit ends, and the hash of it."""
    kind = kinds[letters[at]]
    kind = _LETTER if kind == _BEGIN else kind
    code = _PRIME
    while True:
        code = (code ^ np.uint64(letters[at])) * _PRIME
        at += 1
        if kinds[letters[at]] == kind:
            continue
        # A mark that joins is of the word if the word goes on behind it.
        ahead = at + 1 if kinds[letters[at]] == kind + _MARK else at
        if not _goes_on(letters, kinds, ahead, kind):
            return at, code


@loop
def _goes_on(letters: Letters, kinds: Kinds, at: int, kind: int) -> bool:
    """Tell whether a word of letters, or digits, goes on."""
    if kind == _LETTER and kinds[letters[at]] == _BEGIN:
        return _address(letters, kinds, at) == at
    return bool(kinds[letters[at]] == kind)


@loop
def _address(letters: Letters, kinds: Kinds, at: int) -> int:
    """Return where the web address that may begin at a letter ends; `at` if none does."""
    begin = end = _begun(letters, at)
    while end and kinds[letters[end]] != _STOP:
        end += 1
    return end if end > begin else at


@loop
def _begun(letters: Letters, at: int) -> int:
    """Return what comes after "http://", "https://" or "www." at a letter; 0 after another.

    The line end that closes all texts is none of these letters: no look goes beyond it.
    """
    one, two = letters[at], letters[at + 1]
    if two == _W or two == _W - _UP:
        known = one == two or one == _W - _UP  # "www", "WWW" or "Www"
        return at + 4 if known and letters[at + 2] == two and letters[at + 3] == _DOT else 0
    for nth in range(4):
        letter = letters[at + nth]
        if letter != _HTTP[nth] and letter != _HTTP[nth] - _UP:
            return 0
    end = at + 4
    if letters[end] == _S or letters[end] == _S - _UP:
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
