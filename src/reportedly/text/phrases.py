"""Many phrases found in one pass over the words of a sentence."""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from .words import Word

T = TypeVar("T")
GAP = 4  # words that ".." may stand for, at most
REMEMBERED = 16384  # words whose phrases are remembered
KEY = 3  # letters by which beginnings of words are filed


class Hit(NamedTuple, Generic[T]):
    """Words `first` up to, not including, `last` are a phrase that means `label`."""

    label: T
    first: int
    last: int


class Phrases(Generic[T]):
    """Phrases filed by their first word.

    A phrase is words apart by blanks: `word*` matches any word that begins so, `..` up to
    four words. Words on two sides of a clause mark never make one phrase.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._begin: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._known: dict[str, tuple[tuple[tuple[str, ...], T], ...]] = {}
        for phrase, label in phrases:
            parts = tuple(phrase.replace("ё", "е").casefold().split())
            head = parts[0]
            if head.endswith("*"):
                self._begin.setdefault(head[:-1][:KEY], []).append((parts, label))
            else:
                self._exact.setdefault(head, []).append((parts, label))

    def find(self, words: Sequence[Word]) -> list[Hit[T]]:
        """Return every match, by first word; the same label may be hit more than once."""
        hits = []
        known = self._known
        for at, word in enumerate(words):
            begun = known.get(word.low)
            if begun is None:
                begun = self._beginning(word.low)
            for rest, label in begun:
                last = _match(rest, words, at + 1)
                if last:
                    hits.append(Hit(label, at, last))
        return hits

    def _beginning(self, low: str) -> tuple[tuple[tuple[str, ...], T], ...]:
        """Return what follows in the phrases that begin with a word; asked once for each."""
        found = list(self._exact.get(low, ()))
        for length in range(1, min(KEY, len(low)) + 1):
            found += self._begin.get(low[:length], ())
        known = tuple((parts[1:], label) for parts, label in found if _fits(parts[0], low))
        if len(self._known) < REMEMBERED:  # hostile texts have endless new words
            self._known[low] = known
        return known


def _fits(part: str, low: str) -> bool:
    return low.startswith(part[:-1]) if part.endswith("*") else low == part


def _match(parts: tuple[str, ...], words: Sequence[Word], at: int) -> int:
    """Return the index after the last word matched from `at` on, or 0."""
    gap = False
    for part in parts:
        if part == "..":
            gap = True
            continue
        for position in range(at, min(len(words), at + (GAP if gap else 0) + 1)):
            if words[position].breaks:
                return 0
            if _fits(part, words[position].low):
                at = position + 1
                break
        else:
            return 0
        gap = False
    return at
