"""Names on the map: where they fit without running over each other."""

from collections.abc import Iterator, Sequence

import msgspec

from .outlines import Box, Outlines, Point, Shape
from .projection import Window, clipped, overlap

TOWNS = 18
WIDE_LETTERS, NARROW_LETTERS = 10.5, 7.0  # drawing units a letter, about
REGIONS_BELOW = 1100.0  # kilometres across: only then are divisions named
CRIMEA = "UA-43"


class TownLabel(msgspec.Struct, frozen=True, kw_only=True):
    """A town for orientation."""

    x: float
    y: float
    name: str
    large: bool
    left: bool  # the name stands left of the dot


class AreaLabel(msgspec.Struct, frozen=True, kw_only=True):
    """The name of a country or a division, set within it."""

    x: float
    y: float
    name: str
    country: bool


def _inside(point: Point, ring: Sequence[Point]) -> bool:
    """Tell whether a point lies in a ring (even-odd)."""
    x, y = point
    hit = False
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            hit = not hit
    return hit


def _largest(shape: Shape, window: Window) -> list[Point]:
    """Return the largest drawn ring of a shape, in drawing units."""
    found: list[list[Point]] = [[]]
    for ring, box in zip(shape.rings, shape.boxes, strict=True):
        if overlap(box, window.box):
            points = [window.xy(p) for p in clipped(ring, window.box)]
            found.append(points)
    return max(found, key=_size)


def _size(points: Sequence[Point]) -> float:
    if len(points) < 3:
        return 0.0
    turns = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in turns)) / 2


def _place(
    name: str, ring: Sequence[Point], window: Window, taken: Sequence[Box]
) -> Box | None:
    """Return the roomiest box for a name within a ring, free of what is taken."""
    half = len(name) * WIDE_LETTERS / 2
    best: tuple[float, Box] | None = None
    for row in range(1, 12):
        for column in range(1, 16):
            x, y = window.width * column / 16, window.height * row / 12
            box = (x - half, y - 12, x + half, y + 5)
            framed = box[0] > 8 and box[2] < window.width - 8 and y < window.height - 40
            if not framed or any(overlap(box, other) for other in taken):
                continue
            edge = [
                (x + half * step / 3, level) for step in range(-3, 4) for level in box[1::2]
            ]
            if all(_inside(point, ring) for point in edge):
                others = [((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b in taken]
                room = min((x - p[0]) ** 2 + 4 * (y - p[1]) ** 2 for p in [*ring, *others])
                if best is None or room > best[0]:
                    best = room, box
    return best[1] if best else None


def areas(known: Outlines, window: Window, taken: list[Box]) -> Iterator[AreaLabel]:
    """Yield names of countries and, where near, of divisions; adds their boxes to `taken`."""
    shapes = [(shape, True) for shape in known.countries]
    if window.across_km < REGIONS_BELOW:
        shapes += [(shape, False) for shape in known.divisions]
    for shape, country in shapes:
        if not any(overlap(box, window.box) for box in shape.boxes):
            continue
        ring = _largest(shape, window)
        crimea = shape.names[0] == CRIMEA
        name = shape.names[0] if country else shape.names[2]
        name = "Crimea (occupied)" if crimea else name
        if _size(ring) < window.width * window.height * (0.06 if country else 0.03):
            continue
        box = _place(name, ring, window, taken)
        if box:
            taken.append(box)
            x = round((box[0] + box[2]) / 2, 1)
            yield AreaLabel(x=x, y=round(box[3] - 5, 1), name=name, country=country)


def towns(known: Outlines, window: Window, taken: list[Box]) -> Iterator[TownLabel]:
    """Yield the largest towns whose names fit; adds their boxes to `taken`."""
    shown = 0
    for town in known.towns:
        x, y = window.xy((town.lon, town.lat))
        framed = 12 <= x <= window.width - 12 and 16 <= y <= window.height - 34
        if not framed or shown == TOWNS:
            continue
        wide = NARROW_LETTERS * len(town.name) + 12
        for left in (False, True):
            box = (x - wide, y - 9, x + 5, y + 9) if left else (x - 5, y - 9, x + wide, y + 9)
            if box[0] > 0 and box[2] < window.width and not any(overlap(box, t) for t in taken):
                taken.append(box)
                shown += 1
                yield TownLabel(
                    x=round(x, 1),
                    y=round(y, 1),
                    name=town.name,
                    left=left,
                    large=town.thousands >= 300,
                )
                break
