"""From scores of pieces to runs of characters."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

from .encoder import Array
from .pieces import Range
from .windows import Window

_EDGE_OPEN = " \t\u00a0«“„\"'‘(—–-:,;.…|•▪️"
_ALIKE = 0.6  # of the characters of both
_EDGE_CLOSE = ' \t\u00a0»”“"’,;:—–-|'
_PAIRS = (("«", "»"), ("“", "”"), ("„", "“"), ("(", ")"))


def words(text: str, window: Window) -> list[Range]:
    """Return the pieces `(first, last)` of each word of a window, in order.

    Pieces that touch inside letters and digits belong to one word.
    """
    found: list[Range] = []
    for at, (start, _) in enumerate(window.ranges):
        joined = (
            found
            and window.ranges[at - 1][1] == start
            and start > 0
            and text[start - 1].isalnum()
            and text[start].isalnum()
        )
        if joined:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def best_path(scores: Array, change: float) -> list[int]:
    """Return the likeliest class of each row; going in or out of the last class costs `change`.

    Short sources stay cheap to find, while a content does not fall apart at one doubtful word.
    """
    outer, last = scores[:, :-1], scores.shape[1] - 1
    likeliest = outer.argmax(1).tolist()  # of the other classes
    (top, *tops), (within, *inner) = outer.max(1).tolist(), scores[:, -1].tolist()
    back: list[tuple[int, int]] = []  # the class before, for the last class and for the others
    for before, outside, inside in zip(likeliest, tops, inner, strict=False):
        stay, leave = within >= top - change, within - change > top
        back.append((last if stay else before, last if leave else before))
        best = within - change if leave else top
        within = (within if stay else top - change) + inside
        top = best + outside
    path = [last if within > top else likeliest[-1]]
    for to_last, to_other in reversed(back):
        path.append(to_last if path[-1] == last else to_other)
    return path[::-1]


def runs(path: list[int]) -> list[tuple[int, int, int]]:
    """Return `(class, start, end)` of each unbroken run of a class other than 0."""
    found = []
    at = 0
    for kind, members in groupby(path):
        size = sum(1 for _ in members)
        if kind:
            found.append((kind, at, at + size))
        at += size
    return found


def trimmed(text: str, start: int, end: int) -> Range:
    """Return the range without quotation marks, dashes, commas and blanks at its edges."""
    while start < end and (text[start] in _EDGE_OPEN or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _EDGE_CLOSE or text[end - 1].isspace()):
        end -= 1
    return start, end


def closed(text: str, start: int, end: int) -> Range:
    """Return the range with the quotation mark at its edge whose twin stands inside it."""
    inside = text[start:end]
    for opening, closing in _PAIRS:
        more = inside.count(opening) - inside.count(closing)
        if more > 0 and text[end : end + 1] == closing:
            return start, end + 1
        if more < 0 and start and text[start - 1] == opening:
            return start - 1, end
    return start, end


def by_word(units: npt.ArrayLike, scores: Array) -> Array:
    """Return the mean score of each word's pieces; words stand side by side."""
    bounds = np.asarray(units)
    starts, sizes = bounds[:, 0], bounds[:, 1:] - bounds[:, :1]
    means: Array = (np.add.reduceat(scores, starts, axis=0) / sizes).astype(np.float32)
    return means


def cue_runs(units: Sequence[Range], scores: Array, level: float) -> list[Range]:
    """Return the cues as runs of words; classes are 0 none, 1 first, 2 inside."""
    found: list[Range] = []
    means = by_word(units, scores)
    sure = np.logaddexp(means[:, 1], means[:, 2]) - means[:, 0] >= level
    for at in np.flatnonzero(sure).tolist():
        first = scores[units[at][0]]
        if found and found[-1][1] == at and first[2] >= first[1]:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def alike(some: Sequence[Range], others: Sequence[Range]) -> bool:
    """Tell whether two sets of ranges are mostly the same characters, or both empty."""
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)
    return 2 * both >= _ALIKE * sum(end - start for start, end in (*some, *others))
