"""Text into word pieces with their places (unigram segmentation; Kudo 2018)."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_WORD = re.compile(r"(\S{1,64})")  # bounded: a megabyte without a blank stays cheap
# Of a web address only the beginning is fed.
_LINKED = re.compile(r"(\S{0,48}?https?://)[^\s()\[\]<>]*|\S{1,64}")
_START = "▁"
_UNKNOWN_COST = 10.0  # below the rarest piece, as the pretrained model was fed
_WORDS_KEPT = 1 << 16
_HEAD = 3  # letters by which it is known how long a piece can be

Range = tuple[int, int]


class Cut(NamedTuple):
    """Piece numbers and, for each, the characters `(start, end)` it stands for."""

    ids: tuple[int, ...]
    ranges: tuple[Range, ...]


class Pieces:
    """A vocabulary of word pieces with their log probabilities.

    `normal` maps a character to what the model was fed in its place; characters not in it
    stand for themselves. Number `unknown` stands for what no piece covers.
    """

    def __init__(
        self,
        words: Sequence[str],
        scores: Sequence[float],
        normal: Mapping[str, str],
        unknown: int,
    ) -> None:
        self._known = {
            word: (number, score)
            for number, (word, score) in enumerate(zip(words, scores, strict=True))
            if number != unknown
        }
        self._normal = normal
        self._unknown = (unknown, min(scores) - _UNKNOWN_COST)
        self._longest: dict[str, int] = {}  # of the pieces that begin so
        for word in words:
            head = word[:_HEAD]
            self._longest[head] = max(self._longest.get(head, _HEAD), len(word))
        self._word = lru_cache(_WORDS_KEPT)(self._cut_word)

    def cut(self, text: str, start: int, end: int) -> Cut:
        """Cut `text[start:end]`; ranges count code points of the whole `text`."""
        ids: list[int] = []
        ranges: list[Range] = []
        linked = text.find("://", start, end) >= 0
        for match in (_LINKED if linked else _WORD).finditer(text, start, end):
            at = match.start()
            numbers, places = self._word(match[1] or match[0])
            ids += numbers
            ranges += [(at + first, at + last) for first, last in places]
            if linked and match[1]:
                ranges[-1] = (ranges[-1][0], match.end())
        return Cut(tuple(ids), tuple(ranges))

    def _cut_word(self, word: str) -> Cut:
        fed, origin = self._fed(word)
        if len(fed) == 1:
            return Cut((), ())
        ids, bounds = self._best("".join(fed))
        ranges: list[Range] = []
        for first, last in pairwise(bounds):
            marked = fed[first] == _START and last > first + 1  # the mark is no character
            ranges.append((origin[first + marked], origin[last - 1] + 1))
        return Cut(tuple(ids), tuple(ranges))

    def _fed(self, word: str) -> tuple[list[str], list[int]]:
        """Return the characters that stand for a word, and the place of each in it."""
        if self._normal.keys().isdisjoint(word):
            return [_START, *word], [0, *range(len(word))]
        fed = [_START]
        origin = [0]
        for position, character in enumerate(word):
            for piece in self._normal.get(character, character):
                if piece != " ":
                    fed.append(piece)
                    origin.append(position)
                elif fed[-1] != _START:
                    fed.append(_START)
                    origin.append(position)
        return fed, origin

    def _best(self, fed: str) -> tuple[list[int], list[int]]:
        """Return the likeliest pieces (Viterbi) and the positions they are cut at."""
        size = len(fed)
        best = [0.0] + [float("-inf")] * size
        back = [(0, 0)] * (size + 1)
        known, missing = self._known, self._unknown
        for start in range(size):
            so_far = best[start]
            reach = self._longest.get(fed[start : start + _HEAD], _HEAD - 1)
            for end in range(start + 1, min(size, start + reach) + 1):
                piece = known.get(fed[start:end])
                if piece is None:
                    if end > start + 1:
                        continue
                    piece = missing
                number, score = piece
                if so_far + score > best[end]:
                    best[end] = so_far + score
                    back[end] = (number, start)
        ids: list[int] = []
        bounds = [size]
        while bounds[-1]:
            number, start = back[bounds[-1]]
            ids.append(number)
            bounds.append(start)
        return ids[::-1], bounds[::-1]
