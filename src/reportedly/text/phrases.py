"""Many phrases found in one pass over the words of a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Generic, NamedTuple, TypeVar

from .words import Word

T = TypeVar("T")
GAP = 4  # words that ".." may stand for, at most
REMEMBERED = 16384  # words whose phrases are remembered


class Hit(NamedTuple, Generic[T]):
    """Words `first` up to, not including, `last` are a phrase that means `label`."""

    label: T
    first: int
    last: int


Hits = Mapping[str, list[Hit[Any]]]  # by the names of lists


class _Filed(NamedTuple, Generic[T]):
    number: int  # the place of the phrase among all
    rest: tuple[str, ...]  # what follows its first word
    label: T


class Phrases(Generic[T]):
    """Phrases filed by their first word.

    A phrase is words apart by blanks: `word*` matches any word that begins so, `..` up to
    four words, `car|bus` either. Words on two sides of a clause mark never make one phrase.

    >>> from reportedly.text.words import words
    >>> Phrases([("car|bus hit", 1)]).find(words("a bus hit a wall"))
    [Hit(label=1, first=1, last=3)]
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._begin: dict[str, list[_Filed[T]]] = {}
        self._known: dict[str, tuple[tuple[tuple[str, ...], T], ...]] = {}
        told = ((one, label) for phrase, label in phrases for one in _alternatives(phrase))
        for number, (phrase, label) in enumerate(told):
            head, *rest = phrase.replace("ё", "е").casefold().split()
            if head.endswith("*"):
                filed = _Filed(number, tuple(rest), label)
                self._begin.setdefault(head[:-1], []).append(filed)
            else:
                self._exact.setdefault(head, []).append((tuple(rest), label))
        self._lengths = sorted({len(beginning) for beginning in self._begin})

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
        begun = [
            filed
            for length in self._lengths
            if length <= len(low)
            for filed in self._begin.get(low[:length], ())
        ]
        begun.sort(key=lambda filed: filed.number)
        known = (*self._exact.get(low, ()), *((filed.rest, filed.label) for filed in begun))
        if len(self._known) < REMEMBERED:  # hostile texts have endless new words
            self._known[low] = known
        return known


def _alternatives(phrase: str) -> Iterator[str]:
    if "|" not in phrase:
        yield phrase
        return
    for words in product(*(word.split("|") for word in phrase.split())):
        yield " ".join(words)


def plain(phrases: Iterable[str]) -> list[tuple[str, bool]]:
    """Return phrases that mean no more than that they are there."""
    return [(phrase, True) for phrase in phrases]


class PhraseLists:
    """Lists of phrases by their names, all found in one pass over the words.

    >>> from reportedly.text.words import words
    >>> lists = PhraseLists(fires=[("fire*", 2)], floods=plain(["flood*"]))
    >>> found = lists.find(words("The fires went out"))
    >>> found["fires"], found["floods"]
    ([Hit(label=2, first=1, last=2)], [])
    """

    def __init__(self, **lists: Iterable[tuple[str, Any]]) -> None:
        self._phrases = Phrases(
            (phrase, (name, label))
            for name, listed in lists.items()
            for phrase, label in listed
        )

    def find(self, words: Sequence[Word]) -> Hits:
        """Return the matches of each list as it would find them by itself."""
        found: dict[str, list[Hit[Any]]] = defaultdict(list)
        for (name, label), first, last in self._phrases.find(words):
            found[name].append(Hit(label, first, last))
        return found


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
