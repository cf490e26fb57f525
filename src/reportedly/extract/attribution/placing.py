"""Relations of all sentences of a document, at their places in its text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportedly.text.sentences import sentences

from . import sentence
from .said import Range, Said

_LONGEST = 3000  # characters of a sentence that are read at once
_RUSSIAN, _UKRAINIAN = re.compile("[ыэъёЫЭЪЁ]"), re.compile("[іїєґІЇЄҐ]")


class Placed(NamedTuple):
    """One relation with offsets into the document, and the sentence it was read in."""

    said: Said
    number: int  # of the sentence
    source: Range | None
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    told: Range | None
    lang: str


class Read(NamedTuple):
    """A document's sentences and the relations found in each."""

    text: str
    ranges: tuple[Range, ...]
    placed: tuple[Placed, ...]

    def same_line(self, a: int, b: int) -> bool:
        """Tell whether two sentences stand in one line of one report."""
        # Bars that part two reports stand at the beginning of a sentence.
        between = self.text[self.ranges[a][1] : self.ranges[b][0] + 2]
        return "\n" not in between and "||" not in between


def language(lang: str, text: str) -> str:
    """Return the language a sentence is read in: mixed reports name a few in the other."""
    if lang == "ru" and _UKRAINIAN.search(text) and not _RUSSIAN.search(text):
        return "uk"
    if lang == "uk" and _RUSSIAN.search(text) and not _UKRAINIAN.search(text):
        return "ru"
    return lang


def _parts(text: str, begin: int, end: int) -> Iterator[Range]:
    """Yield a sentence in parts short enough to read, cut at blanks where there are any."""
    while end - begin > _LONGEST:
        cut = max(text.rfind(" ", begin + 1, begin + _LONGEST), begin + _LONGEST // 2)
        yield begin, cut
        begin = cut
    yield begin, end


def read(lang: str, text: str) -> Read:
    """Return every relation of `text`, sentence by sentence."""
    ranges = tuple(part for span in sentences(text) for part in _parts(text, *span))
    placed: list[Placed] = []
    for number, (begin, end) in enumerate(ranges):
        own = text[begin:end]
        spoken = language(lang, own)
        placed += [_moved(s, number, begin, spoken) for s in sentence.read(spoken, own)]
    return Read(text, ranges, tuple(placed))


def _moved(said: Said, number: int, by: int, lang: str) -> Placed:
    def move(pair: Range | None) -> Range | None:
        return (pair[0] + by, pair[1] + by) if pair else None

    return Placed(
        said=said,
        number=number,
        source=move(said.source),
        cue=tuple((a + by, b + by) for a, b in said.cue),
        content=tuple((a + by, b + by) for a, b in said.content),
        told=move(said.told),
        lang=lang,
    )
