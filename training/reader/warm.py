"""Packed weights as torch parameters: training goes on from a reader that is shipped."""

from pathlib import Path

import numpy as np
import torch

from reportedly.extract.reader.weights import decoded


def parameters(path: Path) -> dict[str, torch.Tensor]:
    """Return the parameters of `net.Net` that a packed reader holds."""
    package = decoded(path.read_bytes())
    found: dict[str, np.ndarray] = {}
    for name, matrix in package.matrices.items():
        values = matrix.whole * matrix.step[:, None]
        if name.endswith(".qkv"):  # the root of the head size was moved into the queries
            size = values.shape[1]
            values[:size] *= np.sqrt(size // package.heads)
        found[f"{name}.weight"] = values
    for name, raw in package.vectors.items():
        full = name if name.endswith(".bias") else f"{name}.weight"
        found[full] = np.frombuffer(raw, "<f4").copy()
    found.pop("places.weight")  # comes with the pretrained file
    return {name: torch.from_numpy(values) for name, values in found.items()}
