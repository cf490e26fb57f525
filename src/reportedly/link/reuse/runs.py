"""Runs of equal values in sorted arrays."""

from typing import Any

import numpy as np
import numpy.typing as npt


def new_runs(*columns: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Tell for each row of equally long columns whether it differs from the row before.

    >>> new_runs(np.array([1, 1, 2])).tolist()
    [True, False, True]
    """
    first = np.ones(len(columns[0]), bool)
    if len(first) > 1:
        first[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return first
