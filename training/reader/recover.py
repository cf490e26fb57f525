"""Recover trained numbers from a packed reader: recover.py --packed FILE --out RUN/start.pt.

`train.py --start` goes on from them. Matrices come back as they were packed, in 7 bits.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from corpus import BASES
from graph import ACTIVE, KINDS
from onnx import numpy_helper

from reportedly.extract.reader.package import decoded


def constants(graph: bytes) -> dict[str, np.ndarray]:
    """Return the constants of a graph by their names."""
    held = onnx.load_from_string(graph).graph.initializer
    return {one.name: numpy_helper.to_array(one) for one in held}


def numbers(held: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the trained numbers of a graph by the names of net.py."""
    known = {}
    for name, values in held.items():
        bare, _, part = name.rpartition(".")
        if bare.startswith("kinds"):
            continue  # see below
        if part == "whole":
            by_row = bare.endswith(("down", "cue_to_all"))
            steps = held[f"{bare}.step"] * (ACTIVE if by_row else 1)
            share = held.get(f"{bare}.share", np.float32(1))
            known[f"{bare}.weight"] = values.T * steps[:, None] * share
        elif part == "head":
            known[f"{bare}.weight"] = values.T
        elif part in ("weight", "bias"):
            known[name] = values
    return known


def kinds(held: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the heads for basis and stance, which are packed side by side."""
    weight = np.concatenate([held["kinds.cue.head"], held["kinds.source.head"]]).T
    known = {}
    for name, classes in zip(
        KINDS, np.split(np.arange(len(weight)), [len(BASES)]), strict=True
    ):
        known[f"{name}.weight"] = weight[classes]
        known[f"{name}.bias"] = held["kinds.cue.bias"][classes]
    return known


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packed", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    package = decoded(args.packed.read_bytes())
    first, again = constants(package.first), constants(package.again)
    known = numbers(first) | numbers(again) | kinds(again)
    state = {name: torch.from_numpy(values.copy()).float() for name, values in known.items()}
    torch.save({"net": state}, args.out)


if __name__ == "__main__":
    main()
