"""Everything linking needs of one text, made without a look at any other."""

import re
from collections.abc import Sequence

import msgspec
import numpy as np

from ...model import Document
from ...text.cut import Cut, Index, chunks, cut
from ...text.shingles import Keys, mixed, word_key
from .lexicon import Lexicon
from .runs import new_runs

_MARKS = ("upd", "update", "обновлено", "дополнено", "оновлено", "доповнено")
_LATER = re.compile(rf"(?:{'|'.join(_MARKS)})\b", re.I)
_LATER_KEYS = np.array([word_key(mark) for mark in _MARKS], np.uint32)
_WHOLE = np.uint64(0xFFFFFFFF)
_lexicon = Lexicon()


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
    rows = _lexicon.rows(texts)
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
    if not len(keys):
        none = np.zeros(len(texts.begins), np.int64)
        return b"", np.r_[none, 0], none
    first = np.flatnonzero(new_runs(texts.lines()))
    sizes = np.diff(np.r_[first, len(keys)])
    place = np.arange(len(keys)) - np.repeat(first, sizes)
    spread = mixed(keys.astype(np.uint64) + (place.astype(np.uint64) << np.uint64(32)))
    line = np.empty((len(first), 2), "<u4")
    line[:, 0], line[:, 1] = mixed(np.add.reduceat(spread, first)) & _WHOLE, sizes
    edges = np.searchsorted(first, texts.edge)
    later = np.diff(texts.edge)
    marked = first[np.isin(keys[first], _LATER_KEYS)]
    for word in marked[::-1].tolist():
        text = int(np.searchsorted(texts.edge, word, "right")) - 1
        if word > texts.edge[text] and _LATER.match(texts.after(word)):
            later[text] = word - texts.edge[text]
    return line.tobytes(), edges, later


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
