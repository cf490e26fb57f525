"""From degrees to drawing units, true to scale at the middle of the window."""

import math
from collections.abc import Callable, Sequence

import msgspec

from .outlines import Box, Point

KM = 111.195  # one degree of latitude


class Window(msgspec.Struct, frozen=True):
    """A map window: equirectangular, scaled by the cosine of its middle latitude.

    Within a few hundred kilometres of the middle a circle on the ground is a circle on the
    map to within the width of its line.
    """

    lat: float
    lon: float
    across_km: float
    width: float
    height: float

    @property
    def unit(self) -> float:
        """Return drawing units in one kilometre."""
        return self.width / self.across_km

    def xy(self, point: Point) -> Point:
        """Return drawing coordinates of degrees east and north."""
        east = (point[0] - self.lon + 180) % 360 - 180
        x = self.width / 2 + east * math.cos(math.radians(self.lat)) * KM * self.unit
        y = self.height / 2 - (point[1] - self.lat) * KM * self.unit
        return x, y

    @property
    def box(self) -> Box:
        """Return the window in degrees with a margin around it."""
        tall = self.height / self.unit / KM * 0.55
        wide = self.across_km / KM / max(0.05, math.cos(math.radians(self.lat))) * 0.55
        return self.lon - wide, self.lat - tall, self.lon + wide, self.lat + tall


def clipped(ring: Sequence[Point], box: Box) -> list[Point]:
    """Return the part of a ring within a box (Sutherland and Hodgman 1974)."""
    points = list(ring)
    west, south, east, north = box
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        points = _cut(points, axis, limit, sign)
    return points


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    out: list[Point] = []
    for here, there in zip(points, points[1:] + points[:1], strict=True):
        inside, next_inside = (
            sign * (here[axis] - limit) >= 0,
            sign * (there[axis] - limit) >= 0,
        )
        if inside:
            out.append(here)
        if inside != next_inside:
            share = (limit - here[axis]) / (there[axis] - here[axis])
            out.append(
                (here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1]))
            )
    return out


def overlap(a: Box, b: Box) -> bool:
    """Tell whether two boxes share a point."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def path(
    points: Sequence[Point], xy: Callable[[Point], Point], *, digits: int, closed: bool
) -> str:
    """Return SVG path data through `points`, rounded; points that fall together are one."""
    drawn: list[str] = []
    for point in points:
        x, y = xy(point)
        pair = f"{x:.{digits}f} {y:.{digits}f}"
        if not drawn or drawn[-1] != pair:
            drawn.append(pair)
    return "M" + "L".join(drawn) + ("Z" if closed else "") if len(drawn) > 1 else ""
