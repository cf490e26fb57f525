"""Everything linking needs of one text, made without a look at any other."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np

from ...model import Document
from ...text.compiled import loop
from ...text.cut import Cut, Index, chunks, cut
from ...text.shingles import Keys, mixed, word_key
from .lexicon import known
from .runs import new_runs

_MARKS = ("upd", "update", "обновлено", "дополнено", "оновлено", "доповнено")
_LATER = re.compile(rf"(?:{'|'.join(_MARKS)})\b", re.I)
_LATER_KEYS = np.array([word_key(mark) for mark in _MARKS], np.uint32)
_WHOLE = np.uint64(0xFFFFFFFF)
_NONE, _ONE, _HALF = np.uint64(0), np.uint64(1), np.uint64(32)


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A text as numbers, little-endian: five bytes a word, and a few for names and lines."""

    doc: str
    words: bytes  # the key of each word, in order; 32-bit
    rare: bytes  # the rarity of each word in 1/8 bits; 8-bit
    names: bytes  # the distinct keys of names and numbers, in any alphabet, ascending; 32-bit
    lines: bytes  # for each line that has words: its key, how many words; 32-bit
    later: int  # words before the first "UPD": what follows was added at an unknown time


def signatures(documents: Sequence[Document]) -> dict[str, Signature]:
    """Return the signatures of documents by id; they can be stored and read with msgspec."""
    texts = [document.text for document in documents]
    found: dict[str, Signature] = {}
    for some in chunks(texts):
        signed = _signed([document.id for document in documents[some]], cut(texts[some]))
        found.update((one.doc, one) for one in signed)
    return found


def signature(document: Document) -> Signature:
    """Return the signature of one document."""
    return signatures([document])[document.id]


def _signed(ids: list[str], texts: Cut) -> list[Signature]:
    rows = known(texts)
    lines, edges, later = _lines(texts, rows.keys)
    names, name_edges = _names(texts, rows.names)
    words, rare = rows.keys.astype("<u4").tobytes(), rows.rare.tobytes()
    every = zip(
        ids,
        *(edge[:-1].tolist() for edge in (texts.edge, name_edges, edges)),
        *(edge[1:].tolist() for edge in (texts.edge, name_edges, edges)),
        later.tolist(),
        strict=True,
    )
    return [
        Signature(
            doc=doc,
            words=words[4 * word : 4 * last_word],
            rare=rare[word:last_word],
            names=names[4 * name : 4 * last_name],
            lines=lines[8 * line : 8 * last_line],
            later=upto,
        )
        for doc, word, name, line, last_word, last_name, last_line, upto in every
    ]


def _lines(texts: Cut, keys: Keys) -> tuple[bytes, Index, Index]:
    """Return key and size of each line that has words, where each text's lines begin, and
    how many words of each text stand before what was added later.
    """
    line = np.empty((len(keys), 2), "<u4")
    first = np.empty(len(keys), np.int64)
    count = _line_keys.over(len(keys))(keys, texts.words.lines, line, first)
    line, first = line[:count], first[:count]
    later = np.diff(texts.edge)
    marked = first[np.isin(keys[first], _LATER_KEYS)]
    for word in marked[::-1].tolist():
        text = int(np.searchsorted(texts.edge, word, "right")) - 1
        if word > texts.edge[text] and _LATER.match(texts.after(word)):
            later[text] = word - texts.edge[text]
    return line.tobytes(), np.searchsorted(first, texts.edge), later


@loop
def _line_keys(keys: Keys, lines: Index, found: Keys, first: Index) -> int:
    """Write key, size and first word of each line that has words; return how many."""
    count = 0
    total: Any = _NONE
    place: Any = _NONE
    for at in range(len(keys)):
        if at and lines[at] != lines[at - 1]:
            count += 1
            total, place = _NONE, _NONE
        if place == _NONE:
            first[count] = at
        total += mixed(np.uint64(keys[at]) + (place << _HALF))
        place += _ONE
        if at + 1 == len(keys) or lines[at + 1] != lines[at]:
            found[count, 0], found[count, 1] = mixed(total) & _WHOLE, place
    return count + 1 if len(keys) else 0


def _names(texts: Cut, names: Keys) -> tuple[bytes, Index]:
    """Return the distinct names of each text, and where each text's names begin."""
    at = np.flatnonzero(names)
    both = (texts.owners()[at].astype(np.uint64) << np.uint64(32)) | names[at]
    both = np.sort(both)
    both = both[new_runs(both)]
    edge = np.searchsorted(both, np.arange(len(texts.edge)).astype(np.uint64) << np.uint64(32))
    return (both & _WHOLE).astype("<u4").tobytes(), edge


def names_in(signed: Signature) -> frozenset[int]:
    """Return the keys of the names and numbers of a text, which any alphabet shares."""
    return frozenset(np.frombuffer(signed.names, "<u4").tolist())


def joined(pieces: Sequence[bytes]) -> tuple[Keys, Index]:
    """Return the 32-bit keys of all pieces, one after another, and where each begins."""
    sizes = np.fromiter(map(len, pieces), np.int64, len(pieces)) // 4
    every = np.frombuffer(b"".join(pieces), "<u4").astype(np.uint32, copy=False)
    return every, np.r_[0, np.cumsum(sizes)]
