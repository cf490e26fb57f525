"""The same news in another language: names and numbers that survive translation."""

from collections import Counter, defaultdict
from collections.abc import Mapping

import numpy as np

from ...model import Count, How, Reading
from ..reuse.shelf import Shelf
from ..reuse.signature import Signature
from .matter import agreement
from .ties import Tie

WITHIN = 24.0  # hours
COMMON = 64  # a name in more reports than this proposes only the latest of them
EACH, MISSING, BASE = 3.0, -1.0, -8.0  # bits for a shared key, one missing in the fuller text
NUMBER = 2.0  # bits more for each count both readings tell


def translations(
    shelf: Shelf, signatures: Mapping[str, Signature], readings: Mapping[str, Reading]
) -> list[Tie]:
    """Return for each report those in another language it may be translated from.

    They must share names and numbers, lie within a day of each other, and their readings,
    where there are any, must not put them into different places.
    """
    if len({doc.lang for doc in shelf.documents}) < 2:
        return []
    keys = [
        frozenset(np.frombuffer(signatures[doc.id].names, "<u4").tolist())
        for doc in shelf.documents
    ]
    reports: dict[int, list[int]] = defaultdict(list)
    found: list[Tie] = []
    for child, mine in enumerate(keys):
        counts = Counter(p for key in sorted(mine) for p in reports[key][-COMMON:])
        for key in mine:
            reports[key].append(child)
        for parent, shared in sorted(counts.items()):
            tie = _tie(shelf, readings, child, parent, (shared, len(mine), len(keys[parent])))
            if tie is not None:
                found.append(tie)
    return found


def _tie(
    shelf: Shelf,
    readings: Mapping[str, Reading],
    child: int,
    parent: int,
    sizes: tuple[int, int, int],
) -> Tie | None:
    one, other = shelf.documents[child], shelf.documents[parent]
    shared, mine, theirs = sizes
    if one.lang == other.lang or shared < 3:
        return None
    if not shelf.gap(child, parent) <= WITHIN:
        return None
    left, right = readings.get(one.id, Reading()), readings.get(other.id, Reading())
    agreed = agreement(left, right)
    if agreed < 0:
        return None
    bits = agreed + BASE + EACH * shared + MISSING * (min(mine, theirs) - shared)
    bits += NUMBER * len(_counts(left) & _counts(right))
    return Tie(child, parent, How.TRANSLATION, round(bits, 2)) if bits > 0 else None


def _counts(reading: Reading) -> set[tuple[str, int]]:
    return {(c.slot, c.value.best) for c in reading.claims if isinstance(c.value, Count)}
