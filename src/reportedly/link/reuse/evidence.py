"""How strongly shared words speak for copying, in bits."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .candidates import Candidates
from .members import Members
from .overlap import expanded
from .shelf import Index, Shelf

Flags = npt.NDArray[np.bool_]
Real = npt.NDArray[np.float64]

# A logistic model in base 2 of "this report was made from that one", fitted on pairs of
# Russian posts that annotators judged; rounded. Shared and unshared words are counted in
# bits, within the passage where the two meet; `WHOLE` is for the part that passage is.
BASE, SHARED, UNSHARED, WHOLE = -11.0, 2.3, -0.65, 0.85
FOREIGN = 0.4  # an unshared word costs this part of its bits when the passage is sought
BLOCK = 1 << 20  # words gone through at a time: bounds the memory
_FAR = 1e6  # more than the bits of any text: keeps running minima of pairs apart


class Match(NamedTuple):
    """What each candidate pair shares; `covered` runs over the children's words, joined."""

    shared: Real  # bits of the child's words that stand in the parent too, in the passage
    unshared: Real
    part: Real  # 0..1: how much of the child the passage is
    bits: Real  # log2 odds that the child was made from the parent
    covered: Flags
    edge: Index  # pair i: covered[edge[i]:edge[i + 1]]


def passage(covered: Flags, weights: Real, edge: Index) -> tuple[Real, Real, Real]:
    """Return shared bits, unshared bits and total bits of each pair's best passage.

    The passage is the run of words with the greatest sum of shared less `FOREIGN` times
    unshared bits (Kadane's maximum subarray, all pairs at once).
    """
    sizes = np.diff(edge)
    if not len(sizes):
        return np.zeros(0), np.zeros(0), np.zeros(0)
    gain = np.where(covered, weights, -FOREIGN * weights)
    total = np.r_[0.0, np.cumsum(gain)]
    pair = np.repeat(np.arange(len(sizes)), sizes)
    before = total[:-1] - total[edge[:-1]][pair]
    after = before + gain
    floor = np.minimum.accumulate(before - pair * _FAR) + pair * _FAR
    score = after - floor
    begins = np.maximum.accumulate(np.where(before <= floor + 1e-6, np.arange(len(gain)), 0))
    top = np.maximum.reduceat(score, edge[:-1])
    place = np.where(score >= top[pair] - 1e-6, np.arange(len(gain)), len(gain))
    last = np.minimum.reduceat(place, edge[:-1])
    first = begins[last]
    run = np.r_[0.0, np.cumsum(weights)]
    hit = np.r_[0.0, np.cumsum(np.where(covered, weights, 0.0))]
    shared = hit[last + 1] - hit[first]
    return shared, run[last + 1] - run[first] - shared, run[edge[1:]] - run[edge[:-1]]


def odds(shared: Real, unshared: Real, total: Real) -> Real:
    """Return log2 odds for copying from the bits shared and not, and those of the text."""
    part = (shared + unshared + 1) / (total + 1)
    bits: Real = (
        BASE
        + SHARED * np.log2(1 + np.maximum(shared, 0))
        + UNSHARED * np.log2(1 + np.maximum(unshared, 0))
        + WHOLE * np.log2(part)
    )
    return bits


def measure(shelf: Shelf, found: Candidates) -> Match:
    """Return how much each candidate pair shares and what that says about copying."""
    docs = np.repeat(np.arange(len(shelf.documents)), np.diff(shelf.edge))
    usable = (shelf.pairs != 0) & ~shelf.added
    held = Members(shelf.pairs[usable], docs[usable])
    edge = np.r_[0, np.cumsum(np.diff(shelf.edge)[found.children])]
    covered = np.zeros(int(edge[-1]), bool)
    shared, unshared, total = (np.zeros(len(found.children)) for _ in range(3))
    first = 0
    while first < len(found.children):
        last = int(np.searchsorted(edge, edge[first] + BLOCK, "left"))
        last = min(max(last, first + 1), len(found.children))
        block = slice(first, last)
        at, pair = expanded(shelf.edge, found.children[block])
        flags = _covered(shelf, held, at, found.parents[block][pair])
        covered[edge[first] : edge[last]] = flags
        inner = edge[first : last + 1] - edge[first]
        sums = passage(flags, shelf.weights[at].astype(np.float64), inner)
        shared[block], unshared[block], total[block] = sums
        first = last
    part = shared / np.maximum(total, 1e-9)
    return Match(shared, unshared, part, odds(shared, unshared, total), covered, edge)


def _covered(shelf: Shelf, held: Members, at: Index, parents: Index) -> Flags:
    pairs = shelf.pairs[at]
    starts = held.hold(pairs, parents) & (pairs != 0)
    covered: Flags = starts | np.r_[False, starts[:-1]]
    return covered
