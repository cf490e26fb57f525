"""From scores of pieces to runs of characters."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

from .pieces import Range
from .weights import Array
from .windows import Window

_EDGE_OPEN = " \t\u00a0«“„\"'‘(—–-:,;.…|•▪️"
_ALIKE = 0.6  # of the characters of both
_EDGE_CLOSE = ' \t\u00a0»”“"’,;:—–-|'


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
    kinds = scores.shape[1]
    cost = np.zeros((kinds, kinds), np.float32)
    cost[-1, :-1] = cost[:-1, -1] = change
    total = scores[0].copy()
    back: list[npt.NDArray[np.intp]] = []
    for row in scores[1:]:
        moves = total[:, None] - cost
        back.append(moves.argmax(0))
        total = moves.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
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


def log_shares(logits: Array) -> Array:
    """Return the log probability of each class, rows summing to one."""
    logits = logits - logits.max(-1, keepdims=True)
    shares: Array = logits - np.log(np.exp(logits).sum(-1, keepdims=True))
    return shares


def by_word(units: Sequence[Range], scores: Array) -> Array:
    """Return the mean score of each word's pieces."""
    starts = [first for first, _ in units]
    sizes = np.diff([*starts, len(scores)])[:, None]
    means: Array = (np.add.reduceat(scores, starts, axis=0) / sizes).astype(np.float32)
    return means


def cue_runs(units: Sequence[Range], scores: Array, level: float) -> list[Range]:
    """Return the cues as runs of words; classes are 0 none, 1 first, 2 inside."""
    found: list[Range] = []
    for at, row in enumerate(by_word(units, scores)):
        if np.logaddexp(row[1], row[2]) - row[0] < level:
            continue
        first = scores[units[at][0]]
        if found and found[-1][1] == at and first[2] >= first[1]:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def alike(some: Sequence[Range], others: Sequence[Range]) -> bool:
    """Tell whether two sets of ranges are mostly the same characters, or both empty."""
    one = {k for start, end in some for k in range(start, end)}
    other = {k for start, end in others for k in range(start, end)}
    return 2 * len(one & other) >= _ALIKE * (len(one) + len(other))
