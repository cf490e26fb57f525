from concurrent.futures import ThreadPoolExecutor
from functools import cache

import numpy as np
import pytest

from reportedly.extract.reader.encoder import Array, Encoder, reaches

from .tiny import shipped

IDS = [0, 50, 600, 9000, 10, 777, 2]


@cache
def encoder() -> Encoder:
    return Encoder(shipped())


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, 11), (3, 9), (4, 8), (5, 0), (6, 0), (7, 1), (8, 2), (9, 3), (11, 4), (39, 7)],
)
def test_distance_from_the_cue_is_told_by_side_and_size(place: int, expected: int) -> None:
    assert reaches(40, 5, 7)[place] == expected


def test_every_piece_gets_a_state_and_shares_that_sum_to_one() -> None:
    states, cues = encoder().first(IDS)
    assert len(states) == len(cues) == len(IDS)
    assert np.exp(cues).sum(-1) == pytest.approx(np.ones(len(IDS)), abs=1e-5)


def test_the_same_window_gives_the_same_bits_from_any_thread() -> None:
    def look(size: int) -> tuple[int, Array, Array]:
        states, _ = encoder().first(IDS * size)
        return size, states, encoder().again(states, [(1, 3)])[0].roles

    alone = {size: (states, roles) for size, states, roles in map(look, range(1, 9))}
    with ThreadPoolExecutor(4) as pool:
        for size, states, roles in pool.map(look, [*range(1, 9)] * 5):
            assert (states == alone[size][0]).all()
            assert (roles == alone[size][1]).all()


def test_what_is_read_round_a_cue_hangs_on_that_cue() -> None:
    states, _ = encoder().first(IDS)
    one, other = encoder().again(states, [(1, 2), (3, 4)])
    assert np.abs(one.roles - other.roles).max() > 0.01


def test_any_number_of_cues_is_read() -> None:
    states, _ = encoder().first(IDS * 4)
    cues = [(k, k + 1) for k in range(1, 21)]
    found = encoder().again(states, cues)
    assert len(found) == len(cues)
    for cue, one in zip(cues, found, strict=True):
        (alone,) = encoder().again(states, [cue])
        assert np.abs(np.exp(one.roles) - np.exp(alone.roles)).max() < 0.2  # rounded together
    assert encoder().again(states, []) == []
