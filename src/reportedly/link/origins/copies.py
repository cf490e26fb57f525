"""Ties that the words themselves show."""

from collections.abc import Set
from typing import NamedTuple

import numpy as np

from ...model import How, SourceKind
from ...text.compiled import loop
from ..reuse import Match, alike, measure
from ..reuse.candidates import ENOUGH, Candidates
from ..reuse.evidence import Real, best_passage, odds
from ..reuse.overlap import shared_bits
from ..reuse.runs import new_runs
from ..reuse.shelf import Flags, Index, Rare
from .ground import Ground
from .matter import SAME, agreement
from .speech import NEW, own_words
from .ties import Tie
from .updates import HOURS

AGENCY = -4.3  # bits: agencies take down statements themselves; they rarely copy channels
HEARD = -4.0  # bits: it has what the speaker said from elsewhere
NAMED = -1.8  # bits: it names somebody as its source whom the other does not
WHOLE = 0.9  # part of a report: above it, its words are another's
_HALF = 32  # bits for the number of a document
VERBATIM = 0.85  # part of a passage that is word for word: above it, a copy; below, a rewrite


class Copies(NamedTuple):
    """Candidate pairs with what they share, and where each pair is found."""

    ground: Ground
    found: Candidates
    match: Match
    edge: list[int]  # pairs of child `i`: found[edge[i]:edge[i + 1]]
    handicap: Real  # of each document

    def ties(self, others: Set[tuple[int, int]]) -> list[Tie]:
        """Return the pairs whose words and matter speak for copying.

        A pair that adds nothing to the best parent of its report is left out, unless there
        are other signs, `others`, for it.
        """
        bits = self._checked()
        likely = np.flatnonzero(bits > 0)
        best = self._best(likely, bits)
        other = best[likely] != likely
        if others:
            told = np.array([child << _HALF | parent for child, parent in others], np.int64)
            pairs = self.found.children[likely] << _HALF | self.found.parents[likely]
            other &= ~np.isin(pairs, told)
        dropped = other.copy()
        dropped[other] = ~self._new(likely[other], best[likely[other]])
        kept = likely[~dropped]
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
        likely = partial & (bits > -SAME)
        read = ground.read[children] & ground.read[parents]
        for place in np.flatnonzero(likely & read).tolist():
            one, other = int(children[place]), int(parents[place])
            bits[place] += agreement(ground.reading(one), ground.reading(other))
        asked = np.flatnonzero(likely & foreign & (bits > 0))
        held = shared_bits(ground.known, children[asked], parents[asked])
        asked = asked[ground.known.total[children[asked]] - held >= NEW]
        own = own_words(ground, children[asked], parents[asked])
        bits[asked[own]] += HEARD
        self._named(bits, np.flatnonzero(likely & foreign & (bits > 0)))
        return bits

    def _named(self, bits: Real, pairs: Index) -> None:
        """Weigh that a report names somebody as its source whom its supposed model does not."""
        ground, (children, parents) = self.ground, self.found
        quoting = np.zeros(len(ground.documents), bool)
        quoting[ground.quoting] = True
        for place in pairs[quoting[children[pairs]]].tolist():
            voice = ground.knower(int(children[place]))
            if voice is None or not voice.particular:
                continue
            other = ground.knower(int(parents[place]))
            if other is None or not voice.same(other):
                bits[place] += NAMED

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
        new = np.zeros(len(pairs), np.int64)
        words = self.ground.shelf.edge[self.found.children[pairs]]
        covered, rare, edge = self.match.covered, self.ground.shelf.rare, self.match.edge
        work = _only.over(16 * len(pairs))
        work(covered, rare, np.stack([edge[pairs], edge[pairs + 1], edge[best], words], 1), new)
        return new >= 8 * ENOUGH

    def place(self, child: int, parent: int) -> int | None:
        """Return where a pair is found, if it is a candidate."""
        parents = self.found.parents
        for place in range(self.edge[child], self.edge[child + 1]):
            if parents[place] == parent:
                return place
        return None

    def adds(self, child: int, taken: list[int], place: int) -> float:
        """Return log2 odds that `child` took the words of a pair from its parent, for those
        that it has from none of the parents `taken`.
        """
        others = [at for one in taken if (at := self.place(child, one)) is not None]
        edge, words = self.match.edge, self.ground.shelf.edge
        begins, sums = edge[np.array([place, *others])], np.zeros(4, np.int64)
        size = int(words[child + 1] - words[child])
        work = _rest.over(size)
        work(self.match.covered, begins, self.ground.shelf.rare, int(words[child]), size, sums)
        shared, unshared, total, new = (sums / 8).tolist()
        return odds(shared, unshared, total) if new >= ENOUGH else -ENOUGH


@loop
def _rest(covered: Flags, begins: Index, rare: Rare, word: int, size: int, sums: Index) -> None:
    """Write the sums of the passage that the first pair covers and no other does, and those
    of all such words.
    """
    new = np.zeros(size, np.bool_)
    for at in range(size):
        new[at] = covered[begins[0] + at]
        for nth in range(1, len(begins)):
            if covered[begins[nth] + at]:
                new[at] = False
        sums[3] += np.int64(rare[word + at]) if new[at] else 0
    best_passage(new, rare, word, 0, size, sums)


@loop
def _only(covered: Flags, rare: Rare, places: Index, new: Index) -> None:
    """Sum the rarity of the words that one pair covers and another of its child does not."""
    for nth in range(len(places)):
        begin, end, other, word = places[nth]
        for at in range(end - begin):
            if covered[begin + at] and not covered[other + at]:
                new[nth] += np.int64(rare[word + at])


def copies(ground: Ground) -> Copies:
    """Compare every report with the earlier ones its words may come from."""
    shelf, directory = ground.shelf, ground.directory
    found = alike(shelf)
    agency = {
        source: (known := directory.find(source, handle)) is not None
        and known.kind is SourceKind.AGENCY
        for source, handle in {(doc.source, doc.handle): None for doc in shelf.documents}
    }
    return Copies(
        ground=ground,
        found=found,
        match=measure(shelf, found),
        edge=np.searchsorted(found.children, np.arange(len(shelf.documents) + 1)).tolist(),
        handicap=np.array([AGENCY if agency[doc.source] else 0.0 for doc in shelf.documents]),
    )
