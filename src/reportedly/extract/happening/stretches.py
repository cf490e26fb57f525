"""Stretches of a text found by where they lie, however many there are."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
SHELF = 512  # characters of a text that are filed together


class Stretches(Generic[T]):
    """What is filed under stretches of a text, each found by the place it covers.

    >>> filed = Stretches([(0, 10, "a"), (5, 2000, "b")])
    >>> list(filed.over(7, 9)), list(filed.over(900, 901)), list(filed.holding(6, 12))
    (['a', 'b'], ['b'], ['b'])
    """

    def __init__(self, told: Iterable[tuple[int, int, T]]) -> None:
        self._shelves: dict[int, list[tuple[int, int, T]]] = {}
        for start, end, what in told:
            for shelf in range(start // SHELF, (max(start, end - 1)) // SHELF + 1):
                self._shelves.setdefault(shelf, []).append((start, end, what))

    def over(self, start: int, end: int) -> Iterator[T]:
        """Yield what lies over a part of `start` up to `end`; what is long comes repeatedly."""
        for shelf in range(start // SHELF, (max(start, end - 1)) // SHELF + 1):
            for first, last, what in self._shelves.get(shelf, ()):
                if first < end and start < last:
                    yield what

    def holding(self, start: int, end: int) -> Iterator[T]:
        """Yield what covers all of `start` up to `end`, in the order it was filed."""
        for first, last, what in self._shelves.get(start // SHELF, ()):
            if first <= start and end <= last:
                yield what
