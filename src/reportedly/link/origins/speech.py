"""Direct speech that a report has and its supposed model has not."""

import numpy as np

from ...text.cut import chunks, cut
from ...text.quotes import quotes
from ..reuse.lexicon import known
from ..reuse.overlap import Vocabulary, distinct, held_bits
from ..reuse.rarity import PLAIN
from ..reuse.shelf import Flags, Index
from .ground import Ground

LENGTH = 24  # characters: a quotation that says so much has more
NEW, PART = 50.0, 0.3  # bits of one quotation, and the part of it, that the other has not


def own_words(ground: Ground, children: Index, parents: Index) -> Flags:
    """Tell for each pair whether the child quotes a speaker at length in words of its own.

    If the parent does not have them, the child had the statement itself, and what the two
    share is the statement.
    """
    spoken, edge = _speech(ground, np.unique(children))
    sizes = np.diff(edge)[children]
    pairs = np.repeat(np.arange(len(children)), sizes)
    quote = edge[children][pairs] + np.arange(len(pairs))
    quote -= np.repeat(np.cumsum(sizes) - sizes, sizes)
    texts, places = np.unique(parents[pairs], return_inverse=True)
    new = spoken.total[quote] - held_bits(spoken, quote, ground.words(texts), places)
    own = np.zeros(len(children), bool)
    own[pairs[(new >= NEW) & (new >= PART * spoken.total[quote])]] = True
    return own


def _speech(ground: Ground, docs: Index) -> tuple[Vocabulary, Index]:
    """Return the long quotations of reports, and where those of each report begin."""
    said: list[str] = []
    counts = np.zeros(len(ground.documents), np.int64)
    for doc in docs.tolist():
        text = ground.documents[doc].text
        spoken = [text[quote.inner_start : quote.inner_end] for quote in quotes(text)]
        long = [words for words in spoken if len(words) >= LENGTH]
        counts[doc] = len(long)
        said += long
    return _telling(said), np.r_[0, np.cumsum(counts)]


def _telling(texts: list[str]) -> Vocabulary:
    """Return the distinct words of texts that are not plain."""
    words, rare = [np.zeros(0, np.uint32)], [np.zeros(0, np.uint8)]
    sizes = [np.zeros(1, np.int64)]
    for some in chunks(texts):
        found = cut(texts[some])
        rows = known(found)
        telling = rows.rare > PLAIN
        words.append(rows.keys[telling])
        rare.append(rows.rare[telling])
        sizes.append(np.bincount(found.owners()[telling], minlength=len(found.begins)))
    edge = np.cumsum(np.concatenate(sizes))
    return distinct(np.concatenate(words), np.concatenate(rare), edge)
