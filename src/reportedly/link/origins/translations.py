"""The same news in another language: names and numbers that survive translation."""

from collections import Counter, defaultdict

import numpy as np

from ...model import Document, How, Span
from ...text.shingles import WORD, plain
from ..reuse.names import name_key
from ..reuse.overlap import shared_bits
from .ground import Ground
from .matter import agreement, figures
from .ties import Tie

WITHIN = 24.0  # hours
COMMON = 64  # a name in more reports than this proposes only the latest of them
LEAST = 3  # names and numbers that must be shared
# Set by hand, in bits: for a shared key, for one that the shorter list has and the longer has
# not, for agreeing readings, for each doubling of the hours between;
# words that two languages write alike count a twentieth.
BASE, EACH, MISSING, AGREED, HOURS, ALIKE = -8.0, 3.0, -1.0, 3.0, -1.2, 0.05


def translations(ground: Ground) -> list[Tie]:
    """Return for each report those in another language it may be translated from.

    They must share names and numbers, lie within a day of each other, and their readings,
    where there are any, must not put them into different places.
    """
    if len({doc.lang for doc in ground.documents}) < 2:
        return []
    reports: dict[int, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int, int]] = []
    for child in range(len(ground.documents)):
        mine = ground.names(child)
        counts = Counter(p for key in sorted(mine) for p in reports[key][-COMMON:])
        for key in mine:
            reports[key].append(child)
        pairs += [
            (child, parent, shared)
            for parent, shared in sorted(counts.items())
            if shared >= LEAST
            and ground.documents[child].lang != ground.documents[parent].lang
            and ground.shelf.gap(child, parent) <= WITHIN
        ]
    children = np.array([pair[0] for pair in pairs], np.int64)
    parents = np.array([pair[1] for pair in pairs], np.int64)
    alike = shared_bits(ground.known, children, parents)
    ties = [_tie(ground, *pair, float(bits)) for pair, bits in zip(pairs, alike, strict=True)]
    return [tie for tie in ties if tie is not None]


def rendered(doc: Document, parent: Document) -> tuple[tuple[Span, Span], ...]:
    """Return where the names and numbers that two languages share stand in each text."""
    mine, theirs = _places(doc), _places(parent)
    shared = sorted(mine.keys() & theirs.keys(), key=lambda key: mine[key].start)
    return tuple((mine[key], theirs[key]) for key in shared)


def _places(doc: Document) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for word in WORD.finditer(plain(doc.text)):
        if key := name_key(word.group()):
            found.setdefault(key, Span(doc.id, word.start(), word.end()))
    return found


def _tie(ground: Ground, child: int, parent: int, shared: int, alike: float) -> Tie | None:
    one, other = ground.reading(child), ground.reading(parent)
    matter = agreement(one, other)
    if matter < 0:
        return None
    shorter = min(len(ground.names(child)), len(ground.names(parent)))
    bits = (
        BASE
        + EACH * shared
        + MISSING * (shorter - shared)
        + (AGREED if matter > 0 else 0.0)
        + figures(one, other)
        + HOURS * float(np.log2(1 + ground.shelf.gap(child, parent)))
        + ALIKE * alike
    )
    return Tie(child, parent, How.TRANSLATION, round(bits, 2)) if bits > 0 else None
