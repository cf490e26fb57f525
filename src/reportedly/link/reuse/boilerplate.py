"""Footers, calls to subscribe, bylines: lines a source puts under unlike posts."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.compiled import numbers, proven, spans
from ...text.shingles import Keys, PairKeys, mixed
from .members import Members, bits_for, members, slot_of
from .runs import new_runs

Index = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

POSTS = 3  # unlike posts of one source that must carry a line
LEAST, MOST = 3, 48  # words that a repeated beginning or end may have
BESIDE = 4  # words next to it that tell unlike posts
_NONE = np.uint64(0)


def boilerplate(lines: Keys, sizes: Keys, docs: Index, source_of: Index) -> Flags:
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
    line_of = mixed((source_of[docs].astype(np.uint64) << np.uint64(32)) | lines)
    _, distinct = np.unique(mixed(line_of ^ other), return_index=True)
    often = np.sort(line_of[distinct])
    often = often[POSTS - 1 :][often[POSTS - 1 :] == often[: 1 - POSTS]]
    return np.isin(line_of, often)


def ends(words: Keys, edge: Index, source_of: Index) -> Flags:
    """Tell for each word whether its source begins or ends unlike posts with it and its like.

    For footers and datelines that are no lines of their own: "(Agency) - ", "Subscribe: ...".
    Document `i` has words `edge[i]:edge[i + 1]`; posts are unlike if the words next to the
    repeated ones differ.
    """
    spans(edge, words)
    flags = np.zeros(len(words), bool)
    order = np.argsort(source_of, kind="stable")
    numbers(len(edge) - 1, order)
    heads = np.flatnonzero(new_runs(source_of[order]))
    most = int(np.diff(np.r_[heads, len(order)]).max(initial=0))
    for back in (False, True):
        posts = _Posts(
            words=words,
            edge=edge,
            sources=source_of,
            back=back,
            docs=order.copy(),
            runs=np.zeros(len(order), np.uint64),
            longest=np.zeros(len(order), np.int64),
            seen=members(most),
            counts=members(most),
        )
        _ends.over(MOST * len(order))(posts)
        _flag.over(len(order))(posts, flags)
    return flags


class _Posts(NamedTuple):
    words: Keys
    edge: Index
    sources: Index
    back: bool  # it is their ends that are compared
    docs: Index  # by source
    runs: PairKeys  # a hash of the words that each begins, or ends, with
    longest: Index  # by document: how many of them are repeated
    seen: Members
    counts: Members


# No loop below leaves its arrays: posts are among the edges, which fit the words; there are no
# more runs and continuations of a source than it has posts; `_word` keeps to its document.
@proven
def _ends(posts: _Posts) -> None:
    """Write how many words each document begins, or ends, with as others of its source do."""
    first = 0
    while first < len(posts.docs):
        last = first
        source = posts.sources[posts.docs[first]]
        while last < len(posts.docs) and posts.sources[posts.docs[last]] == source:
            posts.runs[last] = mixed(np.uint64(source))
            last += 1
        bits, left = bits_for(last - first), last
        for size in range(1, MOST + 1):
            turn = 2 * (first * MOST + size)
            left = _longer(posts, first, left, size)
            left = _often(posts, first, left, turn, bits)
            if size >= LEAST:
                _unlike(posts, first, left, size, bits)
        first = last


@proven
def _longer(posts: _Posts, first: int, last: int, size: int) -> int:
    """Add a word to the run of each post; keep the posts that have more; return their end."""
    left = first
    for at in range(first, last):
        doc = posts.docs[at]
        if posts.edge[doc + 1] - posts.edge[doc] > max(size, LEAST):
            posts.docs[left] = doc
            posts.runs[left] = mixed(posts.runs[at] ^ _word(posts, doc, size))
            left += 1
    return left


@proven
def _often(posts: _Posts, first: int, last: int, turn: int, bits: int) -> int:
    """Keep the posts whose run is that of `POSTS` posts or more; return their end."""
    for at in range(first, last):
        _count(posts.counts, turn, bits, posts.runs[at])
    left = first
    for at in range(first, last):
        doc, run = posts.docs[at], posts.runs[at]
        if posts.counts.values[slot_of(posts.counts, turn, bits, run)] >= POSTS:
            posts.docs[left], posts.runs[left] = doc, run
            left += 1
    return left


@proven
def _unlike(posts: _Posts, first: int, last: int, size: int, bits: int) -> None:
    """Write `size` for the posts whose run has `POSTS` unlike continuations or more."""
    turn = 2 * (first * MOST + size) + 1
    for at in range(first, last):
        beside = posts.runs[at]
        for step in range(1, BESIDE + 1):
            beside = mixed(beside ^ _word(posts, posts.docs[at], size + step))
        if _count(posts.seen, turn, bits, beside):
            _count(posts.counts, turn, bits, posts.runs[at])
    for at in range(first, last):
        slot = slot_of(posts.counts, turn, bits, posts.runs[at])
        if posts.counts.values[slot] >= POSTS:
            posts.longest[posts.docs[at]] = size


@proven
def _count(counts: Members, turn: int, bits: int, key: Any) -> bool:
    """Count a key once more; tell whether it was new."""
    slot = slot_of(counts, turn, bits, key)
    new = bool(counts.turns[slot] != turn)
    if new:
        counts.turns[slot], counts.keys[slot], counts.values[slot] = turn, key, 0
    counts.values[slot] += 1
    return new


@proven
def _word(posts: _Posts, doc: int, nth: int) -> Any:
    """Return the n-th word of a document, from its end if `back`; 0 beyond the text."""
    begin, end = posts.edge[doc], posts.edge[doc + 1]
    if nth > end - begin:
        return _NONE
    return np.uint64(posts.words[end - nth if posts.back else begin + nth - 1])


@proven
def _flag(posts: _Posts, flags: Flags) -> None:
    """Mark the words that are repeated."""
    for doc in range(len(posts.longest)):
        end, size = posts.edge[doc + 1], posts.longest[doc]
        first = end - size if posts.back else posts.edge[doc]
        for at in range(first, first + size):
            flags[at] = True
