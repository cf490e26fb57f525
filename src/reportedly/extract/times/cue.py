"""An expression of time, before any day is known."""

from typing import NamedTuple


class Cue(NamedTuple):
    """One expression: the pieces that are set, standing at words `first` up to `last`."""

    first: int
    last: int
    day: int | None = None  # days from publication
    weekday: int | None = None  # Monday 0
    date: tuple[int | None, int | None, int | None] | None = None  # year, month, day
    hours: tuple[int, int] | None = None  # of that day, to more than 24 where it runs on
    clock: tuple[int, int] | None = None  # minutes of the day, from and to
    ago: int | None = None  # minutes
    night_to: bool = False  # the night that ends on the day named
    earlier: bool = False
    zone: str | None = None
