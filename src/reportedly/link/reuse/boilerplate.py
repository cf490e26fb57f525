"""Footers, calls to subscribe, bylines: lines a source puts under unlike posts."""

import numpy as np
import numpy.typing as npt

from ...text.shingles import Keys, PairKeys, mixed
from .runs import new_runs

POSTS = 3  # unlike posts of one source that must carry a line
LEAST, MOST = 3, 48  # words that a repeated beginning or end may have
BESIDE = 4  # words next to it that tell unlike posts


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


def ends(
    words: Keys, edge: npt.NDArray[np.int64], source_of: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Tell for each word whether its source begins or ends unlike posts with it and its like.

    For footers and datelines that are no lines of their own: "(Agency) - ", "Subscribe: ...".
    Document `i` has words `edge[i]:edge[i + 1]`; posts are unlike if the words next to the
    repeated ones differ.
    """
    flags = np.zeros(len(words), bool)
    sizes = np.diff(edge)
    for back in (False, True):
        longest = _longest(words, edge, source_of, back)
        docs = np.flatnonzero(longest)
        for size in np.unique(longest[docs]).tolist():
            some = docs[longest[docs] == size]
            first = edge[some] + (sizes[some] - size if back else 0)
            flags[(first[:, None] + np.arange(size)).ravel()] = True
    return flags


def _longest(
    words: Keys, edge: npt.NDArray[np.int64], source_of: npt.NDArray[np.int64], back: bool
) -> npt.NDArray[np.int64]:
    """Return for each document how many words of its beginning, or end, are repeated."""
    found = np.zeros(len(source_of), np.int64)
    sizes = np.diff(edge)
    docs = np.flatnonzero(sizes > LEAST)
    run = mixed(source_of[docs].astype(np.uint64))
    for size in range(1, MOST + 1):
        longer = sizes[docs] > size
        docs, run = (
            docs[longer],
            mixed(run[longer] ^ _word(words, edge, docs[longer], size, back)),
        )
        _, place, count = np.unique(run, return_inverse=True, return_counts=True)
        often = count[place] >= POSTS
        docs, run = docs[often], run[often]
        if size < LEAST or not len(docs):
            continue
        beside = run.copy()
        for step in range(1, BESIDE + 1):
            beside = mixed(beside ^ _word(words, edge, docs, size + step, back))
        _, first = np.unique(beside, return_index=True)
        runs, count = np.unique(run[first], return_counts=True)
        found[docs[np.isin(run, runs[count >= POSTS])]] = size
    return found


def _word(
    words: Keys,
    edge: npt.NDArray[np.int64],
    docs: npt.NDArray[np.int64],
    nth: int,
    back: bool,
) -> PairKeys:
    """Return the n-th word of each document, from its end if `back`; 0 beyond the text."""
    place = edge[docs + 1] - nth if back else edge[docs] + nth - 1
    inside = (place >= edge[docs]) & (place < edge[docs + 1])
    return np.where(inside, words[np.where(inside, place, 0)], 0).astype(np.uint64)
