"""Two reports quote one statement of one office or person: the unseen parent of both."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from ...model import Basis, How, Reading
from ..reuse.candidates import Candidates
from ..reuse.overlap import Vocabulary, shared_bits
from ..reuse.shelf import Shelf
from ..sources import Directory
from .credits import Unseen
from .voices import Spoken, chains, spoken

WITHIN = 48.0  # hours between two reports of one statement
SHARED = 25.0  # bits they must share
PART = 0.25  # of the shorter report
ALONE = 0.5  # of the shorter report, where only one of the two names the voice
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


def _pairs(
    shelf: Shelf,
    quoted: Mapping[str, list[tuple[int, Spoken]]],
    alike: Candidates,
) -> Iterator[tuple[int, int, Spoken, bool]]:
    """Yield two reports of unlike sources, a voice, and whether both of them name it."""
    voices: dict[int, list[Spoken]] = defaultdict(list)
    for rows in quoted.values():
        for at, (later, voice) in enumerate(rows):
            voices[later].append(voice)
            for earlier, _ in rows[max(0, at - NEAREST) : at]:
                yield later, earlier, voice, True
    for later, earlier in zip(alike.children.tolist(), alike.parents.tolist(), strict=True):
        one, other = voices[later], voices[earlier]
        if len(one) < 2 and len(other) < 2 and one != other:
            yield later, earlier, (other or one)[0], False


def statements(
    shelf: Shelf,
    known: Vocabulary,
    readings: Mapping[str, Reading],
    directory: Directory,
    alike: Candidates,
) -> list[Unseen]:
    """Return the reports that share one statement of a voice with a report of another source.

    Either both name the voice, or one does and the other, naming none or naming it in
    another way, tells the same.
    `alike` are the pairs of reports that share word pairs.
    """
    quoted = _quoted(shelf, readings, directory)
    pairs = [
        row
        for row in _pairs(shelf, quoted, alike)
        if shelf.sources[row[0]] != shelf.sources[row[1]] and shelf.gap(*row[:2]) <= WITHIN
    ]
    ones = np.array([pair[0] for pair in pairs], np.int64)
    others = np.array([pair[1] for pair in pairs], np.int64)
    shared = shared_bits(known, ones, others)
    shorter = np.minimum(known.total[ones], known.total[others])
    found: dict[tuple[int, str], Unseen] = {}
    for (one, other, voice, both), same, least in zip(pairs, shared, shorter, strict=True):
        if same < max(SHARED, (PART if both else ALONE) * least):
            continue
        bits = round(float(np.log2(1 + same)), 2)
        for child, partner in ((one, other), (other, one)):
            old = found.get((child, voice.key))
            if old is None or bits > old.bits:
                found[child, voice.key] = _made(shelf, child, partner, voice, bits)
    return [found[key] for key in sorted(found)]


def _made(shelf: Shelf, child: int, partner: int, voice: Spoken, bits: float) -> Unseen:
    source = shelf.documents[partner].source
    signs = tuple(sign for sign in voice.signs if sign.doc == shelf.documents[child].id)
    because = (
        f"quotes {voice.name}, as {source} does"
        if signs
        else f"tells what {source} has from {voice.name}"
    )
    return Unseen(child, voice.name, How.SAME_STATEMENT, bits, signs, because)
