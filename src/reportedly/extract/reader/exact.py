"""Products of matrices that come out the same on any machine, thread or batch.

Both factors are rounded to whole numbers small enough that every partial sum stays below
2**24, where float32 holds whole numbers without error: the order of summing cannot matter.
"""

from typing import NamedTuple

import numpy as np

from .weights import Array, Matrix

_EXACT = 1 << 24
_FINEST = 4095  # levels to either side; finer gains nothing
_PRODUCT = 700  # levels of both factors where 32 products are summed: 32 * 700**2 < 2**24
_SHARES = 4096  # levels of a share of attention
_MIXED = 2000  # levels of what is shared out: 4096 * 2000 and the rounding stay below 2**24


class Linear(NamedTuple):
    """A matrix of whole numbers `(out, in)`, the step of each row, an offset, the levels."""

    whole: Array
    step: Array
    bias: Array
    levels: float

    def __call__(self, x: Array) -> Array:
        """Return `x` `(rows, in)` through the matrix, `(rows, out)`."""
        rounded, step = _rounded(x, self.levels)
        result: Array = rounded @ self.whole.T
        result *= step
        result *= self.step
        result += self.bias
        return result


def linear(matrix: Matrix, bias: Array) -> Linear:
    """Return a matrix ready to multiply, with as many levels as stay exact."""
    whole = matrix.whole
    largest = float(np.abs(whole).sum(1).max())
    levels = min(_FINEST, int(_EXACT / max(1.0, largest)) - 1)
    return Linear(whole, matrix.step, bias, float(levels))


def attended(q: Array, k: Array, v: Array) -> Array:
    """Return attention of `(heads, pieces, 32)` queries to keys, mixing the values."""
    whole_q, step_q = _rounded(q, _PRODUCT)
    whole_k, step_k = _rounded(k, _PRODUCT)
    met = whole_q @ whole_k.transpose(0, 2, 1)
    met *= step_q
    met *= step_k.transpose(0, 2, 1)
    met -= met.max(-1, keepdims=True)
    np.exp(met, out=met)
    met *= _SHARES / met.sum(-1, keepdims=True)
    np.rint(met, out=met)
    step_v = np.maximum(np.abs(v).max(1, keepdims=True), 1e-9) / _MIXED
    mixed: Array = met @ np.rint(v / step_v)
    mixed *= step_v / _SHARES
    return mixed


def _rounded(x: Array, levels: float) -> tuple[Array, Array]:
    step = np.maximum(np.abs(x).max(-1, keepdims=True), 1e-9) / np.float32(levels)
    whole = x / step
    np.rint(whole, out=whole)
    return whole, step
