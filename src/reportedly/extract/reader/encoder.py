"""The network in plain numpy; what it gives for a window does not hang on the others."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .exact import Linear, attended, linear
from .pieces import Range
from .weights import Array, Package, unpacked

_STEPS = np.array([1, 2, 3, 5, 9, 17, 33])  # distances from the cue that are told apart
_EPSILON = 1e-12


def reaches(size: int, start: int, end: int) -> npt.NDArray[np.intp]:
    """Return how far each of `size` pieces is from the cue `start..end`, as a class.

    0 lies in the cue, 1..7 right of it, 8..14 left of it, each half open range further.
    """
    place = np.arange(size)
    left = np.searchsorted(_STEPS, np.maximum(start - place, 0), side="right")
    right = np.searchsorted(_STEPS, np.maximum(place - end + 1, 0), side="right")
    return np.where(left > 0, left + len(_STEPS), right)


class Encoder:
    """The trained layers. States of windows lie one after another, `(pieces, hidden)`."""

    def __init__(self, package: Package) -> None:
        self._vectors = {
            name: np.frombuffer(raw, "<f4").astype(np.float32)
            for name, raw in package.vectors.items()
        }
        self._linear: dict[str, Linear] = {
            name: linear(matrix, self._vectors[f"{name}.bias"])
            for name, matrix in package.matrices.items()
            if f"{name}.bias" in self._vectors
        }
        tables = {
            name: package.matrices[name].whole * package.matrices[name].step[:, None]
            for name in ("places", "reach")
        }
        self._places, self._reach = tables["places"], tables["reach"]
        self._words = np.frombuffer(package.words, np.uint8).reshape(
            len(package.pieces), -1, 18
        )
        self._heads = package.heads

    def shared(self, windows: Sequence[Sequence[int]]) -> list[Array]:
        """Return the states of each window's pieces after the layers that all cues share."""
        bounds = _bounds([len(ids) for ids in windows])
        x = unpacked(self._words[np.concatenate([np.asarray(ids) for ids in windows])])
        for start, end in bounds:
            x[start:end] += self._places[: end - start]
        x = self._through("shared", self._normed("norm", x), bounds)
        return [x[start:end] for start, end in bounds]

    def about(self, windows: Sequence[Array], cues: Sequence[Range]) -> list[Array]:
        """Return each window's states read again round its cue, pieces `start..end` of it."""
        bounds = _bounds([len(states) for states in windows])
        marked = [
            states
            + self._reach[reaches(len(states), *cue)]
            + self.head("cue_to_all", states[slice(*cue)].mean(0))
            for states, cue in zip(windows, cues, strict=True)
        ]
        x = self._through("round", self._normed("round_norm", np.concatenate(marked)), bounds)
        return [x[start:end] for start, end in bounds]

    def head(self, name: str, x: Array) -> Array:
        """Return `x`, rows or one row, through the last matrix called `name`."""
        return self._linear[name](np.atleast_2d(x)).reshape(*x.shape[:-1], -1)

    def _through(self, part: str, x: Array, bounds: Sequence[Range]) -> Array:
        number = 0
        while f"{part}.{number}.up" in self._linear:
            x = self._layer(f"{part}.{number}", x, bounds)
            number += 1
        return x

    def _layer(self, name: str, x: Array, bounds: Sequence[Range]) -> Array:
        size, hidden = x.shape
        qkv = self._linear[f"{name}.qkv"](x).reshape(size, 3, self._heads, -1)
        mixed = np.empty_like(x)
        for start, end in bounds:
            # The root of the head size is already in the queries.
            q, k, v = qkv[start:end].transpose(1, 2, 0, 3)
            mixed[start:end] = attended(q, k, v).transpose(1, 0, 2).reshape(-1, hidden)
        x = self._normed(f"{name}.mid_norm", x + self._linear[f"{name}.out"](mixed))
        inner = _gelu(self._linear[f"{name}.up"](x))
        return self._normed(f"{name}.end_norm", x + self._linear[f"{name}.down"](inner))

    def _normed(self, name: str, x: Array) -> Array:
        x -= x.mean(-1, keepdims=True)
        spread = np.einsum("ij,ij->i", x, x)[:, None] / np.float32(x.shape[1])
        x /= np.sqrt(spread + np.float32(_EPSILON))
        x *= self._vectors[name]
        x += self._vectors[f"{name}.bias"]
        return x


def _bounds(sizes: Sequence[int]) -> list[Range]:
    ends = np.cumsum(sizes).tolist()
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _gelu(x: Array) -> Array:
    inner = x * x
    inner *= np.float32(0.0356774081)
    inner += np.float32(0.7978845608)
    inner *= x
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= 0.5
    return inner
