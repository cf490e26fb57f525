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
    opened: tuple[int, int, str, int, int] | None = None  # start, end, family, depth, last
    for match in _MARK.finditer(text):
        start, end = match.span()
        mark = text[start]
        if opened and start > opened[4]:
            opened = None
        family = "'" if mark in "'‘’" and end - start == 1 else mark
        if opened is None:
            if family in _OPEN or (
                family in "\"'" and mark != "’" and _opens(text, start, end)
            ):
                opened = (start, end, family, 1, _last(text, start))
            continue
        first, inner, held, depth, last = opened
        if family == held and held in _OPEN and family != "“":
            opened = (first, inner, held, depth + 1, last)
        elif _ends(text, held, family, start, end):
            opened = (first, inner, held, depth - 1, last) if depth > 1 else None
            if depth == 1:
                found.append(Quote(first, end, inner, start))
    return tuple(found)


def _last(text: str, start: int) -> int:
    """Return up to where what is opened at `start` may be closed: in its line, not too far."""
    line = text.find("\n", start, start + _LONGEST)
    return start + _LONGEST if line < 0 else line


def _ends(text: str, held: str, family: str, start: int, end: int) -> bool:
    if held == "«":
        return family == "»"
    if held in _OPEN:
        return family in "”“" or (family == '"' and _closes(text, start, end))
    return (family == held or (held == '"' and family == "”")) and _closes(text, start, end)
