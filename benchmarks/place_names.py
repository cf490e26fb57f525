"""Places that Russian and Ukrainian reports name, against coordinates and for a check by hand.

usage: python benchmarks/place_names.py --data DIR [--show] [--sample N]

DIR holds `viina_derived/events.csv` and `nerel/NEREL-v1.1`. Prints one JSON object. VIINA was
placed by a machine, partly wrong (a region is put at one of its villages): `within` is the
share of its points inside a place we read, with 30 km of slack. `--sample` prints N names
(half NEREL's entities of the development part, half VIINA texts), chosen by the hash of their
ids, with what we read: a reader's judgement of these is the figure, see docs/gazetteer.md.
"""

import argparse
import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from reportedly.extract.places.around import held
from reportedly.extract.places.found import Found
from reportedly.extract.places.mention import Mention
from reportedly.extract.places.mentions import mentions
from reportedly.extract.places.names import called
from reportedly.extract.places.resolve import resolve
from reportedly.link.agreement import kilometres
from reportedly.readers import from_text
from reportedly.text import sentences
from reportedly.text.words import words

SLACK_KM = 30.0
NAMES = ("CITY", "STATE_OR_PROVINCE", "DISTRICT", "COUNTRY")
AROUND = 60  # characters shown beside a name


class Named(NamedTuple):
    """A place read at `start..end` of a text."""

    start: int
    end: int
    found: Found


def read(text: str, lang: str) -> list[Named]:
    """Return the places our reader finds in a text."""
    spans = list(sentences(text))
    rows = [words(text[a:b]) for a, b in spans]
    told = resolve([mentions(row, lang) for row in rows], lang)
    return [
        Named(
            spans[f.sentence][0] + rows[f.sentence][f.mention.first].start,
            spans[f.sentence][0] + rows[f.sentence][f.mention.last - 1].end,
            f,
        )
        for f in told
    ]


def shown(found: Found) -> str:
    """Return a place as a checker needs it."""
    p = found.place
    return f"{p.name} [{p.kind} {p.region or p.country} r{p.radius_km:.0f}]"


def viina(data: Path) -> Iterator[dict[str, str]]:
    """Yield the events that have a point."""
    with (data / "viina_derived/events.csv").open() as file:
        yield from (row for row in csv.DictReader(file) if row["latitude"])


def silver(data: Path, show: bool) -> dict[str, float]:
    """Return how VIINA's points lie to the places we read in its texts."""
    tally: Counter[str] = Counter()
    for row in viina(data):
        text = row["representative_text"]
        told = read(text, from_text(text).lang)
        tally["texts"] += 1
        tally["told"] += bool(told)
        narrow = [n.found for n in told if n.found.place.kind != "country"]
        tally["narrow"] += bool(narrow)
        lat, lon = float(row["latitude"]), float(row["longitude"])
        inside = any(
            kilometres(f.place, structs.replace(f.place, lat=lat, lon=lon))
            <= f.place.radius_km + SLACK_KM
            for f in narrow
        )
        tally["within"] += inside
        if show and narrow and not inside:
            print(
                row["asciiname"],
                "|",
                row["ADM1_NAME"],
                "got",
                *map(shown, narrow),
                "|",
                text[:300],
            )
    return {
        "texts": tally["texts"],
        "any place": round(tally["told"] / tally["texts"], 3),
        "narrower than a country": round(tally["narrow"] / tally["texts"], 3),
        "within": round(tally["within"] / tally["narrow"], 3),
    }


def entities(data: Path) -> Iterator[tuple[str, str, int, int]]:
    """Yield NEREL's names of places: id, text of its document, start, end."""
    for file in sorted((data / "nerel/NEREL-v1.1/dev").glob("*.ann")):
        text = file.with_suffix(".txt").read_text()
        for line in file.read_text().splitlines():
            id_, _, rest = line.partition("\t")
            kind, *ends = rest.partition("\t")[0].split(" ")
            if id_.startswith("T") and kind in NAMES:
                yield f"{file.stem} {id_}", text, int(ends[0]), int(ends[-1])


def given(text: str, spans: list[tuple[int, int]], start: int, end: int) -> list[Found]:
    """Return the place of the name at `start..end` among the annotated ones of its text."""
    row = words(text)
    told: list[Mention] = []
    for a, b in spans:
        covered = [at for at, word in enumerate(row) if word.start < b and a < word.end]
        if covered:
            first, last = covered[0], covered[-1] + 1
            numbers = called(tuple(word.low for word in row[first:last]), "ru")
            told.append(Mention(first, last, numbers, "at"))
    found = resolve([held(row, sorted(m for m in told if m.numbers), "ru")], "ru")
    return [
        f
        for f in found
        if row[f.mention.first].start < end and start < row[f.mention.last - 1].end
    ]


def hashed(id_: str) -> str:
    return hashlib.sha256(id_.encode()).hexdigest()


def sample(data: Path, size: int) -> Iterator[str]:
    """Yield names with what we read, for a reader to judge."""
    chosen = sorted(entities(data), key=lambda e: hashed(e[0]))[: size // 2]
    spans: dict[str, list[tuple[int, int]]] = {}
    for _, text, start, end in entities(data):
        spans.setdefault(text, []).append((start, end))
    for id_, text, start, end in chosen:
        mine = [shown(found) for found in given(text, spans[text], start, end)]
        beside = text[max(0, start - AROUND) : end + AROUND].replace("\n", " ")
        yield f"{id_}\t{text[start:end]}\t{'; '.join(mine) or '-'}\t{beside}"
    rows = sorted(viina(data), key=lambda r: hashed(r["event_id_1pd"]))[: size - size // 2]
    for row in rows:
        text = row["representative_text"]
        mine = [
            f"{text[n.start : n.end]} = {shown(n.found)}"
            for n in read(text, from_text(text).lang)
        ]
        yield f"{row['event_id_1pd']}\t\t{'; '.join(mine) or '-'}\t{text[:400]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    given = parser.parse_args()
    if given.sample:
        print(*sample(given.data, given.sample), sep="\n")
    else:
        print(json.dumps(silver(given.data, given.show)))


if __name__ == "__main__":
    main()
