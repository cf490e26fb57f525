"""Direct speech that a report has and its supposed model has not."""

import numpy as np

from ...text.quotes import quotes
from ...text.shingles import plain, word_keys
from ..reuse.overlap import Vocabulary, held_bits
from ..reuse.rarity import rarities
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
    words, rare, sizes = [], [], []
    counts = np.zeros(len(ground.documents), np.int64)
    for doc in docs.tolist():
        text = ground.documents[doc].text
        for quote in quotes(text):
            if quote.inner_end - quote.inner_start < LENGTH:
                continue
            said = plain(text[quote.inner_start : quote.inner_end])
            keys, weights = rarities(word_keys(said))
            if sum(weights) >= 8 * NEW:
                words += keys
                rare += weights
                sizes.append(len(keys))
                counts[doc] += 1
    edge = np.r_[0, np.cumsum(np.array(sizes, np.int64))]
    run = np.r_[0, np.cumsum(np.array(rare, np.int64))]
    spoken = Vocabulary(
        words=np.array(words, np.uint32),
        rare=np.array(rare, np.uint8),
        edge=edge,
        total=np.diff(run[edge]) / 8,
    )
    return spoken, np.r_[0, np.cumsum(counts)]
