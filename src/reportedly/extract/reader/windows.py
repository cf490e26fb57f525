"""What the reader sees at once: a paragraph, or a few short lines together."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .pieces import Cut, Pieces, Range

_LINE = re.compile(r"[^\n]+")
_TOGETHER = 64  # pieces; shorter lines are read with their neighbours
_LONGEST = 224  # pieces; a longer line is broken, at a sentence end where there is one
_LINE_LIMIT = 20_000  # characters cut into pieces at once


class Window(NamedTuple):
    """Piece numbers and their characters; a line break has the number `gap` and no width."""

    ids: tuple[int, ...]
    ranges: tuple[Range, ...]


def windows(text: str, pieces: Pieces, gap: int) -> Iterator[Window]:
    """Yield what is read at once, in order; ranges count code points of `text`."""
    held: list[Cut] = []
    size = 0
    for line in _LINE.finditer(text):
        for start in range(line.start(), line.end(), _LINE_LIMIT):
            cut = pieces.cut(text, start, min(start + _LINE_LIMIT, line.end()))
            for part in _parts(text, cut):
                if held and size + len(part.ids) >= _TOGETHER:
                    yield _joined(held, gap)
                    held, size = [], 0
                held.append(part)
                size += len(part.ids) + 1
    if held:
        yield _joined(held, gap)


def _parts(text: str, cut: Cut) -> Iterator[Cut]:
    at = 0
    while at < len(cut.ids):
        end = min(len(cut.ids), at + _LONGEST)
        if end < len(cut.ids):
            stops = (
                k for k in range(end, at + _LONGEST // 2, -1) if _stops(text, cut.ranges[k - 1])
            )
            end = next(stops, end)
        yield Cut(cut.ids[at:end], cut.ranges[at:end])
        at = end


def _stops(text: str, place: Range) -> bool:
    return text[place[1] - 1] in ".!?…" and text[place[1] : place[1] + 1].isspace()


def _joined(held: list[Cut], gap: int) -> Window:
    ids: tuple[int, ...] = ()
    ranges: tuple[Range, ...] = ()
    for cut in held:
        if ids:
            ids += (gap,)
            ranges += ((cut.ranges[0][0], cut.ranges[0][0]),)
        ids += cut.ids
        ranges += cut.ranges
    return Window(ids, ranges)
