"""Digests: each item of a list may come from a report of its own."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ...model import How
from ...text.shingles import WORD, plain
from ..reuse.evidence import odds, passage
from ..reuse.shelf import Flags, Index
from .ground import Ground
from .ties import Tie
from .updates import HOURS

ITEMS = 3  # so many lines under one mark make a list
WITHIN = 72.0  # hours an item may be old
NEAREST, FIRST = 8, 2  # of many reports that share a word pair, those looked at
LOOKED = 6  # reports an item is held against
ENOUGH = 10.0  # bits of word pairs that an item and a report must share
GAIN = 1.0  # bits that one more report must add
PARENTS = 12  # reports that a digest is said to come from, at most
OWN = 1.5  # bits: a digest sums up its own source's reports first of all
STALE = -0.6  # bits for each doubling of hours: a daily list has its set phrases
VERBATIM = 0.85  # part of the passage that is word for word: above it, a copy
_MARK = re.compile(r"\s*([^\w\s«»\"'“”„(\[#@*]|\*\s|\d{1,2}[.)]\s)")


class Part(NamedTuple):
    """What one item shares with an earlier report."""

    parent: int
    shared: float  # bits
    unshared: float
    bits: float  # log2 odds that the item was made from the report


class Item(NamedTuple):
    """Words `begin..end` of the shelf: one line of a digest."""

    child: int
    begin: int
    end: int
    marked: bool  # it stands under the mark of the list, not above or below the list


def listed(text: str) -> bool:
    """Tell whether a text is a list: several lines under one mark, or numbered.

    >>> listed("Main points:\\n— one thing;\\n— another;\\n— a third")
    True
    """
    lines = [line for line in text.split("\n") if line]
    if len(lines) < ITEMS:
        return False
    marks = Counter(
        "1" if (mark := found.group(1).strip())[0].isdigit() else mark
        for line in lines
        if (found := _MARK.match(line))
    )
    return max(marks.values(), default=0) >= ITEMS


def _items(ground: Ground) -> Iterator[Item]:
    shelf = ground.shelf
    for child, doc in enumerate(shelf.documents):
        if doc.text.count("\n") + 1 < ITEMS or not listed(doc.text):
            continue
        start, stop = int(shelf.edge[child]), int(shelf.edge[child + 1])
        places, upto = shelf.places[start:stop], 0
        for line in doc.text.split("\n"):
            first, upto = upto, upto + len(WORD.findall(plain(line)))
            begin, end = np.searchsorted(places, [first, upto])
            if end - begin > 1:
                marked = _MARK.match(line) is not None
                yield Item(child, start + int(begin), start + int(end), marked)


def digested(ground: Ground) -> dict[int, list[Tie]]:
    """Return for each digest the few reports that together best explain its items."""
    items = list(_items(ground))
    if not items:
        return {}
    holders = _holders(ground, items)
    found: dict[int, list[list[Part]]] = defaultdict(list)
    for item in items:
        looked = _looked(ground, item, holders)
        parts = [_part(ground, item, parent) for parent in looked]
        found[item.child].append([part for part in parts if part.bits > 0])
    return {child: _explaining(ground, child, parts) for child, parts in found.items()}


def _explaining(ground: Ground, child: int, items: list[list[Part]]) -> list[Tie]:
    """Choose reports one by one, each for what it adds to the best account of every item."""
    reached = [0.0] * len(items)
    chosen: dict[int, list[Part]] = {}
    bits = [{part.parent: part for part in parts} for parts in items]
    while len(chosen) < PARENTS:
        gains: dict[int, float] = defaultdict(float)
        for had, parts in zip(reached, bits, strict=True):
            for part in parts.values():
                gains[part.parent] += (
                    max(0.0, part.bits - had) if part.parent not in chosen else 0.0
                )
        best = max(gains, key=lambda doc: (round(gains[doc], 2), -doc), default=None)
        if best is None or gains[best] <= GAIN:
            break
        chosen[best] = [parts[best] for parts in bits if best in parts]
        reached = [
            max(had, parts[best].bits) if best in parts else had
            for had, parts in zip(reached, bits, strict=True)
        ]
    total = float(ground.known.total[child])
    return [_tie(child, parent, parts, total) for parent, parts in chosen.items()]


def _tie(child: int, parent: int, parts: list[Part], total: float) -> Tie:
    shared = sum(part.shared for part in parts)
    exact = shared >= VERBATIM * (shared + sum(part.unshared for part in parts))
    bits = round(sum(part.bits for part in parts), 2)
    how = How.COPY if exact else How.REWRITE
    return Tie(child, parent, how, bits, min(1.0, round(shared / max(total, shared), 2)))


def _holders(ground: Ground, items: list[Item]) -> dict[int, Index]:
    """Return the reports that hold each word pair of `items`, by time."""
    shelf = ground.shelf
    asked = [shelf.pairs[item.begin : item.end - 1] for item in items]
    keys = np.unique(np.concatenate(asked))
    at = np.flatnonzero(np.isin(shelf.pairs, keys) & (shelf.pairs != 0) & ~shelf.added)
    docs = np.searchsorted(shelf.edge, at, "right") - 1
    order = np.lexsort((docs, shelf.pairs[at]))
    pairs, docs = shelf.pairs[at][order], docs[order]
    starts = np.flatnonzero(np.r_[True, pairs[1:] != pairs[:-1]][: len(pairs)])
    stops = np.r_[starts[1:], len(pairs)]
    return {
        int(pairs[start]): np.unique(docs[start:stop])
        for start, stop in zip(starts, stops, strict=True)
    }


def _looked(ground: Ground, item: Item, holders: dict[int, Index]) -> list[int]:
    shelf = ground.shelf
    weights: dict[int, float] = defaultdict(float)
    for place in range(item.begin, item.end - 1):
        docs = holders.get(int(shelf.pairs[place]))
        if docs is None:
            continue
        before = docs[: np.searchsorted(docs, item.child)]
        worth = (
            float(shelf.rare[place : place + 2].sum(dtype=np.int64)) / 16
        )  # rarity in eighths of a bit, the mean of two
        for doc in {*before[:FIRST].tolist(), *before[-NEAREST:].tolist()}:
            if not WITHIN < shelf.gap(item.child, doc) < np.inf:
                weights[doc] += worth
    likely = sorted(weights, key=lambda doc: (-round(weights[doc], 3), doc))
    return [doc for doc in likely if weights[doc] >= ENOUGH][:LOOKED]


def _part(ground: Ground, item: Item, parent: int) -> Part:
    shelf = ground.shelf
    theirs = shelf.pairs[shelf.edge[parent] : shelf.edge[parent + 1]]
    starts = np.isin(shelf.pairs[item.begin : item.end - 1], theirs[theirs != 0])
    covered: Flags = np.r_[starts, False] | np.r_[False, starts]
    rare = shelf.rare[item.begin : item.end]
    shared, unshared, total = passage(covered, rare)
    bits = float(odds(shared, unshared, total))
    if shelf.sources[item.child] == shelf.sources[parent]:
        worn = float(np.log2(1 + shelf.gap(item.child, parent)))
        bits += OWN if item.marked else HOURS * worn
        bits += STALE * worn if listed(shelf.documents[parent].text) else 0.0
    return Part(parent, shared, unshared, bits)
