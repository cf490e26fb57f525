"""Two reports quote one statement of one office or person: the unseen parent of both."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from ...model import Basis, How
from ..directory import name_stems
from ..reuse.candidates import Candidates
from ..reuse.overlap import shared_bits
from .ground import Ground
from .ties import Unseen
from .voices import RELAYS, Spoken, chains, spoken

WITHIN = 48.0  # hours between two reports of one statement
SHARED = 25.0  # bits they must share
PART = 0.25  # of the shorter report
ALONE = 0.5  # of the report that names nobody; of the shorter where each names another voice
NEAREST = 12  # reports of like-named voices just before that are compared
_SPEAKERS = {Basis.OFFICIAL, Basis.NAMED}

Quoting = tuple[int, int, Spoken, bool]  # two reports, the voice, whether both name it


def _quoted(ground: Ground) -> list[list[Spoken]]:
    """Return for each report the offices and persons it quotes."""
    nobody: list[Spoken] = []
    quoted = [nobody] * len(ground.documents)
    for place in ground.quoting:
        doc = ground.documents[place]
        voices: dict[str, Spoken] = {}
        for _, chain in chains(doc, ground.reading(place), ground.directory):
            voice = spoken(chain[-1], doc, ground.directory)
            source = ground.directory.find(voice.name)
            relays = source is not None and source.kind in RELAYS
            if voice.basis in _SPEAKERS and voice.particular and not relays:
                voices.setdefault(voice.key, voice)
        quoted[place] = list(voices.values())
    return quoted


def _both(quoted: list[list[Spoken]]) -> Iterator[Quoting]:
    """Yield reports that name one voice, each with the few before it whose voice is alike."""
    latest: dict[str, list[tuple[int, Spoken]]] = defaultdict(list)
    for later, voices in enumerate(quoted):
        for voice in voices:
            words = sorted(name_stems(voice.name))
            before = {
                (place, other.key): other
                for word in words
                for place, other in latest[word][-NEAREST:]
                if place != later
            }
            for (earlier, _), other in sorted(before.items()):
                if voice.same(other):
                    yield later, earlier, other, True
            for word in words:
                latest[word].append((later, voice))


def _alone(quoted: list[list[Spoken]], alike: Candidates) -> Iterator[Quoting]:
    """Yield reports that tell the same, where one names an office that the other does not."""
    some = np.array(list(map(bool, quoted)), np.bool_)
    told = some[alike.children] | some[alike.parents]
    pairs = zip(alike.children[told].tolist(), alike.parents[told].tolist(), strict=True)
    for later, earlier in pairs:
        one, other = quoted[later], quoted[earlier]
        if len(one) < 2 and len(other) < 2 and one != other:
            voice = (other or one)[0]
            if voice.basis is Basis.OFFICIAL:
                yield later, earlier, voice, False


def statements(ground: Ground, alike: Candidates, models: Mapping[int, int]) -> list[Unseen]:
    """Return the reports that share one statement of a voice with a report of another source.

    Either both name the voice, or one does and the other, naming none or naming it in
    another way, tells the same. `alike` are the pairs of reports that share word pairs;
    `models` gives for each copy what it was made from, whose word it is no second time.
    """
    quoted, sources = _quoted(ground), ground.shelf.sources
    echoes = {
        copy
        for copy, model in models.items()
        if all(any(said.same(own) for own in quoted[model]) for said in quoted[copy])
    }
    pairs = [
        pair
        for pair in [*_both(quoted), *_alone(quoted, alike)]
        if sources[pair[0]] != sources[pair[1]] and ground.shelf.gap(*pair[:2]) <= WITHIN
    ]
    ones = np.array([pair[0] for pair in pairs], np.int64)
    others = np.array([pair[1] for pair in pairs], np.int64)
    shared = shared_bits(ground.known, ones, others)
    found: dict[tuple[int, str], Unseen] = {}
    for (one, other, voice, both), same in zip(pairs, shared, strict=True):
        if same < max(SHARED, _least(ground, quoted, (one, other), both)):
            continue
        bits = round(float(np.log2(1 + same)), 2)
        for child, partner in ((one, other), (other, one)):
            named = next((said for said in quoted[child] if said.same(voice)), None)
            if partner in echoes or (child in echoes and named is None):
                continue
            old = found.get((child, voice.key))
            if old is None or bits > old.bits:
                found[child, voice.key] = _made(ground, child, partner, voice, named, bits)
    return [found[key] for key in sorted(found)]


def _least(
    ground: Ground, quoted: list[list[Spoken]], pair: tuple[int, int], both: bool
) -> float:
    """Return the bits that two reports must share.

    Who names nobody tells what the office said only if that is half of what it tells: a long
    report that has one figure of the office in it knew the rest from elsewhere.
    """
    silent = [place for place in pair if not quoted[place]]
    held = ground.known.total[silent or list(pair)].min()
    return float(held) * (PART if both else ALONE)


def _made(
    ground: Ground, child: int, partner: int, voice: Spoken, named: Spoken | None, bits: float
) -> Unseen:
    source = ground.documents[partner].source
    because = (
        f"quotes {voice.name}, as {source} does"
        if named
        else f"tells what {source} has from {voice.name}"
    )
    signs = named.signs if named else ()
    return Unseen(child, voice.name, How.SAME_STATEMENT, bits, signs, because)
