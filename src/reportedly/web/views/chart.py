"""The map of one incident: where it is said to be, and never more exactly than that."""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.model import Incident, Place

from . import words
from .outlines import Outlines, Point, Shape, outlines
from .projection import Window, clipped, distance_km, overlap, path

WIDTH, HEIGHT = 720, 440
NEAREST, FURTHEST = 240.0, 9000.0  # kilometres across
FAR = 900.0  # another place given is drawn only this near to the incident's
TOWNS = 16
WIDE = ("region", "country", "area")  # kinds drawn as an area, never as a point


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place given: a true-size circle, or an area."""

    x: float
    y: float
    radius: float
    area: str | None  # SVG path of the region where its outline is known
    wide: bool
    main: bool
    name: str
    label_y: float


class TownLabel(msgspec.Struct, frozen=True, kw_only=True):
    """A town for orientation."""

    x: float
    y: float
    name: str
    large: bool
    left: bool  # the label stands left of the dot


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """The whole drawing."""

    width: int
    height: int
    land: tuple[str, ...]
    borders: tuple[str, ...]
    divisions: tuple[str, ...]
    countries: tuple[tuple[float, float, str], ...]
    towns: tuple[TownLabel, ...]
    spots: tuple[Spot, ...]
    scale_width: float
    scale_text: str
    words: str  # the same in a sentence


def _lonlat(where: Place) -> Point:
    return where.lon, where.lat


def _others(incident: Incident, main: Place) -> Iterator[Place]:
    seen = {(main.name, main.lat, main.lon)}
    for question in incident.questions:
        for answer in question.answers if question.slot == "place" else ():
            where = answer.value
            if not isinstance(where, Place) or where.kind in WIDE:
                continue
            key = (where.name, where.lat, where.lon)
            near = distance_km(_lonlat(where), _lonlat(main)) <= FAR
            if key not in seen and near:
                seen.add(key)
                yield where


def _window(main: Place, others: Sequence[Place]) -> Window:
    reach = [distance_km(_lonlat(main), _lonlat(o)) + o.radius_km for o in others]
    half = max([NEAREST / 2, main.radius_km * 2.4, *(r * 1.9 for r in reach)])
    across = min(FURTHEST, half * 2 * (WIDTH / HEIGHT if main.kind in WIDE else 1.2))
    return Window(main.lat, main.lon, across, WIDTH, HEIGHT)


def _paths(shapes: Sequence[Shape], window: Window) -> Iterator[tuple[Shape, str]]:
    for shape in shapes:
        rings = [
            path(clipped(ring, window.box), window.xy, closed=True)
            for ring, box in zip(shape.rings, shape.boxes, strict=True)
            if overlap(box, window.box)
        ]
        if drawn := "".join(rings):
            yield shape, drawn


def _lines(lines: Sequence[tuple[Point, ...]], window: Window) -> tuple[str, ...]:
    west, south, east, north = window.box
    near = (
        line
        for line in lines
        if any(west <= p[0] <= east and south <= p[1] <= north for p in line)
    )
    return tuple(filter(None, (path(line, window.xy, closed=False) for line in near)))


def _countries(known: Outlines, window: Window) -> Iterator[tuple[float, float, str]]:
    """Yield a label where a country fills a good part of the window."""
    for shape in known.countries:
        best: tuple[float, float, float] | None = None
        for ring, box in zip(shape.rings, shape.boxes, strict=True):
            points = (
                [window.xy(p) for p in clipped(ring, window.box)]
                if overlap(box, window.box)
                else []
            )
            if len(points) > 2:
                xs, ys = [p[0] for p in points], [p[1] for p in points]
                size = _area(points)
                if best is None or size > best[0]:
                    best = size, sum(xs) / len(xs), sum(ys) / len(ys)
        if best and best[0] > WIDTH * HEIGHT * 0.05:
            x, y = min(max(best[1], 70), WIDTH - 70), min(max(best[2], 30), HEIGHT - 40)
            yield round(x, 1), round(y, 1), shape.names[0]


def _area(points: Sequence[Point]) -> float:
    turns = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in turns)) / 2


def _towns(known: Outlines, window: Window, spots: Sequence[Spot]) -> Iterator[TownLabel]:
    """Yield the largest towns whose labels do not run over each other."""
    taken = [(s.x - 70, s.label_y - 16, s.x + 70, s.label_y + 6) for s in spots]
    taken += [(s.x - 14, s.y - 14, s.x + 14, s.y + 14) for s in spots]
    shown = 0
    for town in known.towns:
        x, y = window.xy((town.lon, town.lat))
        if not (12 <= x <= WIDTH - 12 and 16 <= y <= HEIGHT - 34) or shown == TOWNS:
            continue
        wide = 7.0 * len(town.name) + 12
        for left in (False, True):
            box = (x - wide, y - 9, x + 5, y + 9) if left else (x - 5, y - 9, x + wide, y + 9)
            inside = box[0] > 0 and box[2] < WIDTH
            if inside and not any(overlap(box, other) for other in taken):
                taken.append(box)
                shown += 1
                yield TownLabel(
                    x=round(x, 1),
                    y=round(y, 1),
                    name=town.name,
                    left=left,
                    large=town.thousands >= 500,
                )
                break


def _area_of(where: Place, known: Outlines, window: Window) -> str | None:
    """Return the outline of a region or country, found by its id or any of its names."""
    if where.kind not in ("region", "country"):
        return None
    shapes = known.divisions if where.kind == "region" else known.countries
    asked = {n.casefold() for n in (where.name, where.region, where.gazetteer) if n}
    for shape in shapes:
        if asked & {name.casefold() for name in shape.names if name}:
            return next((drawn for _, drawn in _paths([shape], window)), None)
    return None


def _spot(where: Place, window: Window, known: Outlines, *, main: bool) -> Spot:
    x, y = window.xy(_lonlat(where))
    radius = max(where.radius_km * window.unit, 3.0)
    below = y + min(radius, HEIGHT / 2 - 40) + 18
    return Spot(
        x=round(x, 1),
        y=round(y, 1),
        radius=round(radius, 1),
        area=_area_of(where, known, window),
        wide=where.kind in WIDE,
        main=main,
        name=where.name,
        label_y=round(min(below, HEIGHT - 30) if where.kind not in WIDE else y, 1),
    )


def _scale(window: Window) -> tuple[float, str]:
    km = next(k for k in (1000, 500, 200, 100, 50, 20, 10) if k * window.unit < WIDTH / 4)
    return round(km * window.unit, 1), f"{km} km"


def chart(incident: Incident) -> Chart | None:
    """Return the drawing; None where no place is established."""
    main = incident.place
    if main is None:
        return None
    known, others = outlines(), list(_others(incident, main))
    window = _window(main, others)
    spots = [_spot(main, window, known, main=True)]
    spots += [_spot(o, window, known, main=False) for o in others]
    scale_width, scale_text = _scale(window)
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        land=tuple(drawn for _, drawn in _paths(known.countries, window)),
        borders=_lines(known.borders, window),
        divisions=_lines(known.division_borders, window),
        countries=tuple(_countries(known, window)),
        towns=tuple(_towns(known, window, spots)),
        spots=tuple(spots),
        scale_width=scale_width,
        scale_text=scale_text,
        words=f"{words.exactness(main)}; middle {main.lat:.2f}, {main.lon:.2f}",
    )
