"""Read relations: find the cues of a window, then read it again round each of them."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np

from reportedly.model import Basis, Stance

from .decode import alike, best_path, by_word, cue_runs, log_shares, runs, trimmed, words
from .encoder import Encoder
from .pieces import Pieces, Range
from .weights import Array, Package, decoded
from .windows import Window, windows

LANGUAGES = frozenset({"en", "ru", "uk"})
_SOURCE, _CONTENT = 1, 2
_KEPT = 4096  # windows remembered: copied text is read once
_TOGETHER = 512  # pieces computed at once
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


class Seen(msgspec.Struct, frozen=True):
    """A window by itself: its characters, pieces and words (as ranges of pieces)."""

    text: str
    window: Window
    units: tuple[Range, ...]


class Reader:
    """A trained network with what it takes to feed and to decode it."""

    def __init__(self, package: Package) -> None:
        scores = np.frombuffer(package.scores, "<f4").tolist()
        self._pieces = Pieces(package.pieces, scores, package.normal, package.unknown)
        self._start, self._end = package.start, package.end
        self._encoder = Encoder(package)
        self._levels = package.thresholds
        self._known: dict[tuple[str, tuple[int, ...]], tuple[Found, ...]] = {}

    def relations(self, text: str) -> tuple[Found, ...]:
        """Return who is said to have said what in `text`, in order."""
        found: list[Found] = []
        for group in _groups(windows(text, self._pieces, self._end)):
            alone = [_alone(text, window) for window in group]
            new = {(s.text, s.window.ids): s for s in alone}
            new = {key: s for key, s in new.items() if key not in self._known}
            read = dict(zip(new, self._read(list(new.values())), strict=True))
            for one, window in zip(alone, group, strict=True):
                key = (one.text, one.window.ids)
                here = read[key] if key in read else self._known[key]
                found += [relation.moved(window.ranges[0][0]) for relation in here]
            self._keep(read)
        return tuple(found)

    def _keep(self, read: dict[tuple[str, tuple[int, ...]], tuple[Found, ...]]) -> None:
        self._known |= read
        while len(self._known) > _KEPT:
            self._known.pop(next(iter(self._known)), None)

    def _read(self, seen: Sequence[Seen]) -> list[tuple[Found, ...]]:
        if not seen:
            return []
        fed = [[self._start, *one.window.ids, self._end] for one in seen]
        states = self._encoder.shared(fed)
        asked = [
            (number, (one.units[first][0] + 1, one.units[last - 1][1] + 1))
            for number, one in enumerate(seen)
            for first, last in self._cues(one, states[number])
        ]  # the start mark stands before the first piece
        found: list[list[Found]] = [[] for _ in seen]
        for at in range(0, len(asked), 8):
            some = asked[at : at + 8]
            again = self._encoder.about([states[n] for n, _ in some], [cue for _, cue in some])
            for (number, cue), result in zip(some, again, strict=True):
                relation = self._relation(seen[number], result, cue)
                if relation:
                    found[number].append(relation)
        return [_once(relations) for relations in found]

    def _cues(self, one: Seen, states: Array) -> list[Range]:
        shares = log_shares(self._encoder.head("cue", states))[1:-1]
        return cue_runs(one.units, shares, self._levels["cue"])

    def _relation(self, one: Seen, again: Array, cue: Range) -> Found | None:
        at_cue = again[slice(*cue)].mean(0)
        score = float(1 / (1 + np.exp(-self._encoder.head("holds", at_cue)[0])))
        if score < self._levels["holds"]:
            return None
        source, content, pieces = self._roles(one, again, cue)
        whole = (one.window.ranges[cue[0] - 1][0], one.window.ranges[cue[1] - 2][1])
        if not content or whole[0] == whole[1]:  # a line break is no cue
            return None
        at_source = again[slice(*pieces)].mean(0) if pieces else np.zeros_like(at_cue)
        pair = np.concatenate([at_cue, at_source])
        bare = trimmed(one.text, *whole)
        return Found(
            source=source,
            cue=(bare if bare[0] < bare[1] else whole,),  # a dash or colon may be the cue
            content=content,
            stance=_STANCES[int(self._encoder.head("stance", pair).argmax())],
            basis=_BASES[int(self._encoder.head("basis", pair).argmax())],
            score=round(score, 2),
        )

    def _roles(
        self, one: Seen, again: Array, cue: Range
    ) -> tuple[tuple[Range, ...], tuple[Range, ...], Range | None]:
        """Return source, content, and the pieces of the source counted with the start mark."""
        scores = log_shares(self._encoder.head("role", again))
        scores[slice(*cue), 1:] -= 20  # a cue is neither its own source nor its content
        path = best_path(by_word(one.units, scores[1:-1]), self._levels["change"])
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
        if not sources:
            return (), tuple(content), None
        _, source, pieces = max(sources)
        return (source,), tuple(content), pieces


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


@cache
def _reader() -> Reader:
    return Reader(decoded((files(__package__) / "reader.msgpack").read_bytes()))


def _alone(text: str, window: Window) -> Seen:
    start = window.ranges[0][0]
    part = text[start : window.ranges[-1][1]]
    ranges = tuple((first - start, last - start) for first, last in window.ranges)
    moved = Window(window.ids, ranges)
    return Seen(part, moved, tuple(words(part, moved)))


def _groups(given: Iterator[Window]) -> Iterator[list[Window]]:
    held: list[Window] = []
    size = 0
    for window in given:
        held.append(window)
        size += len(window.ids)
        if size >= _TOGETHER:
            yield held
            held, size = [], 0
    if held:
        yield held
