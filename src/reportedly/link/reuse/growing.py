"""The reuse of words in a case that grows, as if all reports were there at once."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...model import Document
from ...text.shingles import Keys, PairKeys, mixed
from .candidates import Candidates, alike, gathered
from .evidence import Match, measure
from .lists import Lists
from .postings import posted, short
from .shelf import Index, Rare, Shelf, shelve, when
from .signature import Signature
from .undated import arranged

# Where a report stands in the order of time: `(n, True)` is the n-th of the base; one that came
# later stands before it with `(n, False, time, id)`.
Place = tuple[int, bool] | tuple[int, bool, datetime, str]


class Found(NamedTuple):
    """An earlier report that a report may be made from."""

    parent: str
    bits: float  # log2 odds
    part: float  # 0..1: how much of the report the shared passage is
    shared: float  # bits in that passage
    unshared: float


class _Words(NamedTuple):
    """The columns of one document in a shelf."""

    words: Keys
    rare: Rare
    places: npt.NDArray[np.int32]
    added: npt.NDArray[np.bool_]
    pairs: PairKeys

    def keys(self) -> PairKeys:
        """Return the distinct keys of the document."""
        return np.unique(short(self.pairs[self.pairs != 0]))


def _columns(shelf: Shelf, nth: int) -> _Words:
    some = slice(int(shelf.edge[nth]), int(shelf.edge[nth + 1]))
    return _Words(
        words=shelf.words[some],
        rare=shelf.rare[some],
        places=shelf.places[some],
        added=shelf.added[some],
        pairs=shelf.pairs[some],
    )


class Growing:
    """Which earlier reports each report may be made from, kept up to date.

    What `found` gives for a set of reports is the same in whatever order they were added,
    and the same as `alike` and `measure` over all of them. Adding one looks at the reports
    of its source (for footers) and at those that share its word pairs just before and after
    it. Reports without a time are ordered by all others: two or more make each step a rebuild.
    """

    def __init__(
        self, documents: Sequence[Document], signatures: Mapping[str, Signature]
    ) -> None:
        """Compare every report with the earlier ones."""
        self._signatures = dict(signatures)
        self._built(documents)

    def _built(self, documents: Sequence[Document]) -> None:
        shelf = arranged(documents, self._signatures)
        self._shelf, self._base = shelf, len(shelf.documents)
        self._documents = list(shelf.documents)
        self._number = {doc.id: number for number, doc in enumerate(self._documents)}
        self._times = [(when(doc), doc.id) for doc in self._documents]
        self._places: list[Place] = [(number, True) for number in range(self._base)]
        self._undated = sum(doc.published is None for doc in self._documents)
        self._of_source: dict[str, list[Document]] = defaultdict(list)
        for doc in self._documents:
            self._of_source[doc.source.casefold()].append(doc)
        at = np.flatnonzero(shelf.pairs)
        self._lists = Lists(short(shelf.pairs[at]), shelf.owners(at))
        self._words: dict[int, _Words] = {}
        self._candidates = alike(shelf)
        self._match = measure(shelf, self._candidates)
        self._found: dict[int, tuple[Found, ...]] = {}

    def found(self, doc: str) -> tuple[Found, ...]:
        """Return what a report may be made from, what shares most words first."""
        number = self._number[doc]
        if number in self._found or number >= self._base:
            return self._found.get(number, ())
        first, last = np.searchsorted(self._candidates.children, [number, number + 1])
        return tuple(
            _found(self._documents, self._candidates, self._match, place)
            for place in range(first, last)
        )

    def add(self, document: Document, signed: Signature) -> frozenset[str]:
        """Add a report; return the ids of the reports that were compared anew."""
        if document.id in self._number:
            return frozenset()
        self._signatures[document.id] = signed
        undated = document.published is None
        if self._undated + undated > 1:
            self._built([*self._documents, document])
            return frozenset(self._number)
        number = len(self._documents)
        time = (when(document), document.id)
        self._number[document.id] = number
        self._documents.append(document)
        self._places.append((bisect_left(self._times, time), False, *time))
        self._undated += undated
        own = self._of_source[document.source.casefold()]
        own.append(document)
        touched = self._changed(shelve(own, self._signatures))
        self._compare(touched)
        return frozenset(self._documents[one].id for one in touched)

    def _changed(self, own: Shelf) -> set[int]:
        """Take in the telling words of one source; return the reports they matter to."""
        touched: set[int] = set()
        for nth, doc in enumerate(own.documents):
            number, new = self._number[doc.id], _columns(own, nth)
            known = number < self._base or number in self._words
            old = self._columns(number) if known else None
            if old is not None and np.array_equal(old.places, new.places):
                continue
            touched.add(number)
            if old is not None:
                touched |= self._after(number, old)
                self._lists.remove(number, old.keys().tolist())
            self._lists.add(number, new.keys().tolist())
            self._words[number] = new
            touched |= self._after(number, new)
        return touched

    def _columns(self, number: int) -> _Words:
        held = self._words.get(number)
        return _columns(self._shelf, number) if held is None else held

    def _after(self, number: int, words: _Words) -> set[int]:
        return self._lists.after(words.keys(), self._places[number][0])

    def _compare(self, touched: Iterable[int]) -> None:
        """Look anew for what the reports `touched` may be made from."""
        asked = sorted(touched)
        self._found.update(dict.fromkeys(asked, ()))
        every = [self._columns(number).keys() for number in asked]
        sizes = [len(keys) for keys in every]
        upto = np.array([self._places[number][0] for number in asked], np.int64)
        keys = np.concatenate([np.zeros(0, np.uint64), *every])
        there, owners = self._lists.before(keys, np.repeat(upto, sizes))
        keys = np.r_[there, keys]
        owners = np.r_[owners, np.repeat(np.array(asked, np.int64), sizes)]
        numbers = sorted(set(owners.tolist()), key=self._places.__getitem__)
        shelf = self._side_by_side(numbers)
        local = {number: nth for nth, number in enumerate(numbers)}
        held = _of_document(keys, np.array([local[one] for one in owners.tolist()]))
        at = np.flatnonzero(shelf.pairs)
        docs = shelf.owners(at)
        matters = np.isin(_of_document(short(shelf.pairs[at]), docs), held)
        at, docs = at[matters], docs[matters]
        weights = shelf.rare[at] + shelf.rare[at + 1]
        found = gathered(posted(shelf.pairs[at], docs, weights, ~shelf.added[at]))
        of_asked = np.isin(found.children, [local[one] for one in asked if one in local])
        found = Candidates(found.children[of_asked], found.parents[of_asked])
        match = measure(shelf, found)
        made: dict[int, list[Found]] = defaultdict(list)
        for place, child in enumerate(found.children.tolist()):
            made[numbers[child]].append(_found(shelf.documents, found, match, place))
        self._found.update((number, tuple(one)) for number, one in made.items())

    def _side_by_side(self, numbers: list[int]) -> Shelf:
        every = [self._columns(number) for number in numbers]
        sizes = [len(one.words) for one in every]
        return self._shelf._replace(
            documents=tuple(self._documents[number] for number in numbers),
            words=np.concatenate([self._shelf.words[:0], *(one.words for one in every)]),
            rare=np.concatenate([self._shelf.rare[:0], *(one.rare for one in every)]),
            places=np.concatenate([self._shelf.places[:0], *(one.places for one in every)]),
            added=np.concatenate([self._shelf.added[:0], *(one.added for one in every)]),
            pairs=np.concatenate([self._shelf.pairs[:0], *(one.pairs for one in every)]),
            edge=np.r_[0, np.cumsum(np.array(sizes, np.int64))],
        )


def _of_document(keys: PairKeys, docs: Index) -> PairKeys:
    """Return one number for each key in its document."""
    numbers: PairKeys = mixed(keys ^ mixed(docs.astype(np.uint64)))
    return numbers


def _found(documents: Sequence[Document], found: Candidates, match: Match, place: int) -> Found:
    columns = (match.bits, match.part, match.shared, match.unshared)
    return Found(
        documents[int(found.parents[place])].id, *(float(column[place]) for column in columns)
    )
