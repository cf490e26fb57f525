"""Runs of equal values in sorted arrays; long work in blocks."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

BLOCK = 1 << 16  # words gone through at a time: what stays in a processor's cache


def new_runs(*columns: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Tell for each row of equally long columns whether it differs from the row before.

    >>> new_runs(np.array([1, 1, 2])).tolist()
    [True, False, True]
    """
    first = np.ones(len(columns[0]), bool)
    if len(first) > 1:
        first[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return first


def blocks(sizes: npt.NDArray[np.int64], most: int = BLOCK) -> Iterator[tuple[int, int]]:
    """Yield first and last + 1 of what to go through together: about `most` words."""
    upto = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        before = int(upto[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(upto, before + most)))
        yield first, last
        first = last
