"""Quotation marks in any of the habits of three languages, as character ranges."""

import re
from typing import NamedTuple

# One set of letters first: the search then skips from mark to mark.
_MARK = re.compile(r"[«»“”„‟\"'‘’](?:(?<=\")\"+|(?<=')')?")
_OPEN, _CLOSE = "«“„‟", "»”"
_LONGEST = 4000  # characters; a mark left open does not swallow the rest of a text


class Quote(NamedTuple):
    """Quoted characters: the marks stand at `start` and before `end`, the words within."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def _opens(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isalnum() and before not in ".,!?…" and not after.isspace()


def _closes(text: str, start: int, end: int) -> bool:
    after = text[end] if end < len(text) else " "
    return not text[start - 1].isspace() and not after.isalnum()


def quotes(text: str) -> tuple[Quote, ...]:
    """Return the outermost quotations of `text`, in order; none runs over a line end.

    Typographic, straight, doubled and single marks are read; an apostrophe is none of them.

    >>> text = "«Мы готовы», — сказал он. 'It’s fine,' she said"
    >>> [text[q.inner_start:q.inner_end] for q in quotes(text)]
    ['Мы готовы', 'It’s fine,']
    """
    found: list[Quote] = []
    line_start = 0
    for line in text.split("\n"):
        found.extend(_in_line(text, line_start, line_start + len(line)))
        line_start += len(line) + 1
    return tuple(found)


def _in_line(text: str, begin: int, stop: int) -> list[Quote]:
    found: list[Quote] = []
    opened: tuple[int, int, str, int] | None = None  # start, end, family, depth
    for match in _MARK.finditer(text, begin, stop):
        start, end, mark = match.start(), match.end(), match.group()[0]
        if opened and start - opened[0] > _LONGEST:
            opened = None
        family = "'" if mark in "'‘’" and end - start == 1 else mark
        if opened is None:
            if family in _OPEN or (
                family in "\"'" and mark != "’" and _opens(text, start, end)
            ):
                opened = (start, end, family, 1)
            continue
        first, inner, held, depth = opened
        if family == held and held in _OPEN and family != "“":
            opened = (first, inner, held, depth + 1)
        elif _ends(text, held, family, start, end):
            opened = (first, inner, held, depth - 1) if depth > 1 else None
            if depth == 1:
                found.append(Quote(first, end, inner, start))
    return found


def _ends(text: str, held: str, family: str, start: int, end: int) -> bool:
    if held == "«":
        return family == "»"
    if held in _OPEN:
        return family in "”“" or (family == '"' and _closes(text, start, end))
    return (family == held or (held == '"' and family == "”")) and _closes(text, start, end)
