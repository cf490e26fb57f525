"""Ties that the words themselves show."""

from collections.abc import Set
from typing import NamedTuple

import numpy as np

from ...model import How, SourceKind
from ..reuse import Match, alike, measure
from ..reuse.candidates import ENOUGH, Candidates
from ..reuse.evidence import Flags, Real, odds, passage
from ..reuse.overlap import expanded
from ..reuse.runs import new_runs
from ..reuse.shelf import Index
from .ground import Ground
from .matter import SAME, agreement
from .ties import Tie
from .updates import HOURS

AGENCY = -4.3  # bits: agencies take down statements themselves; they rarely copy channels
WHOLE = 0.9  # part of a report: above it, its words are another's
BLOCK = 1 << 15  # pairs gone through at a time: bounds the memory
VERBATIM = 0.85  # part of a passage that is word for word: above it, a copy; below, a rewrite


class Copies(NamedTuple):
    """Candidate pairs with what they share, and where each pair is found."""

    ground: Ground
    found: Candidates
    match: Match
    at: dict[tuple[int, int], int]
    handicap: Real  # of each document

    def ties(self, others: Set[tuple[int, int]]) -> list[Tie]:
        """Return the pairs whose words and matter speak for copying.

        A pair that adds nothing to the best parent of its report is left out, unless there
        are other signs, `others`, for it.
        """
        bits = self._checked()
        said = np.fromiter((pair in others for pair in self.at), dtype=bool, count=len(self.at))
        likely = np.flatnonzero(bits > 0)
        best = self._best(likely, bits)
        rest = likely[(best[likely] != likely) & ~said[likely]]
        kept = np.union1d(np.setdiff1d(likely, rest), rest[self._new(rest, best[rest])])
        verbatim = self.match.shared >= VERBATIM * (self.match.shared + self.match.unshared)
        columns = (
            self.found.children[kept],
            self.found.parents[kept],
            verbatim[kept],
            np.round(bits[kept], 2),
            np.round(self.match.part[kept], 2),
        )
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return [
            Tie(child, parent, How.COPY if exact else How.REWRITE, value, part)
            for child, parent, exact, value, part in rows
        ]

    def _checked(self) -> Real:
        """Return the bits of each pair, weighed by whether both can be of one happening.

        What is said almost word for word needs no such check: an old text posted again reads
        as another day's news. A source's own set phrases do: they wear off with time.
        """
        children, parents = self.found
        shelf, ground = self.ground.shelf, self.ground
        foreign = shelf.sources[children] != shelf.sources[parents]
        bits = self.match.bits + np.where(foreign, self.handicap[children], 0.0)
        partial = self.match.part < WHOLE
        bits = bits + np.where(
            partial & ~foreign, HOURS * np.log2(1 + shelf.gaps(children, parents)), 0.0
        )
        for place in np.flatnonzero(partial & (bits > -SAME)).tolist():
            one, other = int(children[place]), int(parents[place])
            bits[place] += agreement(ground.reading(one), ground.reading(other))
        return bits

    def _best(self, likely: Index, bits: Real) -> Index:
        """Return for each pair the place of the best of `likely` pairs of its child."""
        children, parents = self.found
        order = likely[
            np.lexsort((parents[likely], -np.round(bits[likely], 2), children[likely]))
        ]
        first = order[new_runs(children[order])]
        of_child = np.zeros(len(self.ground.documents), np.int64)
        of_child[children[first]] = first
        return of_child[children]

    def _new(self, pairs: Index, best: Index) -> Flags:
        """Tell for each pair whether enough of its words are none of those of the best."""
        new = np.zeros(len(pairs), bool)
        edge, words = self.match.edge, self.ground.shelf.edge[self.found.children]
        for first in range(0, len(pairs), BLOCK):
            block = slice(first, first + BLOCK)
            at, row = expanded(edge, pairs[block])
            inside = at - edge[pairs[block]][row]
            own = self.match.covered[at] & ~self.match.covered[edge[best[block]][row] + inside]
            rare = np.where(own, self.ground.shelf.rare[words[pairs[block]][row] + inside], 0)
            new[block] = np.bincount(row, rare, len(pairs[block])) >= 8 * ENOUGH
        return new

    def adds(self, child: int, taken: list[int], parent: int) -> float:
        """Return log2 odds that `child` took from `parent` what it has from none of `taken`."""
        place = self.at[child, parent]
        begin, end = int(self.match.edge[place]), int(self.match.edge[place + 1])
        new = self.match.covered[begin:end].copy()
        for other in taken:
            at = self.at.get((child, other))
            if at is not None:
                new &= ~self.match.covered[self.match.edge[at] : self.match.edge[at + 1]]
        words = slice(
            int(self.ground.shelf.edge[child]), int(self.ground.shelf.edge[child + 1])
        )
        rare = self.ground.shelf.rare[words]
        if rare[new].sum(dtype=np.int64) < 8 * ENOUGH:
            return -ENOUGH
        return float(odds(*passage(new, rare, np.array([0, end - begin])))[0])


def copies(ground: Ground) -> Copies:
    """Compare every report with the earlier ones its words may come from."""
    shelf, directory = ground.shelf, ground.directory
    found = alike(shelf)
    pairs = zip(found.children.tolist(), found.parents.tolist(), strict=True)
    agency = {
        doc.source: (known := directory.find(doc.source, doc.handle)) is not None
        and known.kind is SourceKind.AGENCY
        for doc in shelf.documents
    }
    return Copies(
        ground=ground,
        found=found,
        match=measure(shelf, found),
        at={pair: place for place, pair in enumerate(pairs)},
        handicap=np.array([AGENCY if agency[doc.source] else 0.0 for doc in shelf.documents]),
    )
