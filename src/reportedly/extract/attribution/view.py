"""One sentence cut into words and marks, with what stands in quotation marks."""

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from reportedly.text.quotes import quotes

_PIECE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Col|Lt|Sgt|Capt|Adm|St|Jr|Sr|Prof|No|Sept|Oct|Nov|Dec"
    r"|Jan|Feb|Aug|Conn|Calif|Fla|Wis|Ariz|Tex|Mass|Minn|Mich|Pa|Va|Inc|Corp|Co|Ltd|им|ул|обл)\.(?=\W)"
    r"|[A-ZА-ЯІЇЄ]\.(?=\s?[A-ZА-ЯІЇЄ])|(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'ʼ\-‑&.][^\W_]+)*|\"+|''|--+|[^\w\s]|_"
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‑": "-", "ё": "е", "‘": "'"})
_DASHES = frozenset("-–—―−‒‐")
_QUOTES = frozenset("«»“”„‟\"'‘’")
_SINGLE = frozenset("'‘’")  # an apostrophe where they enclose nothing
_BREAKS = frozenset(",;:()[]—.!?…|")
_KEPT = 1024  # names and cues whose views are remembered
_SPEECH = 4  # quoted words from which on a quotation is speech rather than a name


class Piece(NamedTuple):
    """A word or mark: `text` lower-cased and unified, `raw` as written."""

    text: str
    raw: str
    start: int
    end: int
    word: bool
    quote: int  # number of the spoken quotation it stands in, -1 outside


class View:
    """A sentence as `Piece`s; positions below are indexes into `pieces`."""

    def __init__(self, text: str) -> None:
        """Cut `text`; cost grows with its length only."""
        self.text = text
        self.quoted = quotes(text)
        self.speech = tuple(
            q
            for q in self.quoted
            if len(text[q.inner_start : q.inner_end].split()) >= _SPEECH
            or text[q.inner_end - 1 : q.inner_end] in (",", ".", "!", "?", "…")
            or text[q.end : q.end + 3] in (", —", ", –", ", -")
        )
        self.pieces = tuple(self._cut())
        self.words = tuple(piece.text for piece in self.pieces)

    def _cut(self) -> list[Piece]:
        pieces: list[Piece] = []
        edges = {edge for q in self.quoted for edge in (q.start, q.inner_end)}
        number = 0
        for match in _PIECE.finditer(self.text):
            raw, start = match.group(), match.start()
            while number < len(self.speech) and self.speech[number].end <= start:
                number += 1
            within = number < len(self.speech) and self.speech[number].start <= start
            text = raw.lower().translate(_APOSTROPHES) if len(raw) > 1 else raw.lower()
            if raw.startswith("--"):
                text = "—"
            elif raw in _DASHES:
                text = "—" if self._free(match.start(), match.end()) else "-"
            elif raw[0] in _QUOTES:
                text = '"' if raw not in _SINGLE or start in edges else "'"
            word = raw[0].isalnum()
            pieces.append(Piece(text, raw, start, match.end(), word, number if within else -1))
        return pieces

    def _free(self, start: int, end: int) -> bool:
        """Tell a dash that parts clauses from one inside a word."""
        return (
            not self.text[end : end + 1].isalnum() or not self.text[start - 1 : start].isalnum()
        )

    def __len__(self) -> int:
        return len(self.pieces)

    def breaks(self, i: int) -> bool:
        """Tell whether piece `i` ends a run of words: a mark, or the edge of spoken quotes."""
        piece = self.pieces[i]
        return piece.text in _BREAKS or (piece.text == '"' and piece.quote >= 0)

    def left(self, i: int, floor: int = 0) -> int:
        """Return the first piece of the run of words that ends before piece `i`."""
        while i > floor and not self.breaks(i - 1):
            i -= 1
        return i

    def right(self, i: int) -> int:
        """Return the end of the run of words that begins at piece `i`."""
        while i < len(self.pieces) and not self.breaks(i):
            i += 1
        return i

    def span(self, i: int, j: int) -> tuple[int, int] | None:
        """Return characters of pieces `i`..`j` without marks at its edges; None if no word.

        A quotation mark stays where its partner stays with it; an enclosing pair goes.
        """
        while i < j and not self.pieces[i].word and not self._keeps(i, i, j):
            i += 1
        while j > i and not self.pieces[j - 1].word and not self._keeps(j - 1, i, j):
            j -= 1
        if i >= j:
            return None
        pair = self._pairs.get(i)
        if pair == j - 1 and j - i > 2:
            return self.span(i + 1, j - 1)
        return self.pieces[i].start, self.pieces[j - 1].end

    def _keeps(self, mark: int, i: int, j: int) -> bool:
        return i <= self._pairs.get(mark, -1) < j

    @cached_property
    def _pairs(self) -> dict[int, int]:
        """Return for each quotation mark and bracket the index of its partner."""
        pairs: dict[int, int] = {}
        at = {piece.start: k for k, piece in enumerate(self.pieces)}
        for quote in self.quoted:
            first, last = at.get(quote.start), at.get(quote.inner_end)
            if first is not None and last is not None:
                pairs[first], pairs[last] = last, first
        opened: list[int] = []
        for k, word in enumerate(self.words):
            if word == "(":
                opened.append(k)
            elif word == ")" and opened:
                other = opened.pop()
                pairs[k], pairs[other] = other, k
        return pairs


@lru_cache(maxsize=_KEPT)
def viewed(text: str) -> View:
    """Return the view of a few words, remembered: the same names and cues come again."""
    return View(text)
