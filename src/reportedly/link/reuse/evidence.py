"""How strongly shared words speak for copying, in bits."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .candidates import Candidates
from .members import Members, of_document
from .overlap import expanded
from .runs import blocks, new_runs
from .shelf import Index, Rare, Shelf

Flags = npt.NDArray[np.bool_]
Real = npt.NDArray[np.float64]

# A logistic model in base 2 of "this report was made from that one", fitted on pairs of
# Russian posts that annotators judged; rounded. Shared and unshared words are counted in
# bits, within the passage where the two meet; `WHOLE` is for the part that passage is.
BASE, SHARED, UNSHARED, WHOLE = -11.0, 2.3, -0.65, 0.85
GAIN, LOSS = 5, 2  # an unshared word costs 2/5 of its bits when the passage is sought
_FAR = 1 << 40  # more than any text weighs: keeps running minima of pairs apart


class Match(NamedTuple):
    """What each candidate pair shares; `covered` runs over the children's words, joined."""

    shared: Real  # bits of the child's words that stand in the parent too, in the passage
    unshared: Real
    part: Real  # 0..1: how much of the child the passage is
    bits: Real  # log2 odds that the child was made from the parent
    covered: Flags
    edge: Index  # pair i: covered[edge[i]:edge[i + 1]]


def passage(covered: Flags, rare: Rare, edge: Index) -> tuple[Real, Real, Real]:
    """Return shared bits, unshared bits and total bits of each pair's best passage.

    The passage is the run of words with the greatest sum of shared bits less 2/5 of unshared
    ones (Kadane's maximum subarray, all pairs at once; no pair is empty). Whole numbers
    throughout: a pair's result is the same whatever other pairs are looked at.
    """
    if len(edge) < 2:
        return np.zeros(0), np.zeros(0), np.zeros(0)
    fresh = np.zeros(len(covered), bool)
    fresh[edge[:-1]] = True
    fresh[1:] |= covered[1:] != covered[:-1]
    first = np.flatnonzero(fresh)  # words that are, or are not, in the parent in a row
    weight = np.add.reduceat(rare, first, dtype=np.int64)
    hit = covered[first]
    heads = np.searchsorted(first, edge[:-1])
    pair = np.repeat(np.arange(len(heads)), np.diff(np.r_[heads, len(first)]))
    gain = np.where(hit, GAIN * weight, -LOSS * weight)
    before = np.cumsum(gain) - gain
    floor = np.minimum.accumulate(before - pair * _FAR) + pair * _FAR
    places = np.arange(len(gain))
    begins = np.maximum.accumulate(np.where(before == floor, places, 0))
    score = before + gain - floor
    top = np.maximum.reduceat(score, heads)
    last = np.minimum.reduceat(np.where(score == top[pair], places, len(gain)), heads)
    run = np.r_[0, np.cumsum(weight)]
    both = np.r_[0, np.cumsum(np.where(hit, weight, 0))]
    shared = both[last + 1] - both[begins[last]]
    unshared = run[last + 1] - run[begins[last]] - shared
    total = np.diff(run[np.r_[heads, len(first)]])
    return shared / 8, unshared / 8, total / 8


def odds(shared: Real, unshared: Real, total: Real) -> Real:
    """Return log2 odds for copying from the bits shared and not, and those of the text."""
    part = (shared + unshared + 1) / (total + 1)
    bits: Real = (
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
    sums = np.zeros((3, len(sizes)))
    order = np.argsort(found.parents, kind="stable")  # so that each parent is read once
    for first, last in blocks(sizes[order]):
        some = order[first:last]
        at, pair = expanded(shelf.edge, found.children[some])
        flags = _covered(shelf, at, found.parents[some], pair)
        inner = np.r_[0, np.cumsum(sizes[some])]
        sums[:, some] = passage(flags, shelf.rare[at], inner)
        covered[expanded(edge, some)[0]] = flags
    shared, unshared, total = sums
    part = shared / np.maximum(total, 1e-9)
    return Match(shared, unshared, part, odds(shared, unshared, total), covered, edge)


def _covered(shelf: Shelf, at: Index, parents: Index, pair: Index) -> Flags:
    """Tell which words `at` stand, beside one of their neighbours, in the parent too."""
    docs = parents[new_runs(parents)]
    there, row = expanded(shelf.edge, docs)
    usable = (shelf.pairs[there] != 0) & ~shelf.added[there]
    held = Members(of_document(shelf.pairs[there[usable]], docs[row[usable]]))
    pairs = shelf.pairs[at]
    starts: Flags = held.hold(of_document(pairs, parents[pair])) & (pairs != 0)
    starts[1:] |= starts[:-1]  # the last word of a text begins no pair
    return starts
