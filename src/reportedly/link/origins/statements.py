"""Two reports quote one statement of one office or person: the unseen parent of both."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from ...model import Basis, How, Reading
from ..reuse.overlap import Vocabulary, shared_bits
from ..reuse.shelf import Shelf
from ..sources import Directory
from .credits import Unseen
from .voices import Spoken, chains, spoken

WITHIN = 48.0  # hours between two reports of one statement
SHARED = 25.0  # bits they must share
PART = 0.25  # of the shorter report
NEAREST = 12  # reports of the same voice just before that are compared
_SPEAKERS = {Basis.OFFICIAL, Basis.NAMED}


def _quoted(
    shelf: Shelf, readings: Mapping[str, Reading], directory: Directory
) -> dict[str, list[tuple[int, Spoken]]]:
    """Return for each voice's key the documents that quote it, in order of time."""
    quoted: dict[str, list[tuple[int, Spoken]]] = defaultdict(list)
    empty = Reading()
    for place, doc in enumerate(shelf.documents):
        seen: set[str] = set()
        for chain in chains(doc, readings.get(doc.id, empty), directory):
            voice = spoken(chain[-1], directory)
            if voice.basis in _SPEAKERS and voice.particular and voice.key not in seen:
                seen.add(voice.key)
                quoted[voice.key].append((place, voice))
    return quoted


def statements(
    shelf: Shelf, known: Vocabulary, readings: Mapping[str, Reading], directory: Directory
) -> list[Unseen]:
    """Return each report that shares a quoted voice and its matter with a report of another."""
    pairs: list[tuple[int, int, Spoken, Spoken]] = []
    for rows in _quoted(shelf, readings, directory).values():
        for at, (later, voice) in enumerate(rows):
            for earlier, before in rows[max(0, at - NEAREST) : at]:
                near = shelf.gap(later, earlier) <= WITHIN
                if near and shelf.sources[later] != shelf.sources[earlier]:
                    pairs.append((later, earlier, voice, before))
    ones = np.array([pair[0] for pair in pairs], np.int64)
    others = np.array([pair[1] for pair in pairs], np.int64)
    shared = shared_bits(known, ones, others)
    shorter = np.minimum(known.total[ones], known.total[others])
    found: dict[tuple[int, str], Unseen] = {}
    for (one, other, voice, before), same, least in zip(pairs, shared, shorter, strict=True):
        if same < max(SHARED, PART * least):
            continue
        bits = round(float(np.log2(1 + same)), 2)
        for child, said, partner in ((one, voice, other), (other, before, one)):
            old = found.get((child, said.key))
            if old is None or bits > old.bits:
                name = directory.name(before.name)
                because = f"quotes {name}, as {shelf.documents[partner].source} does"
                found[child, said.key] = Unseen(
                    child, name, How.SAME_STATEMENT, bits, said.signs, because
                )
    return [found[key] for key in sorted(found)]
