import numpy as np
import pytest

from reportedly.extract.reader.encoder import Encoder, reaches

from .tiny import HIDDEN, package

IDS = [0, 5, 6, 9, 10, 2]


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, 11), (3, 9), (4, 8), (5, 0), (6, 0), (7, 1), (8, 2), (9, 3), (11, 4), (39, 7)],
)
def test_distance_from_the_cue_is_told_by_side_and_size(place: int, expected: int) -> None:
    assert reaches(40, 5, 7)[place] == expected


def test_a_window_reads_the_same_in_any_company() -> None:
    encoder = Encoder(package())
    (alone,) = encoder.shared([IDS])
    _, among, _ = encoder.shared([[0, 7, 2], IDS, [4] * 90])
    assert alone.shape == (len(IDS), HIDDEN)
    assert (alone == among).all()
    (again,) = encoder.about([alone], [(1, 3)])
    _, with_others = encoder.about([alone, alone], [(2, 4), (1, 3)])
    assert (again == with_others).all()


def test_the_cue_changes_what_is_read_round_it() -> None:
    encoder = Encoder(package())
    (states,) = encoder.shared([IDS])
    one, other = encoder.about([states, states], [(1, 2), (3, 4)])
    assert np.abs(one - other).max() > 0.01


def test_a_head_takes_rows_or_one_row() -> None:
    encoder = Encoder(package())
    (states,) = encoder.shared([IDS])
    assert encoder.head("cue", states).shape == (len(IDS), 3)
    assert (encoder.head("cue", states[2]) == encoder.head("cue", states)[2]).all()
