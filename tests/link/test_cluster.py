"""Groups of a sparse graph: what joins two crowds, and what keeps them apart."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.incidents.cluster import agglomerate

Table = dict[tuple[int, int], float]


def grouped(size: int, scores: Table, threshold: float = 0.0) -> list[tuple[int, ...]]:
    def score(one: int, other: int) -> float:
        return scores.get((min(one, other), max(one, other)), -12.0)

    return agglomerate(size, sorted(scores), score, threshold)


def filled(size: int, other: float, **told: float) -> Table:
    """Return scores of all pairs: `other`, but where told, as p01=3.0."""
    given = {(int(name[1]), int(name[2])): bits for name, bits in told.items()}
    return {pair: given.get(pair, other) for pair in combinations(range(size), 2)}


@pytest.mark.parametrize(
    ("size", "scores", "expected"),
    [
        (2, filled(2, 1.0), [(0, 1)]),
        (2, filled(2, -1.0), [(0,), (1,)]),
        # One strong link chains no two crowds.
        (4, filled(4, -3.0, p01=6.0, p23=6.0, p12=5.0), [(0, 1), (2, 3)]),
        # A crowd stays together though a third of its pairs share no word.
        (4, filled(4, -3.0, p01=6.0, p23=6.0, p02=2.0, p13=2.0), [(0, 1, 2, 3)]),
        # What speaks plainly against it counts among the few.
        (4, filled(4, -12.0, p01=6.0, p23=6.0, p02=2.0, p13=2.0), [(0, 1), (2, 3)]),
    ],
)
def test_better_scores_join_two_groups(
    size: int, scores: Table, expected: list[tuple[int, ...]]
) -> None:
    assert grouped(size, scores) == expected


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(-12, 12)))
def test_order_of_the_pairs_is_irrelevant_and_everybody_is_in_one_group(
    told: dict[tuple[int, int], float],
) -> None:
    scores = {pair: bits for pair, bits in told.items() if pair[0] < pair[1]}

    def score(one: int, other: int) -> float:
        return scores.get((min(one, other), max(one, other)), -12.0)

    shuffled = list(scores)
    random.Random(7).shuffle(shuffled)
    found = agglomerate(8, scores, score, 0.0)
    assert sorted(each for group in found for each in group) == list(range(8))
    assert agglomerate(8, shuffled, score, 0.0) == found
