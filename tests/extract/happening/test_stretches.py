"""What lies over or around a place of a text, found without asking everything."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.happening.stretches import SHELF, Stretches

STRETCH = st.tuples(st.integers(0, 4 * SHELF), st.integers(0, 2 * SHELF)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@given(st.lists(STRETCH, max_size=30), STRETCH)
def test_same_as_asking_everything(
    filed: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    found = Stretches((*stretch, stretch) for stretch in filed)
    start, end = asked[0], asked[1] + 1
    assert set(found.over(start, end)) == {(a, b) for a, b in filed if a < end and start < b}
    assert list(found.holding(start, end)) == [
        (a, b) for a, b in filed if a <= start and end <= b
    ]
