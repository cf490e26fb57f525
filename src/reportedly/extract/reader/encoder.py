"""The network: a first look at a window, and a second one round each of its cues.

A window is computed by itself on one thread, so what is read in it hangs neither on the
others nor on their number, and neither do its bits.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from .package import Package
from .pieces import Range

Array = npt.NDArray[np.float32]

_STEPS = np.array([1, 2, 3, 5, 9, 17, 33])  # distances from the cue that are told apart
_TOGETHER = 8  # cues computed at once: bounds the memory of a window with many


class Round(NamedTuple):
    """What the second look tells of one cue."""

    roles: Array  # log shares of the roles of each piece
    holds: float  # how sure it is that the cue reports anything
    at_cue: Array  # what the cue says of basis and stance, classes side by side
    at_piece: Array  # and what each piece adds, were it the source


def reaches(size: int, start: int, end: int) -> npt.NDArray[np.int64]:
    """Return how far each of `size` pieces is from the cue `start..end`, as a class.

    0 lies in the cue, 1..7 right of it, 8..14 left of it, each half open range further.
    """
    place = np.arange(size)
    left = np.searchsorted(_STEPS, np.maximum(start - place, 0), side="right")
    right = np.searchsorted(_STEPS, np.maximum(place - end + 1, 0), side="right")
    return np.where(left > 0, left + len(_STEPS), right)


class Encoder:
    """The trained graphs, ready to run; safe to share between threads."""

    def __init__(self, package: Package) -> None:
        self._first, self._again = _session(package.first), _session(package.again)

    def first(self, ids: Sequence[int]) -> tuple[Array, Array]:
        """Return the states of a window's pieces and the log shares of their cue labels."""
        states, cues = self._first.run(["states", "cues"], {"ids": np.array(ids, np.int64)})
        return states, cues

    def again(self, states: Array, cues: Sequence[Range]) -> list[Round]:
        """Return what is read round each cue, the pieces `start..end` of the window."""
        found: list[Round] = []
        for at in range(0, len(cues), _TOGETHER):
            reach = np.stack([reaches(len(states), *cue) for cue in cues[at : at + _TOGETHER]])
            given = {"states": states, "reach": reach}
            results = self._again.run(["roles", "holds", "at_cue", "at_piece"], given)
            found += [
                Round(roles, float(holds), *kinds)
                for roles, holds, *kinds in zip(*results, strict=True)
            ]
        return found


def _session(graph: bytes) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Further fusing joins sums with a norm that is three times slower than the two apart.
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
