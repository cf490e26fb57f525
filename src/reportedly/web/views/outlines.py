"""Countries, first-level divisions and towns, from the file in the package."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import accumulate

import msgspec

Point = tuple[float, float]  # degrees east, degrees north
Line = tuple[Point, ...]
Box = tuple[float, float, float, float]  # west, south, east, north


class _Topology(msgspec.Struct, frozen=True):
    arcs: list[list[int]]
    shapes: list[list[str | list[list[int]]]]  # names..., rings of arc numbers (~n: reversed)


class _File(msgspec.Struct, frozen=True):
    about: str
    scale: int
    countries: _Topology
    divisions: _Topology
    towns: list[tuple[str, str, float, float, int]]


class Shape(msgspec.Struct, frozen=True):
    """A country or division: its names, and its rings (holes among them: even-odd)."""

    names: tuple[str, ...]
    rings: tuple[Line, ...]
    boxes: tuple[Box, ...]


class Town(msgspec.Struct, frozen=True):
    """A town for orientation."""

    name: str
    country: str
    lat: float
    lon: float
    thousands: int


class Outlines(msgspec.Struct, frozen=True):
    """Everything the map can draw."""

    countries: tuple[Shape, ...]
    divisions: tuple[Shape, ...]
    borders: tuple[Line, ...]  # lines two countries share
    division_borders: tuple[Line, ...]
    towns: tuple[Town, ...]


def box(points: Line) -> Box:
    """Return the smallest west, south, east, north around `points`."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _arc(steps: list[int], scale: int) -> Line:
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((x / scale, y / scale) for x, y in zip(xs, ys, strict=True))


def _ring(numbers: list[int], arcs: list[Line]) -> Line:
    points: list[Point] = []
    for n in numbers:
        points += arcs[n] if n >= 0 else arcs[~n][::-1]
    return tuple(points)


def _shapes(topology: _Topology, arcs: list[Line]) -> Iterator[Shape]:
    for shape in topology.shapes:
        names = tuple(part for part in shape if isinstance(part, str))
        rings = tuple(
            _ring(n, arcs) for part in shape if not isinstance(part, str) for n in part
        )
        yield Shape(names, rings, tuple(map(box, rings)))


def _shared(topology: _Topology, arcs: list[Line]) -> tuple[Line, ...]:
    """Return the lines that belong to two different shapes: a land border, not a coast."""
    users = Counter(
        number
        for shape in topology.shapes
        for number in {
            n if n >= 0 else ~n
            for part in shape
            if not isinstance(part, str)
            for ring in part
            for n in ring
        }
    )
    return tuple(arcs[n] for n in sorted(users) if users[n] > 1)


@cache
def outlines() -> Outlines:
    """Return the outlines, read once."""
    raw = files("reportedly.web").joinpath("data", "outlines.json").read_bytes()
    file = msgspec.json.decode(raw, type=_File)
    world = [_arc(steps, file.scale) for steps in file.countries.arcs]
    parts = [_arc(steps, file.scale) for steps in file.divisions.arcs]
    return Outlines(
        countries=tuple(_shapes(file.countries, world)),
        divisions=tuple(_shapes(file.divisions, parts)),
        borders=_shared(file.countries, world),
        division_borders=_shared(file.divisions, parts),
        towns=tuple(Town(n, c, lat, lon, k) for n, c, lat, lon, k in file.towns),
    )
