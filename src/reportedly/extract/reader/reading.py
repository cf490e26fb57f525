"""Read relations: find the cues of a window, then read it again round each of them."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.model import Basis, Stance

from .decode import alike, best_path, by_word, cue_runs, runs, trimmed, words
from .encoder import Array, Encoder, Round
from .package import Package, decoded
from .pieces import Pieces, Range
from .windows import Window, windows

LANGUAGES = frozenset({"en", "ru", "uk"})
_SOURCE, _CONTENT = 1, 2
_DOUBT = float(np.log(0.65))  # above it a piece is no cue
_SHY = 1.0  # what a source is raised by where none is likelier than no source
_KEPT = 4096  # windows remembered: copied text is read once
_BASES, _STANCES = tuple(Basis), tuple(Stance)


class Found(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A relation read in a text; ranges are `(start, end)` in code points of the text."""

    source: tuple[Range, ...]  # empty where nobody is named
    cue: tuple[Range, ...]
    content: tuple[Range, ...]  # several where the quote is interrupted
    stance: Stance
    basis: Basis
    score: float  # 0..1: how sure the reader is that the cue reports anything

    def moved(self, by: int) -> "Found":
        """Return the relation with all ranges `by` characters further on."""
        source, cue, content = (
            tuple((start + by, end + by) for start, end in ranges)
            for ranges in (self.source, self.cue, self.content)
        )
        return msgspec.structs.replace(self, source=source, cue=cue, content=content)


class Looked(NamedTuple):
    """What the reader finds by itself, and what it makes of cues it was asked about."""

    found: tuple[Found, ...]
    asked: tuple[Found | None, ...]  # None: nothing is said there, or it was never in a window


class Seen(msgspec.Struct, frozen=True):
    """A window by itself: its characters, pieces and words (as ranges of pieces)."""

    text: str
    window: Window
    units: tuple[Range, ...]
    bounds: npt.NDArray[np.int64]  # the same, to count with


