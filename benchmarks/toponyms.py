"""Places named in English news against the annotated LGL, GeoWebNews and GeoVirus corpora.

usage: python benchmarks/toponyms.py --data DIR [--show lgl|geowebnews|geovirus]

DIR holds `geo_pragmatic/data`. Prints one JSON object. The resolver is given the annotated
spans of a document, all at once. `coverage`: of the spans with coordinates, those it
gives a place; `acc161`: of these, within 161 km of the annotated point; `median_km`: of these.
`found`: precision and recall of our own reader's spans against the annotated ones, any overlap.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple
from xml.etree import ElementTree

from msgspec import structs

from reportedly.extract.places.around import held
from reportedly.extract.places.gazetteer import numbers as filed
from reportedly.extract.places.mention import Mention
from reportedly.extract.places.mentions import mentions
from reportedly.extract.places.names import called
from reportedly.extract.places.resolve import resolve
from reportedly.link.agreement import kilometres
from reportedly.model import Place
from reportedly.text import sentences
from reportedly.text.words import Word, words

NEAR_KM = 161.0
ARTICLES = ("the", "a", "an")


class Toponym(NamedTuple):
    """An annotated span, and where it is if the annotators gave a point."""

    start: int
    end: int
    point: tuple[float, float] | None


class Article(NamedTuple):
    """A text with its toponyms; `all_told`: no other span of it names a place."""

    text: str
    toponyms: list[Toponym]


def _text(node: ElementTree.Element, path: str) -> str:
    return node.findtext(path) or ""


def _point(node: ElementTree.Element, lat: str, lon: str) -> tuple[float, float] | None:
    low, east = _text(node, lat), _text(node, lon)
    return (float(low), float(east)) if low.strip() and east.strip() else None


def lgl(data: Path) -> Iterator[Article]:
    """Read the Local Global Lexicon."""
    for article in ElementTree.parse(data / "Corpora/lgl.xml").iter("article"):
        yield Article(
            _text(article, "text"),
            [
                Toponym(
                    int(_text(t, "start")),
                    int(_text(t, "end")),
                    _point(t, "gaztag/lat", "gaztag/lon"),
                )
                for t in article.iter("toponym")
            ],
        )


def geovirus(data: Path) -> Iterator[Article]:
    """Read GeoVirus, whose offsets begin at 1."""
    for article in ElementTree.parse(data / "Corpora/GeoVirus.xml").iter("article"):
        yield Article(
            _text(article, "text"),
            [
                Toponym(
                    int(_text(t, "start")) - 1,
                    int(_text(t, "end")) - 1,
                    _point(t, "lat", "lon"),
                )
                for t in article.iter("location")
            ],
        )


def geowebnews(data: Path) -> Iterator[Article]:
    """Read GeoWebNews: the spans that stand for a place, literally or by association."""
    for article in ElementTree.parse(data / "GWN.xml").iter("article"):
        yield Article(
            _text(article, "text"),
            [
                Toponym(
                    int(_text(t, "start")),
                    int(_text(t, "end")),
                    _point(t, "latitude", "longitude"),
                )
                for t in article.iter("toponym")
                if "Expression" not in _text(t, "type") and _text(t, "type") != "Non_Toponym"
            ],
        )


CORPORA = {"lgl": lgl, "geowebnews": geowebnews, "geovirus": geovirus}


def mention(row: tuple[Word, ...], start: int, end: int) -> Mention | None:
    """Return an annotated span as the words of its text that it covers."""
    inside = [at for at, word in enumerate(row) if word.start < end and start < word.end]
    while inside and row[inside[0]].low in ARTICLES:
        inside = inside[1:]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    short = filed(f", {row[first].low}") if row[first].marks == "," else ()
    numbers = short or called(tuple(word.low for word in row[first:last]), "en")
    return Mention(first, last, numbers, "at") if numbers else None


def resolved(article: Article) -> list[Place | None]:
    """Return the place the resolver gives each annotated span."""
    row = words(article.text)
    given = {t: mention(row, t.start, t.end) for t in article.toponyms}
    told = sorted({one for one in given.values() if one is not None})
    found = {one.mention[:2]: one.place for one in resolve([held(row, told, "en")], "en")}
    return [found.get(one[:2]) if (one := given[t]) else None for t in article.toponyms]


def own(article: Article) -> list[tuple[int, int]]:
    """Return the spans in which our reader finds a place by itself."""
    read: list[tuple[int, list[Mention]]] = []
    spans: list[tuple[int, int]] = []
    told = []
    for begin, end in sentences(article.text):
        row = words(article.text[begin:end])
        found = mentions(row, "en")
        told.append((begin, row))
        read.append((begin, found))
    for found in resolve([each for _, each in read], "en"):
        begin, row = told[found.sentence]
        spans.append(
            (begin + row[found.mention.first].start, begin + row[found.mention.last - 1].end)
        )
    return spans


def measure(name: str, data: Path, show: bool) -> dict[str, float]:
    """Return the figures of one corpus."""
    tally: Counter[str] = Counter()
    away: list[float] = []
    begun = time.process_time()
    for article in CORPORA[name](data):
        for toponym, place in zip(article.toponyms, resolved(article), strict=True):
            if toponym.point is None:
                continue
            tally["points"] += 1
            if place is None:
                if show:
                    print("NONE", article.text[toponym.start : toponym.end])
                continue
            lat, lon = toponym.point
            km = kilometres(place, structs.replace(place, lat=lat, lon=lon))
            away.append(km)
            if show and km > NEAR_KM:
                print(
                    f"{km:.0f} km",
                    repr(article.text[toponym.start : toponym.end]),
                    toponym.point,
                    "got",
                    place.name,
                    place.kind,
                    place.region or place.country,
                )
        mine = own(article)
        gold = [(t.start, t.end) for t in article.toponyms]
        tally["told"] += len(mine)
        tally["right"] += sum(any(a < d and c < b for c, d in gold) for a, b in mine)
        tally["gold"] += len(gold)
        tally["met"] += sum(any(a < d and c < b for c, d in mine) for a, b in gold)
        tally["words"] += len(article.text.split())
    spent = time.process_time() - begun
    return {
        "points": tally["points"],
        "coverage": round(len(away) / tally["points"], 3),
        "acc161": round(sum(km <= NEAR_KM for km in away) / len(away), 3),
        "acc161 of all": round(sum(km <= NEAR_KM for km in away) / tally["points"], 3),
        "median_km": round(median(away), 1),
        "found precision": round(tally["right"] / tally["told"], 3),
        "found recall": round(tally["met"] / tally["gold"], 3),
        "words per CPU-second": round(tally["words"] / spent),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", default="")
    given = parser.parse_args()
    data = given.data / "geo_pragmatic/data"
    for name in CORPORA:
        if given.show in ("", name):
            print(json.dumps({name: measure(name, data, given.show == name)}))


if __name__ == "__main__":
    main()
