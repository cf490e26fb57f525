import numpy as np
import pytest

from reportedly.extract.reader.exact import attended, linear
from reportedly.extract.reader.weights import Array

from .tiny import matrix

CHANCE = np.random.default_rng(3)


def plain(q: Array, k: Array, v: Array) -> Array:
    met = np.exp(q @ k.transpose(0, 2, 1))
    result: Array = met / met.sum(-1, keepdims=True) @ v
    return result


def test_a_product_is_near_the_true_one() -> None:
    made = matrix(CHANCE, 40, 64)
    x = CHANCE.standard_normal((9, 64), dtype="f")
    bias = np.ones(40, np.float32)
    true = x @ (made.whole * made.step[:, None]).T + bias
    assert np.abs(linear(made, bias)(x) - true).max() < 0.005


@pytest.mark.parametrize("rows", [1, 7, 33, 250])
def test_a_row_comes_out_the_same_to_the_bit_in_any_company(rows: int) -> None:
    through = linear(matrix(CHANCE, 1536, 384), np.zeros(1536, np.float32))
    x = CHANCE.standard_normal((300, 384), dtype="f") * 7
    assert (through(x[40 : 40 + rows]) == through(x)[40 : 40 + rows]).all()


def test_no_partial_sum_leaves_what_float32_holds_exactly() -> None:
    made = matrix(CHANCE, 64, 1536)
    through = linear(made, np.zeros(64, np.float32))
    assert through.levels * np.abs(made.whole).sum(1).max() < 1 << 24
    assert through.levels > 100


def test_attention_is_near_the_true_one() -> None:
    q, k, v = (CHANCE.standard_normal((2, 30, 32), dtype="f") for _ in range(3))
    assert np.abs(attended(q / 5, k, v) - plain(q / 5, k, v)).max() < 0.01


def test_all_zeros_stay_zeros() -> None:
    none = np.zeros((2, 4, 32), np.float32)
    assert not attended(none, none, none).any()
    through = linear(matrix(CHANCE, 4, 64), np.zeros(4, np.float32))
    assert not through(np.zeros((2, 64), np.float32)).any()
