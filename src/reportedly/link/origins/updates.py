"""The same source goes on about the same thing."""

import numpy as np

from ...model import How
from ...text.compiled import loop
from ...text.shingles import PairKeys, mixed, word_keys
from ..reuse.candidates import Candidates, gathered
from ..reuse.overlap import Vocabulary, shared_bits
from ..reuse.postings import posted
from ..reuse.rarity import weigh
from ..reuse.shelf import Index, Places, Rare
from .ground import Ground
from .matter import SAME
from .ties import Tie

WITHIN = 72.0  # hours
AT_ONCE = 0.1  # hours
TELLING = 6.0  # bits: rarer words propose earlier posts
ENOUGH = 12.0  # bits that such words must carry together
# Fitted like the weights of `evidence`, on posts of one channel about one incident.
BASE, SHARED, UNSHARED, HOURS = -7.4, 2.4, -0.75, -1.2


def updates(ground: Ground) -> list[Tie]:
    """Return for each report the earlier ones of its own source that it may go on from."""
    shelf, known = ground.shelf, ground.known
    size = int(np.count_nonzero(known.rare >= 8 * TELLING))
    keys, docs = np.empty(size, np.uint64), np.empty(size, np.int32)
    weights = np.empty(size, np.uint8)
    _of_sources.over(len(known.words))(known, shelf.sources, keys, docs, weights)
    found = gathered(posted(keys, docs, weights, np.ones(size, bool)), ENOUGH)
    near = shelf.gaps(found.children, found.parents) <= WITHIN
    found = Candidates(found.children[near], found.parents[near])
    shared = shared_bits(known, found.children, found.parents)
    shorter = np.minimum(known.total[found.children], known.total[found.parents])
    hours = shelf.gaps(found.children, found.parents)
    bits = (
        BASE
        + SHARED * np.log2(1 + shared)
        + UNSHARED * np.log2(1 + np.maximum(shorter - shared, 0))
        + HOURS * np.log2(1 + hours)
    )
    likely = np.flatnonzero(bits > -SAME)
    rows = zip(found.children[likely], found.parents[likely], strict=True)
    who = np.array([_named(ground, int(child), int(parent)) for child, parent in rows])
    told = np.maximum(shared[likely] - who, 0)
    bits = bits[likely] + SHARED * (np.log2(1 + told) - np.log2(1 + shared[likely]))
    ties = zip(found.children[likely], found.parents[likely], bits, strict=True)
    return [
        Tie(int(child), int(parent), How.UPDATE, round(float(value), 2))
        for child, parent, value in ties
        if value > -SAME
    ]


@loop
def _of_sources(
    known: Vocabulary, sources: Index, keys: PairKeys, docs: Places, weights: Rare
) -> None:
    """Write a key for each rarer word of a source, whose reports have it, how much it tells."""
    count = 0
    for doc in range(len(known.edge) - 1):
        source = mixed(np.uint64(sources[doc] + 1))
        for at in range(known.edge[doc], known.edge[doc + 1]):
            if known.rare[at] >= 8 * TELLING:
                keys[count] = mixed(np.uint64(known.words[at]) ^ source)
                docs[count], weights[count] = doc, 2 * known.rare[at]
                count += 1


def at_once(ground: Ground, tie: Tie) -> bool:
    """Tell whether a source quotes one speaker twice within minutes: parts of one statement."""
    near = ground.shelf.gap(tie.child, tie.parent) <= AT_ONCE
    return near and bool(_voices(ground, tie.child) & _voices(ground, tie.parent))


def _voices(ground: Ground, place: int) -> set[str]:
    return {
        ground.directory.key(said.chain[-1].name)
        for said in ground.reading(place).attributions
        if said.chain and said.chain[-1].spans
    }


def _named(ground: Ground, child: int, parent: int) -> float:
    """Return the bits of the words by which both reports name who speaks: no matter told."""
    return sum(weigh(_speakers(ground, child) & _speakers(ground, parent)).values())


def _speakers(ground: Ground, place: int) -> frozenset[int]:
    spans = {
        span
        for said in ground.reading(place).attributions
        for voice in said.chain
        for span in voice.spans
    }
    text = ground.documents[place].text
    return frozenset(key for span in spans for key in word_keys(span.of(text)))
