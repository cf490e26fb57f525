"""All signatures of a case side by side, as arrays."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...model import Document
from ...text.compiled import proven, spans
from ...text.shingles import Keys, PairKeys, pair_key
from .boilerplate import boilerplate, ends
from .rarity import PLAIN
from .signature import Signature, joined

Index = npt.NDArray[np.int64]
Rare = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int32]
NEVER = datetime.max.replace(tzinfo=UTC)


class Shelf(NamedTuple):
    """Telling words of every document, in order of time; document `i` has `edge[i:i+2]`."""

    documents: tuple[Document, ...]  # by time published; undated ones last
    sources: Index  # a number for each document's source
    hours: npt.NDArray[np.float64]  # since the epoch; inf where undated
    words: Keys  # boilerplate and plain words left out
    rare: Rare  # of each word, in eighths of a bit
    places: Places  # position of each word among all words of its document
    added: Flags  # the word stands in a paragraph added later
    edge: Index
    pairs: PairKeys  # pairs[k]: words k and k + 1; 0 across the end of a document

    def owners(self, words: Index) -> Index:
        """Return the document of each of `words`, places in the shelf's columns, ascending."""
        return np.repeat(
            np.arange(len(self.documents)), np.diff(np.searchsorted(words, self.edge))
        )

    def gaps(self, children: Index, parents: Index) -> npt.NDArray[np.float64]:
        """Return the hours from each parent to its child; inf where the child is undated."""
        later = self.hours[children]
        gap = np.full(len(later), np.inf)
        np.subtract(later, self.hours[parents], out=gap, where=np.isfinite(later))
        return gap

    def gap(self, child: int, parent: int) -> float:
        """Return the hours from one report to a later one; inf where the later is undated."""
        later = float(self.hours[child])
        return later - float(self.hours[parent]) if later < np.inf else np.inf


class _Telling(NamedTuple):
    """Columns of a shelf."""

    words: Keys
    rare: Rare
    places: Places
    added: Flags
    pairs: PairKeys
    edge: Index


def when(doc: Document) -> datetime:
    """Return the time that orders reports: published, undated ones after all others."""
    return doc.published or NEVER


def ordered(
    documents: Sequence[Document], rank: Mapping[str, int] | None = None
) -> tuple[Document, ...]:
    """Return the documents by time published, undated ones by `rank`, then id, each once."""
    return _timed(documents, rank or {})[0]


def _timed(
    documents: Sequence[Document], rank: Mapping[str, int]
) -> tuple[tuple[Document, ...], npt.NDArray[np.float64]]:
    """Return the documents in order, with the seconds since the epoch: inf where undated."""
    distinct = {doc.id: doc for doc in documents}
    ids = sorted(distinct)
    times = [distinct[identity].published for identity in ids]
    seconds = np.array([time.timestamp() if time else np.inf for time in times])
    ranks = np.array([rank.get(identity, 0) for identity in ids] if rank else 0)
    order = np.lexsort((np.broadcast_to(ranks, seconds.shape), seconds))
    return tuple([distinct[ids[at]] for at in order.tolist()]), seconds[order]


def _source_numbers(documents: Sequence[Document]) -> Index:
    names = [doc.source for doc in documents]
    numbers: dict[str, int] = {}
    number = {
        name: numbers.setdefault(name.casefold(), len(numbers)) for name in dict.fromkeys(names)
    }
    return np.array([number[name] for name in names], np.int64)


def shelve(
    documents: Sequence[Document],
    signatures: Mapping[str, Signature],
    rank: Mapping[str, int] | None = None,
) -> Shelf:
    """Put the signatures of `documents` side by side, boilerplate of each source left out."""
    shelf, seconds = _timed(documents, rank or {})
    signed = [signatures[doc.id] for doc in shelf]
    sources = _source_numbers(shelf)
    rows, row_edge = joined([one.lines for one in signed])
    lines, sizes = rows[::2], rows[1::2]
    line_docs = np.repeat(np.arange(len(shelf)), np.diff(row_edge) // 2)
    repeated = np.repeat(boilerplate(lines, sizes, line_docs, sources), sizes)
    words, edge = joined([one.words for one in signed])
    rare = np.frombuffer(b"".join([one.rare for one in signed]), np.uint8)
    spans(edge, words, rare)
    repeated |= ends(words, edge, sources)
    left = (rare <= PLAIN) | repeated
    later = np.array([one.later for one in signed], np.int64)
    size = len(left) - int(np.count_nonzero(left))
    kept = _Telling(
        words=np.empty(size, np.uint32),
        rare=np.empty(size, np.uint8),
        places=np.empty(size, np.int32),
        added=np.empty(size, bool),
        pairs=np.empty(size, np.uint64),
        edge=np.empty(len(shelf) + 1, np.int64),
    )
    _tell.over(len(words))(words, rare, edge, left, later, kept)
    return Shelf(
        documents=shelf,
        sources=sources,
        hours=seconds / 3600,
        **kept._asdict(),
    )


@proven  # the edges fit the words, of which `kept` has room for those that are not left out
def _tell(
    words: Keys, rare: Rare, edge: Index, left: Flags, later: Index, kept: _Telling
) -> None:
    """Write the columns of the words that are not `left` out."""
    count = 0
    for doc in range(len(edge) - 1):
        kept.edge[doc] = count
        for at in range(edge[doc], edge[doc + 1]):
            if left[at]:
                continue
            place = at - edge[doc]
            kept.words[count], kept.rare[count] = words[at], rare[at]
            kept.places[count], kept.added[count] = place, place >= later[doc]
            kept.pairs[count] = 0
            if count > kept.edge[doc]:
                before, word = kept.words[count - 1], words[at]
                kept.pairs[count - 1] = pair_key(np.uint64(before), np.uint64(word))
            count += 1
    kept.edge[len(edge) - 1] = count
