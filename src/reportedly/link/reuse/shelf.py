"""All signatures of a case side by side, as arrays."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...model import Document
from ...text.shingles import Keys, PairKeys, pair_keys
from .boilerplate import boilerplate, ends
from .rarity import PLAIN
from .signature import Signature, joined

Index = npt.NDArray[np.int64]
Rare = npt.NDArray[np.uint8]
NEVER = datetime.max.replace(tzinfo=UTC)


class Shelf(NamedTuple):
    """Telling words of every document, in order of time; document `i` has `edge[i:i+2]`."""

    documents: tuple[Document, ...]  # by time published; undated ones last
    sources: Index  # a number for each document's source
    hours: npt.NDArray[np.float64]  # since the epoch; inf where undated
    words: Keys  # boilerplate and plain words left out
    rare: Rare  # of each word, in eighths of a bit
    places: npt.NDArray[np.int32]  # position of each word among all words of its document
    added: npt.NDArray[np.bool_]  # the word stands in a paragraph added later
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


def when(doc: Document) -> datetime:
    """Return the time that orders reports: published, undated ones after all others."""
    return doc.published or NEVER


def ordered(
    documents: Sequence[Document], rank: Mapping[str, int] | None = None
) -> tuple[Document, ...]:
    """Return the documents by time published, undated ones by `rank`, then id, each once."""
    rank = rank or {}
    distinct = {d.id: d for d in documents}.values()
    return tuple(sorted(distinct, key=lambda d: (when(d), rank.get(d.id, 0), d.id)))


def _source_numbers(documents: Sequence[Document]) -> Index:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(d.source.casefold(), len(numbers)) for d in documents])


def shelve(
    documents: Sequence[Document],
    signatures: Mapping[str, Signature],
    rank: Mapping[str, int] | None = None,
) -> Shelf:
    """Put the signatures of `documents` side by side, boilerplate of each source left out."""
    shelf = ordered(documents, rank)
    signed = [signatures[doc.id] for doc in shelf]
    sources = _source_numbers(shelf).astype(np.int64)
    rows, row_edge = joined([one.lines for one in signed])
    lines, sizes = rows[::2], rows[1::2]
    line_docs = np.repeat(np.arange(len(shelf)), np.diff(row_edge) // 2)
    repeated = np.repeat(boilerplate(lines, sizes, line_docs, sources), sizes)
    words, edge = joined([one.words for one in signed])
    rare = np.frombuffer(b"".join([one.rare for one in signed]), np.uint8)
    counts = np.diff(edge)
    repeated |= ends(words, edge, sources)
    docs = np.repeat(np.arange(len(shelf)), counts)
    places = np.arange(len(words)) - np.repeat(np.cumsum(counts) - counts, counts)
    later = np.array([one.later for one in signed], np.int64)
    kept = (rare > PLAIN) & ~repeated
    docs, kept_words = docs[kept], words[kept]
    pairs = np.zeros(len(docs), np.uint64)
    if len(docs) > 1:
        pairs[:-1] = np.where(docs[1:] == docs[:-1], pair_keys(kept_words), np.uint64(0))
    return Shelf(
        documents=shelf,
        sources=sources,
        hours=np.array(
            [d.published.timestamp() / 3600 if d.published else np.inf for d in shelf]
        ),
        words=kept_words,
        rare=rare[kept],
        places=places[kept].astype(np.int32),
        added=places[kept] >= later[docs],
        edge=np.searchsorted(docs, np.arange(len(shelf) + 1)),
        pairs=pairs,
    )
