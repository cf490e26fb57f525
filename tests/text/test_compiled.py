import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.text.compiled import Loop, loop, numbers, proven, spans
from reportedly.text.shingles import mixed


@loop
def _sum(numbers):
    total = numbers[0]
    for at in range(1, len(numbers)):
        total = mixed(total ^ numbers[at])
    return total


@settings(deadline=None)  # the first time compiles
@given(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=9))
def test_a_loop_gives_the_same_in_either_way(numbers):
    row = np.array(numbers, np.uint64)
    assert _sum.interpreted(row) == _sum.machine()(row)


def test_much_work_is_done_by_machine_code(monkeypatch):
    monkeypatch.setattr(Loop, "steps", 0)
    assert _sum.over(9) == _sum.interpreted
    assert _sum.over(1 << 20) is _sum.machine()


def test_machine_code_that_cannot_be_kept_is_made_anew(monkeypatch):
    numba = pytest.importorskip("numba")
    made = numba.njit

    def refusing(function, cache=False, **options):
        if cache:
            raise RuntimeError("no locator available")
        return made(function, **options)

    monkeypatch.setattr(numba, "njit", refusing)
    assert loop(_sum.kernel).machine()(np.array([7], np.uint64)) == 7


@loop
def _beyond(numbers):
    return numbers[len(numbers)]


def test_a_step_beyond_an_array_is_refused_in_either_way():
    row = np.array([7], np.uint64)
    for way in (_beyond.interpreted, _beyond.machine()):
        with pytest.raises(IndexError):
            way(row)


def test_a_proven_loop_is_another_than_a_checked_one():
    names = [one.machine().py_func.__qualname__ for one in (proven(_sum.kernel), _sum)]
    assert len(set(names)) == 2  # kept machine code goes by the name


@pytest.mark.parametrize("edge", [[], [1, 2], [0, 2, 1], [0, -1, 2], [0, 4]])
def test_edges_that_do_not_fit_are_refused(edge):
    spans(np.array([0, 2, 2, 3]), b"abc", range(4))
    with pytest.raises(IndexError, match="edges"):
        spans(np.array(edge, np.int64), b"abc", range(4))


@pytest.mark.parametrize("column", [[-1], [0, 3]])
def test_numbers_beyond_the_last_are_refused(column):
    numbers(3, np.array([2, 0]), np.zeros(0, np.int64))
    with pytest.raises(IndexError, match="none of 3"):
        numbers(3, np.array([1]), np.array(column))
