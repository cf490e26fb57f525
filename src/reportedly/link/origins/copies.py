"""Ties that the words themselves show."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ...model import How, SourceKind
from ..reuse import Match, Shelf, alike, measure
from ..reuse.candidates import ENOUGH, Candidates
from ..reuse.evidence import odds, passage
from .ground import Ground
from .matter import SAME
from .ties import Tie

AGENCY = -4.3  # bits: agencies take down statements themselves; they rarely copy channels
VERBATIM = 0.85  # part of a passage that is word for word: above it, a copy; below, a rewrite


class Copies(NamedTuple):
    """Candidate pairs with what they share, and where each pair is found."""

    shelf: Shelf
    found: Candidates
    match: Match
    at: dict[tuple[int, int], int]
    handicap: tuple[float, ...]  # of each document

    def ties(self) -> Iterator[Tie]:
        """Yield the pairs whose words speak for copying, or would if the matter agrees."""
        rows = zip(self.found.children, self.found.parents, strict=True)
        for place, (child, parent) in enumerate(rows):
            foreign = self.shelf.sources[child] != self.shelf.sources[parent]
            bits = float(self.match.bits[place]) + (self.handicap[child] if foreign else 0.0)
            if bits <= -SAME:
                continue
            shared, unshared = self.match.shared[place], self.match.unshared[place]
            verbatim = shared >= VERBATIM * (shared + unshared)
            yield Tie(
                int(child),
                int(parent),
                How.COPY if verbatim else How.REWRITE,
                round(bits, 2),
                round(float(self.match.part[place]), 2),
            )

    def adds(self, child: int, taken: list[int], parent: int) -> float:
        """Return log2 odds that `child` took from `parent` what it has from none of `taken`."""
        place = self.at[child, parent]
        begin, end = int(self.match.edge[place]), int(self.match.edge[place + 1])
        new = self.match.covered[begin:end].copy()
        for other in taken:
            at = self.at.get((child, other))
            if at is not None:
                new &= ~self.match.covered[self.match.edge[at] : self.match.edge[at + 1]]
        words = slice(int(self.shelf.edge[child]), int(self.shelf.edge[child + 1]))
        weights = self.shelf.weights[words].astype(np.float64)
        if weights[new].sum() < ENOUGH:
            return -ENOUGH
        return float(odds(*passage(new, weights, np.array([0, end - begin])))[0])


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
        shelf=shelf,
        found=found,
        match=measure(shelf, found),
        at={pair: place for place, pair in enumerate(pairs)},
        handicap=tuple(AGENCY if agency[doc.source] else 0.0 for doc in shelf.documents),
    )
