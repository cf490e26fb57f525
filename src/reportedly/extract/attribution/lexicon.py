"""The cues of a language by their first word, and where they stand in a sentence."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.lang.saying import Frame, Kind, Noun, Verb, expanded, saying

from .view import View

Entry = Verb | Frame | Noun


class Hit(NamedTuple):
    """Pieces `start`..`end` are a cue of these entries."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Beginnings(NamedTuple):
    """A kind of source by what it may begin with; a blank ends what is a whole word."""

    basis: str
    all: tuple[str, ...]
    unless_named: bool


class Lexicon(NamedTuple):
    """Cues by first word, longest first; phrases of small words; beginnings of sources."""

    cues: dict[str, tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]]
    kinds: tuple[Beginnings, ...]
    phrases: dict[str, dict[str, tuple[tuple[str, ...], ...]]]

    def hits(self, view: View) -> Iterator[Hit]:
        """Yield the cues of a sentence from left to right, the longest at each place."""
        i = 0
        while i < len(view):
            hit = self._hit(view, i)
            if hit:
                yield hit
            i = hit.end if hit else i + 1

    def _hit(self, view: View, i: int) -> Hit | None:
        for words, entries in self.cues.get(view.words[i], ()):
            if view.words[i : i + len(words)] == words:
                return Hit(i, i + len(words), entries)
        return None

    def phrase(self, name: str, view: View, i: int, stop: int) -> int:
        """Return the end of the longest phrase of list `name` that begins at `i`, or `i`."""
        for words in self.phrases[name].get(view.words[i], ()) if i < stop else ():
            if i + len(words) <= stop and view.words[i : i + len(words)] == words:
                return i + len(words)
        return i

    def stems(self, name: str) -> tuple[str, ...]:
        """Return the entries of list `name` as beginnings of words."""
        return tuple(self.phrases[name])

    def within(self, name: str, word: str) -> bool:
        """Tell whether one word stands in list `name`."""
        return (word,) in self.phrases[name].get(word, ())


def _pieces(phrase: str) -> tuple[str, ...]:
    return View(phrase).words


def _add(
    cues: dict[str, dict[tuple[str, ...], list[Entry]]], forms: tuple[str, ...], entry: Entry
) -> None:
    for form in forms:
        words = _pieces(form)
        held = cues.setdefault(words[0], {}).setdefault(words, [])
        if entry not in held:
            held.append(entry)


def _beginnings(kind: Kind) -> Beginnings:
    stems = (stem[:-1] + " " if stem.endswith(".") else stem for stem in kind.stems)
    return Beginnings(kind.basis, tuple(stems), kind.unless_named)


@cache
def lexicon(lang: str) -> Lexicon:
    """Return the compiled cues of `lang`."""
    known = saying(lang)
    cues: dict[str, dict[tuple[str, ...], list[Entry]]] = {}
    for verb in known.verb:
        _add(cues, expanded(verb.forms, known.paradigms), verb)
    for noun in known.noun:
        _add(cues, expanded(noun.forms, known.paradigms), noun)
    for frame in known.frame:
        _add(cues, frame.phrases, frame)
    for phrase in known.words.idle:
        words = _pieces(phrase)
        cues.setdefault(words[0], {}).setdefault(words, [])
    phrases: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for name in known.words.__struct_fields__:
        lists: dict[str, list[tuple[str, ...]]] = {}
        for phrase in getattr(known.words, name):
            words = _pieces(phrase)
            lists.setdefault(words[0], []).append(words)
        phrases[name] = {k: tuple(sorted(v, key=len, reverse=True)) for k, v in lists.items()}
    return Lexicon(
        {
            first: tuple(
                (words, tuple(held[words])) for words in sorted(held, key=len, reverse=True)
            )
            for first, held in cues.items()
        },
        tuple(map(_beginnings, known.kind)),
        phrases,
    )
