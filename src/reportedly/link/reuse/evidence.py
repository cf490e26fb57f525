"""How strongly shared words speak for copying, in bits."""

from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from ...text.compiled import numbers, proven, spans
from ...text.shingles import PairKeys
from .candidates import Candidates
from .members import Members, bits_for, members, slot_of
from .shelf import Flags, Index, Rare, Shelf

Real = npt.NDArray[np.float64]

# A logistic model in base 2 of "this report was made from that one", fitted on pairs of
# Russian posts that annotators judged; rounded. Shared and unshared words are counted in
# bits, within the passage where the two meet; `WHOLE` is for the part that passage is.
BASE, SHARED, UNSHARED, WHOLE = -11.0, 2.3, -0.65, 0.85
GAIN, LOSS = 5, 2  # an unshared word costs 2/5 of its bits when the passage is sought


class Match(NamedTuple):
    """What each candidate pair shares; `covered` runs over the children's words, joined."""

    shared: Real  # bits of the child's words that stand in the parent too, in the passage
    unshared: Real
    part: Real  # 0..1: how much of the child the passage is
    bits: Real  # log2 odds that the child was made from the parent
    covered: Flags
    edge: Index  # pair i: covered[edge[i]:edge[i + 1]]


def passage(covered: Flags, rare: Rare) -> tuple[float, float, float]:
    """Return shared bits, unshared bits and total bits of the best passage of a text.

    The passage is the run of words with the greatest sum of shared bits less 2/5 of unshared
    ones (Kadane's maximum subarray).
    """
    sums = np.zeros((1, 3), np.int64)
    spans(np.array([0, len(rare)]), covered)
    best_passage.over(len(rare))(covered, rare, 0, 0, len(rare), sums[0])
    shared, unshared, total = (sums[0] / 8).tolist()
    return shared, unshared, total


@proven  # `word` stays below `size`; who calls has so many flags and rarities
def best_passage(
    covered: Flags, rare: Rare, at: int, first: int, size: int, sums: Index
) -> None:
    """Write the sums of the best passage, in eighths of a bit.

    The words are `rare[at:at + size]` and their flags `covered[first:first + size]`. Words
    that are, or are not, covered in a row are taken together.
    """
    best = low = run = run_shared = low_run = low_shared = 0
    word = 0
    while word < size:
        flag = covered[first + word]
        weight: Any = 0
        begin = word
        while word < size and covered[first + word] == flag:
            weight += np.int64(rare[at + word])
            word += 1
        before = GAIN * run_shared - LOSS * (run - run_shared)
        if begin == 0 or before <= low:
            low, low_run, low_shared = before, run, run_shared
        run += weight
        run_shared += weight if flag else 0
        score = GAIN * run_shared - LOSS * (run - run_shared) - low
        if begin == 0 or score > best:
            best = score
            sums[0] = run_shared - low_shared
            sums[1] = run - low_run - sums[0]
    sums[2] = run


Number = TypeVar("Number", float, Real)


def odds(shared: Number, unshared: Number, total: Number) -> Number:
    """Return log2 odds for copying from the bits shared and not, and those of the text."""
    part = (shared + unshared + 1) / (total + 1)
    bits: Number = (
        BASE
        + SHARED * np.log2(1 + shared)
        + UNSHARED * np.log2(1 + unshared)
        + WHOLE * np.log2(part)
    )
    return bits


def measure(shelf: Shelf, found: Candidates) -> Match:
    """Return how much each candidate pair shares and what that says about copying."""
    sizes = shelf.edge[found.children + 1] - shelf.edge[found.children]
    edge = np.r_[0, np.cumsum(sizes)]
    covered = np.zeros(int(edge[-1]), bool)
    sums = np.zeros((len(sizes), 3), np.int64)
    order = np.argsort(found.parents, kind="stable")  # so that each parent is read once
    spans(shelf.edge, shelf.pairs, shelf.rare, shelf.added)
    numbers(len(shelf.edge) - 1, found.children, found.parents)
    texts = _Texts(shelf.pairs, shelf.rare, shelf.added, shelf.edge)
    held = members(int(np.diff(shelf.edge).max(initial=0)))
    _measure.over(len(covered))(texts, found, order, held, covered, edge, sums)
    shared, unshared, total = (sums / 8).T
    part = shared / np.maximum(total, 1e-9)
    return Match(shared, unshared, part, odds(shared, unshared, total), covered, edge)


class _Texts(NamedTuple):
    pairs: PairKeys
    rare: Rare
    added: Flags
    edge: Index


# Children and parents are documents of the shelf, whose edges fit its columns; `edge` gives
# each pair as many flags as its child has words, the last of which begins no pair of words.
@proven
def _measure(
    texts: _Texts,
    found: Candidates,
    order: Index,
    held: Members,
    covered: Flags,
    edge: Index,
    sums: Index,
) -> None:
    """Tell which words of each child stand, beside a neighbour, in its parent; sum them up."""
    parent, bits = -1, 0
    for nth in range(len(order)):
        pair = order[nth]
        if found.parents[pair] != parent:
            parent = found.parents[pair]
            bits = bits_for(texts.edge[parent + 1] - texts.edge[parent])
            _hold(texts, parent, held, bits)
        at, first = texts.edge[found.children[pair]], edge[pair]
        size = edge[pair + 1] - first
        for word in range(size - 1):
            key = texts.pairs[at + word]
            if key and held.turns[slot_of(held, parent, bits, key)] == parent:
                covered[first + word] = True
                covered[first + word + 1] = True
        best_passage(covered, texts.rare, at, first, size, sums[pair])


@proven  # see `_measure`
def _hold(texts: _Texts, parent: int, held: Members, bits: int) -> None:
    for at in range(texts.edge[parent], texts.edge[parent + 1]):
        if texts.pairs[at] and not texts.added[at]:
            slot = slot_of(held, parent, bits, texts.pairs[at])
            held.turns[slot], held.keys[slot] = parent, texts.pairs[at]
