"""Footers, calls to subscribe, bylines: lines a source puts under unlike posts."""

import numpy as np
import numpy.typing as npt

from ...text.shingles import Keys
from .runs import new_runs

POSTS = 3  # unlike posts of one source that must carry a line


def boilerplate(
    lines: Keys, sizes: Keys, docs: npt.NDArray[np.int64], source_of: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Tell for each line whether its source repeats it under at least `POSTS` unlike posts.

    `lines`, `sizes`, `docs` hold each line's key, words and document index (ascending);
    `source_of` each document's source. Posts are unlike if the longest *other* line differs,
    so posting one text again and again never turns the text into boilerplate.
    """
    if not len(lines):
        return np.zeros(0, bool)
    by_size = np.lexsort((lines, -sizes.astype(np.int64), docs))
    first = new_runs(docs[by_size])
    longest = np.zeros(len(source_of), np.uint64)
    second = np.zeros(len(source_of), np.uint64)
    heads = by_size[first]
    longest[docs[heads]] = lines[heads]
    after = np.flatnonzero(first) + 1
    after = after[(after < len(by_size)) & ~np.r_[first, True][after]]
    second[docs[by_size[after]]] = lines[by_size[after]]
    other = np.where(longest[docs] == lines, second[docs], longest[docs])
    rows = np.stack([source_of[docs].astype(np.uint64), lines.astype(np.uint64), other], 1)
    distinct = np.unique(rows, axis=0)
    pairs, counts = np.unique(distinct[:, :2], axis=0, return_counts=True)
    often = {(int(source), int(line)) for source, line in pairs[counts >= POSTS]}
    return np.array(
        [(int(s), int(line)) in often for s, line in zip(rows[:, 0], rows[:, 1], strict=True)],
        dtype=bool,
    )
