"""Label texts with readers: pseudo.py --data DIR --out FILE --readers A.msgpack [B.msgpack].

What the readers think of every piece is kept as shares, averaged over them, for `train.py
--pseudo FILE`. FILE holds numbers of pieces, so it stays where the corpora are.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from corpus import Example, Relation
from unlabelled import annotated, fresh, texts

from reportedly.extract.reader.decode import cue_runs, words
from reportedly.extract.reader.encoder import Array, Encoder
from reportedly.extract.reader.package import Package, decoded
from reportedly.extract.reader.pieces import Pieces
from reportedly.extract.reader.windows import Window, windows

_CUE = -2.0  # a cue is looked at again from this log odds on: doubtful ones are to be refused
_STEPS = 255  # shares are kept as bytes


class Kept(msgspec.Struct, array_like=True):
    """A cue as a run of pieces, how far it holds, and the shares of roles as bytes."""

    start: int
    end: int
    holds: float
    roles: bytes


class Shares(msgspec.Struct, array_like=True):
    """A window with the shares of its cue labels as bytes, and the cues looked at again."""

    ids: tuple[int, ...]
    cues: bytes
    relations: list[Kept]


def label(encoders: Sequence[Encoder], package: Package, text: str, window: Window) -> Shares:
    """Return what the readers think of a window on the whole."""
    looks = [one.first([package.start, *window.ids, package.end]) for one in encoders]
    cues = _mean([shares for _, shares in looks])[1:-1]
    units = words(text, window)
    runs = [
        (units[first][0], units[last - 1][1])
        for first, last in cue_runs(units, np.log(cues), _CUE)
    ]
    counted = [(start + 1, end + 1) for start, end in runs]  # with the start mark
    rounds = [
        one.again(states, counted) for one, (states, _) in zip(encoders, looks, strict=True)
    ]
    relations = [
        Kept(
            *run,
            float(np.mean([one.holds for one in each])),
            _bytes(_mean([one.roles for one in each])[1:-1]),
        )
        for run, *each in zip(runs, *rounds, strict=True)
    ]
    return Shares(window.ids, _bytes(cues), relations)


def _mean(logs: Sequence[Array]) -> Array:
    return np.mean(np.exp(np.stack(logs)), 0, dtype=np.float32) + np.float32(1e-9)


def _bytes(shares: Array) -> bytes:
    return np.round(shares * _STEPS).astype(np.uint8).tobytes()


def _shares(kept: bytes) -> Array:
    counts = np.frombuffer(kept, np.uint8).reshape(-1, 3).astype(np.float32)
    return counts / counts.sum(1, keepdims=True)


def examples(path: Path) -> list[Example]:
    """Return the labelled windows of a file."""
    found = msgspec.msgpack.decode(path.read_bytes(), type=list[Shares])
    return [
        Example(
            Window(one.ids, ()),
            _shares(one.cues),
            [
                Relation(k.start, k.end, _shares(k.roles), k.holds, -1, -1)
                for k in one.relations
            ],
        )
        for one in found
    ]


def labelled(files: Sequence[Path], data: Path, limit: int) -> Iterator[Shares]:
    """Yield the windows of the unlabelled texts, up to `limit` words."""
    packages = [decoded(file.read_bytes()) for file in files]
    first = packages[0]
    assert all(one.pieces == first.pieces for one in packages), "readers cut texts differently"
    encoders = [Encoder(one) for one in packages]
    scores = np.frombuffer(first.scores, "<f4").tolist()
    pieces = Pieces(first.pieces, scores, first.normal, first.unknown)
    count = 0
    for text in fresh(texts(data), annotated(data)):
        if count >= limit:
            break
        count += len(text.split())
        for window in windows(text, pieces, first.end):
            yield label(encoders, first, text, window)
    print(count, "words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--readers", type=Path, nargs="+", required=True)
    parser.add_argument("--words", type=int, default=600_000)
    args = parser.parse_args()
    found = list(labelled(args.readers, args.data, args.words))
    args.out.write_bytes(msgspec.msgpack.encode(found))
    print(len(found), "windows", sum(len(one.relations) for one in found), "cues")


if __name__ == "__main__":
    main()
