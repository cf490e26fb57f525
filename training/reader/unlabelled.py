"""English news that nobody annotated, for readers to label: files of DIR, cut like articles."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from reportedly.text.sentences import sentences

_WORD = re.compile(r"\w+")
_TOGETHER = 8  # words of a run that two texts share only where one repeats the other
_SHARED = 0.1  # of the runs of a text: above it the text is a copy
_PARAGRAPH = 45  # words; texts that lost their line breaks get new ones
_LONG = 250  # words of a local article that quotes more than the first police report


def texts(data: Path) -> Iterator[str]:
    """Yield the texts, those that say most in the words of politics and officials first."""
    yield from _basil(data / "basil" / "articles")
    for name in ("GWN.xml", "Corpora/lgl.xml", "Corpora/GeoVirus.xml"):
        root = ElementTree.parse(data / "geo_pragmatic" / "data" / name).getroot()
        yield from (_broken(one.findtext("text") or "") for one in root.iter("article"))
    told = set()
    with (data / "gva_violent_corpus" / "docs.jsonl").open(encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            if one["incident"] not in told and len((one["text"] or "").split()) >= _LONG:
                told.add(one["incident"])
                yield one["text"]


def annotated(data: Path) -> Iterator[str]:
    """Yield the texts of PolNeAR that are here, which must not be labelled again."""
    for name in ("train", "dev"):
        with (data / "polnear" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def fresh(candidates: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Yield the texts that repeat none of `known` and no text before them."""
    seen: set[int] = set()
    for text in known:
        seen |= _runs(text)
    for text in candidates:
        runs = _runs(text)
        if runs and len(runs & seen) <= _SHARED * len(runs):
            yield text
        seen |= runs


def _runs(text: str) -> set[int]:
    words = _WORD.findall(text.lower())
    return {hash(tuple(words[k : k + _TOGETHER])) for k in range(len(words) - _TOGETHER + 1)}


def _basil(folder: Path) -> Iterator[str]:
    """Yield the articles but those of PolNeAR's months: some may be in its test part."""
    for path in sorted(folder.rglob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        if not "2015-10" <= article["date"][:7] <= "2016-12":
            lines = (" ".join(paragraph) for paragraph in article["body-paragraphs"])
            yield "\n\n".join([article["title"], *lines])


def _broken(text: str) -> str:
    """Return a text with line breaks between sentences where it has none for long."""
    lines: list[str] = []
    for line in text.split("\n"):
        held: list[str] = []
        for start, end in sentences(line):
            held.append(line[start:end].strip())
            if len(" ".join(held).split()) >= _PARAGRAPH:
                lines.append(" ".join(held))
                held = []
        lines.append(" ".join(held))
    return "\n\n".join(line for line in lines if line)