class Reader:
    """A trained network with what it takes to feed and to decode it; threads may share it."""

    def __init__(self, package: Package) -> None:
        scores = np.frombuffer(package.scores, "<f4").tolist()
        self._pieces = Pieces(package.pieces, scores, package.normal, package.unknown)
        self._start, self._end = package.start, package.end
        self._encoder = Encoder(package)
        self._levels = package.thresholds
        self._known = lru_cache(_KEPT)(self._read)

    def relations(self, text: str) -> tuple[Found, ...]:
        """Return who is said to have said what in `text`, in order."""
        return self.look(text).found

    def look(self, text: str, cues: Sequence[Range] = ()) -> Looked:
        """Return the relations of `text` and an opinion on each of `cues`, ranges of `text`.

        An opinion is the relation with that cue, however little the reader believes in it.
        """
        found: list[Found] = []
        asked: list[Found | None] = [None] * len(cues)
        for window in windows(text, self._pieces, self._end):
            start, end = window.ranges[0][0], window.ranges[-1][1]
            ranges = tuple((first - start, last - start) for first, last in window.ranges)
            inside = [n for n, cue in enumerate(cues) if start <= cue[0] < end]
            own = tuple((cues[n][0] - start, cues[n][1] - start) for n in inside)
            here = self._known(text[start:end], Window(window.ids, ranges), own)
            found += [relation.moved(start) for relation in here.found]
            for number, opinion in zip(inside, here.asked, strict=True):
                asked[number] = opinion and opinion.moved(start)
        return Looked(tuple(found), tuple(asked))

    def _read(self, text: str, window: Window, cues: tuple[Range, ...]) -> Looked:
        """Return what is read in a window by itself; the start mark is before its pieces."""
        units = tuple(words(text, window))
        one = Seen(text, window, units, np.array(units))
        states, shares = self._encoder.first([self._start, *window.ids, self._end])
        likely = (
            (one.units[first][0] + 1, one.units[last - 1][1] + 1)
            for first, last in cue_runs(one.units, shares[1:-1], self._levels["cue"])
        )
        # A cue may reach over doubtful words, but has one that may well be a cue.
        own = [cue for cue in likely if shares[slice(*cue), 0].min() <= _DOUBT]
        asked = [_pieces_of(window, cue) for cue in cues]
        runs = list(dict.fromkeys([*own, *(cue for cue in asked if cue)]))
        again = dict(zip(runs, self._encoder.again(states, runs), strict=True))
        found = [
            self._relation(one, again[cue], cue)
            for cue in own
            if again[cue].holds >= self._levels["holds"]
        ]
        return Looked(
            _once([relation for relation in found if relation]),
            tuple(cue and self._relation(one, again[cue], cue) for cue in asked),
        )

    def _relation(self, one: Seen, again: Round, cue: Range) -> Found | None:
        source, content, pieces = self._roles(one, again.roles, cue)
        whole = (one.window.ranges[cue[0] - 1][0], one.window.ranges[cue[1] - 2][1])
        if not content or whole[0] == whole[1]:  # a line break is no cue
            return None
        kinds = again.at_cue + (again.at_piece[slice(*pieces)].mean(0) if pieces else 0)
        bare = trimmed(one.text, *whole)
        return Found(
            source=source,
            cue=(bare if bare[0] < bare[1] else whole,),  # a dash or colon may be the cue
            content=content,
            stance=_STANCES[int(kinds[len(_BASES) :].argmax())],
            basis=_BASES[int(kinds[: len(_BASES)].argmax())],
            score=round(again.holds, 2),
        )

    def _roles(
        self, one: Seen, shares: Array, cue: Range
    ) -> tuple[tuple[Range, ...], tuple[Range, ...], Range | None]:
        """Return source, content, and the pieces of the source counted with the start mark."""
        scores = shares.copy()
        scores[slice(*cue), 1:] -= 20  # a cue is neither its own source nor its content
        sources, content = self._runs(one, scores)
        if content and not sources:
            scores[:, _SOURCE] += _SHY
            sources, _ = self._runs(one, scores)
        if not sources:
            return (), content, None
        _, source, pieces = max(sources)
        return (source,), content, pieces

    def _runs(
        self, one: Seen, scores: Array
    ) -> tuple[list[tuple[float, Range, Range]], tuple[Range, ...]]:
        """Return the sources that scores tell, with their gain and pieces, and the content."""
        path = best_path(by_word(one.bounds, scores[1:-1]), self._levels["change"])
        sources: list[tuple[float, Range, Range]] = []
        content: list[Range] = []
        for role, first, last in runs(path):
            low, high = one.units[first][0], one.units[last - 1][1]
            ranges = one.window.ranges
            start, end = trimmed(one.text, ranges[low][0], ranges[high - 1][1])
            if start < end and role == _CONTENT:
                content.append((start, end))
            elif start < end:
                gain = scores[low + 1 : high + 1, _SOURCE] - scores[low + 1 : high + 1, 0]
                sources.append((float(gain.max()), (start, end), (low + 1, high + 1)))
        return sources, tuple(content)


def _pieces_of(window: Window, cue: Range) -> Range | None:
    """Return the pieces a cue touches, counted with the start mark."""
    touched = [k for k, (a, b) in enumerate(window.ranges) if a < cue[1] and cue[0] < b]
    return (touched[0] + 1, touched[-1] + 2) if touched else None


def _once(found: list[Found]) -> tuple[Found, ...]:
    """Keep the surest of relations that give the same voice the same words."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-f.score, f.cue)):
        if not any(alike(one.source, k.source) and alike(one.content, k.content) for k in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda f: f.cue))


def relations(text: str, lang: str) -> tuple[Found, ...]:
    """Return who is said to have said what in `text`, in order of the cues.

    A relation never leaves its paragraph. A language other than en, ru, uk gives nothing.
    """
    return _reader().relations(text) if lang in LANGUAGES else ()


def look(text: str, lang: str, cues: Sequence[Range]) -> Looked:
    """Return the relations of `text`, and for each of `cues` the relation it would have."""
    if lang not in LANGUAGES:
        return Looked((), (None,) * len(cues))
    return _reader().look(text, cues)


@cache
def _reader() -> Reader:
    return Reader(decoded((files(__package__) / "reader.msgpack").read_bytes()))
