"""Pack trained weights: python training/reader/pack.py --base FILE --run DIR --out FILE.

DIR is what train.py wrote. With `--data DIR` the thresholds are chosen on documents held out
of training; without it those of `--thresholds` are packed.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import msgspec
import torch
from base import END, START, UNKNOWN, Base
from corpus import records, split
from graph import Known, first_look, second_look

from reportedly.extract.reader.package import Package
from reportedly.extract.reader.reading import Reader

Triple = tuple[frozenset[int], frozenset[int], frozenset[int]]


def numbers(base: Base, run: Path) -> Known:
    """Return the trained numbers."""
    size = base.shape["hidden"]
    state = torch.load(run / "state.pt", map_location="cpu")["net"]
    known = {name: tensor.numpy() for name, tensor in state.items()}
    places = base.tensor("emb.pos", -1, size) + base.tensor("emb.type", -1, size)[0]
    return known | {"places": places}


def package(base: Base, run: Path, thresholds: dict[str, float]) -> Package:
    """Return everything the reader needs."""
    rows = json.loads((run / "rows.json").read_text())
    known, heads = numbers(base, run), base.shape["heads"]
    blocks = base.blocks("emb.word").reshape(-1, base.shape["hidden"] // 32, 18)[rows]
    return Package(
        pieces=tuple(base.pieces[row] for row in rows),
        scores=base.scores[rows].astype("<f4").tobytes(),
        normal=dict(sorted(base.normal.items())),
        unknown=UNKNOWN,
        start=START,
        end=END,
        first=first_look(known, blocks, heads),
        again=second_look(known, heads),
        thresholds=thresholds,
    )


def held_out(data: Path) -> list[dict[str, Any]]:
    """Return the documents that training left out."""
    large = split(records(data / "polnear/train.jsonl"), 0.03)[1]
    return large + split(records(data / "attribution-train/train.jsonl"), 0.05)[1]


def agreement(reader: Reader, documents: list[dict[str, Any]]) -> float:
    """Return the F1 of relations whose three parts each overlap by half or more (Dice)."""
    right = given = wanted = 0
    for document in documents:
        gold = [_triple(a["source"], a["cue"], a["content"]) for a in document["attributions"]]
        read = [_triple(f.source, f.cue, f.content) for f in reader.relations(document["text"])]
        right += sum(any(_alike(one, other) for other in read) for one in gold)
        given += len(read)
        wanted += len(gold)
    return 2 * right / max(1, given + wanted)


def _triple(*parts: Any) -> Triple:
    sets = [frozenset(k for start, end in part for k in range(start, end)) for part in parts]
    return sets[0], sets[1], sets[2]


def _alike(one: Triple, other: Triple) -> bool:
    return all(
        (not a and not b) or 2 * len(a & b) >= 0.5 * (len(a) + len(b)) > 0
        for a, b in zip(one, other, strict=True)
    )


def choose(packed: Package, documents: list[dict[str, Any]]) -> dict[str, float]:
    """Return the thresholds that agree best, one parameter changed at a time."""
    best = dict(packed.thresholds)
    top = agreement(Reader(packed), documents)
    grid = {"cue": (-1.5, -0.75, 0.5), "holds": (0.1, 0.3, 0.5), "change": (0.0, 1.5, 3.0)}
    for name, values in grid.items():
        for tried in [best | {name: value} for value in values]:
            now = agreement(
                Reader(msgspec.structs.replace(packed, thresholds=tried)), documents
            )
            print(f"{tried} {now:.4f}", flush=True)
            if now > top:
                top, best = now, tried
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path)
    parser.add_argument(
        "--thresholds", type=json.loads, default={"cue": 0.0, "holds": 0.2, "change": 0.5}
    )
    args = parser.parse_args()
    packed = package(Base(args.base), args.run, args.thresholds)
    if args.data:
        chosen = choose(packed, held_out(args.data))
        packed = msgspec.structs.replace(packed, thresholds=chosen)
    args.out.write_bytes(msgspec.msgpack.encode(packed))
    print(f"{args.out.stat().st_size / 1e6:.1f} MB", packed.thresholds)


if __name__ == "__main__":
    main()
