"""The map of one incident: where it is said to be, and never more exactly than that."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from reportedly.extract.places.distance import kilometres
from reportedly.model import Incident, Place

from . import words
from .labels import AreaLabel, TownLabel, areas, towns
from .outlines import Box, Outlines, Point, Shape, outlines
from .projection import Window, clipped, overlap, path

WIDTH, HEIGHT = 720, 440
NEAREST, FURTHEST = 340.0, 9000.0  # kilometres across
FINE = 1500.0  # kilometres across below which lines are drawn to a tenth of a unit
AROUND = 3000.0  # kilometres across the locator
LOCATOR = (WIDTH - 148.0, HEIGHT - 100.0, 140.0, 92.0)  # x, y, width, height
FAR = 900.0  # another place given is drawn only this near to the incident's
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


class Locator(msgspec.Struct, frozen=True, kw_only=True):
    """A small map of the surroundings with the window drawn on it."""

    box: Box  # x, y, width, height
    land: tuple[str, ...]
    window: Box  # x, y, width, height


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """The whole drawing."""

    width: int
    height: int
    land: tuple[str, ...]
    borders: tuple[str, ...]
    divisions: tuple[str, ...]
    areas: tuple[AreaLabel, ...]
    towns: tuple[TownLabel, ...]
    spots: tuple[Spot, ...]
    locator: Locator | None
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
            near = kilometres(where, main) <= FAR
            if key not in seen and near:
                seen.add(key)
                yield where


def _window(main: Place, others: Sequence[Place]) -> Window:
    reach = [kilometres(main, o) + o.radius_km for o in others]
    half = max([NEAREST / 2, main.radius_km * 2.4, *(r * 1.9 for r in reach)])
    across = min(FURTHEST, half * 2 * (WIDTH / HEIGHT if main.kind in WIDE else 1.2))
    return Window(main.lat, main.lon, across, WIDTH, HEIGHT)


def _paths(
    shapes: Sequence[Shape], window: Window, xy: Callable[[Point], Point] | None = None
) -> Iterator[tuple[Shape, str]]:
    digits = 1 if window.across_km < FINE else 0
    for shape in shapes:
        rings = [
            path(clipped(ring, window.box), xy or window.xy, digits=digits, closed=True)
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
    return tuple(filter(None, (path(line, window.xy, digits=1, closed=False) for line in near)))


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


def _taken(spots: Sequence[Spot]) -> list[Box]:
    """Return where no other name may stand: the spots, their names, scale and locator."""
    out: list[Box] = [(0, HEIGHT - 34, 240, HEIGHT), (*LOCATOR[:2], WIDTH, HEIGHT)]
    for spot in spots:
        half = 4.5 * len(spot.name)
        out.append((spot.x - half, spot.label_y - 16, spot.x + half, spot.label_y + 6))
        if not spot.wide:
            reach = min(spot.radius, 60)
            out.append((spot.x - reach, spot.y - reach, spot.x + reach, spot.y + reach))
    return out


def _locator(known: Outlines, main: Window) -> Locator | None:
    """Return the small map that shows where the window lies; None where it is large itself."""
    if main.across_km > AROUND / 2:
        return None
    x, y, width, height = LOCATOR
    window = Window(main.lat, main.lon, AROUND, width, height)

    def shifted(point: Point) -> Point:
        inner = window.xy(point)
        return inner[0] + x, inner[1] + y

    wide = main.across_km * window.unit
    tall = wide * HEIGHT / WIDTH
    return Locator(
        box=LOCATOR,
        land=tuple(drawn for _, drawn in _paths(known.countries, window, shifted)),
        window=(
            round(x + (width - wide) / 2, 1),
            round(y + (height - tall) / 2, 1),
            round(wide, 1),
            round(tall, 1),
        ),
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
    taken = _taken(spots)
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        land=tuple(drawn for _, drawn in _paths(known.countries, window)),
        borders=_lines(known.borders, window),
        divisions=_lines(known.division_borders, window),
        areas=tuple(areas(known, window, taken)),
        towns=tuple(towns(known, window, taken)),
        spots=tuple(spots),
        locator=_locator(known, window),
        scale_width=scale_width,
        scale_text=scale_text,
        words=f"{words.exactness(main)}; middle {main.lat:.2f}, {main.lon:.2f}",
    )
