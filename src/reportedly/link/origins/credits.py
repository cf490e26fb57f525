"""What reports say of where they have it from: forwards, links, "пишет SHOT"."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np

from ...model import Basis, Document, Forward, How, Reading, Span
from ..reuse.overlap import Vocabulary, shared_bits
from ..reuse.shelf import Shelf
from ..sources import Directory
from .ties import Tie
from .voices import RELAYS, chains, spoken

FORWARDED, SAME_TEXT, UNSEEN = 20.0, 12.0, 10.0  # bits
CREDITED, LINKED = 2.0, 6.0  # bits, before what the two share is counted
TOPIC = 12.0  # bits two reports must share to be about one thing
WITHIN = 72.0  # hours a credited report may be old
LATEST = 40  # reports of a credited source that are looked at
_TELEGRAM = re.compile(r"(?:https?://)?t\.me/[\w/+-]+", re.I)


class Unseen(NamedTuple):
    """A report names as its source a voice that is not, or not with that text, in the case."""

    child: int
    name: str
    how: How
    bits: float
    signs: tuple[Span, ...]
    because: str


def _number(key: str | None) -> str:
    return (key or "").rsplit("/", 1)[-1]


def _seconds(forward: Forward) -> int | None:
    return int(forward.published.timestamp()) if forward.published else None


def _posts(shelf: Shelf, directory: Directory) -> dict[tuple[str, object], list[int]]:
    """Index posts by source and each of: number, second of publishing, text."""
    index: dict[tuple[str, object], list[int]] = defaultdict(list)
    for place, doc in enumerate(shelf.documents):
        who = directory.key(doc.source, doc.handle)
        index[who, "#" + _number(doc.key)].append(place)
        index[who, "=" + doc.text.strip()].append(place)
        if doc.published:
            index[who, int(doc.published.timestamp())].append(place)
    return index


def forwards(shelf: Shelf, directory: Directory) -> tuple[list[Tie], list[Unseen]]:
    """Return for each forward the post it forwards, or the unseen channel it came from."""
    forwarding = any(doc.forwarded_from for doc in shelf.documents)
    index = _posts(shelf, directory) if forwarding else {}
    ties: list[Tie] = []
    unseen: list[Unseen] = []
    for child, doc in enumerate(shelf.documents):
        forward = doc.forwarded_from
        if forward is None:
            continue
        who = directory.key(forward.source, forward.handle)
        exact = index.get((who, "#" + _number(forward.key)), []) if forward.key else []
        exact = exact or index.get((who, _seconds(forward)), [])
        parents = [p for p in exact if p < child]
        bits = FORWARDED
        if not parents:
            same = index.get((who, "=" + doc.text.strip()), [])
            parents, bits = [p for p in same if p < child], SAME_TEXT
        if parents:
            ties.append(Tie(child, parents[0], How.FORWARD, bits, 1.0, forward.source))
        else:
            because = f"forwarded from {forward.source}, whose post is not in the case"
            unseen.append(Unseen(child, forward.source, How.FORWARD, UNSEEN, (), because))
    return ties, unseen


def _address(url: str) -> str:
    parts = urlsplit(url if "//" in url else "https://" + url)
    host = parts.netloc.casefold().removeprefix("www.")
    path = parts.path.rstrip("/")
    if host in {"t.me", "telegram.me"}:
        return "t.me" + path.removeprefix("/s").casefold()
    return host + path


def _addresses(doc: Document) -> Iterator[str]:
    if doc.url:
        yield _address(doc.url)
    if doc.handle and doc.handle.startswith("@") and _number(doc.key).isdigit():
        yield f"t.me/{doc.handle[1:].casefold()}/{_number(doc.key)}"


def _links(doc: Document) -> Iterator[tuple[str, Span]]:
    for link in doc.links:
        if 0 <= link.start < link.end <= len(doc.text):
            yield _address(link.url), Span(doc.id, link.start, link.end)
    for match in _TELEGRAM.finditer(doc.text) if "t.me/" in doc.text else ():
        yield _address(match.group()), Span(doc.id, match.start(), match.end())


def links(shelf: Shelf, known: Vocabulary) -> list[Tie]:
    """Return ties to reports that a report links to and shares its topic with."""
    index: dict[str, int] = {}
    for place, doc in enumerate(shelf.documents):
        for address in _addresses(doc):
            index.setdefault(address, place)
    found = [
        (child, parent, sign)
        for child, doc in enumerate(shelf.documents)
        for address, sign in _links(doc)
        if (parent := index.get(address)) is not None and parent < child
    ]
    return _about_one_thing(known, [(c, p, "", (s,)) for c, p, s in found], LINKED)


Credit = tuple[int, int, str, tuple[Span, ...]]


def _about_one_thing(known: Vocabulary, found: list[Credit], bits: float) -> list[Tie]:
    children = np.array([row[0] for row in found], np.int64)
    parents = np.array([row[1] for row in found], np.int64)
    shared = shared_bits(known, children, parents)
    return [
        Tie(
            child,
            parent,
            How.CITES,
            round(bits + float(np.log2(1 + same)), 2),
            0.0,
            name,
            signs,
        )
        for (child, parent, name, signs), same in zip(found, shared, strict=True)
        if same >= TOPIC
    ]


def _credited(
    shelf: Shelf, readings: Mapping[str, Reading], directory: Directory
) -> Iterator[tuple[int, str, str, tuple[Span, ...]]]:
    """Yield child, name, key and place of each outlet or channel that a report credits."""
    empty = Reading()
    for child, doc in enumerate(shelf.documents):
        own = directory.key(doc.source, doc.handle)
        seen = {own}
        for chain in chains(doc, readings.get(doc.id, empty), directory):
            for voice in chain:
                said = spoken(voice, directory)
                source = directory.find(said.name)
                relay = source.kind in RELAYS if source else voice.basis is Basis.MEDIA
                if relay and said.key not in seen and said.particular:
                    seen.add(said.key)
                    yield child, said.name, said.key, voice.spans


def citations(
    shelf: Shelf, known: Vocabulary, readings: Mapping[str, Reading], directory: Directory
) -> tuple[list[Tie], list[Unseen]]:
    """Return ties to reports of credited sources, and the sources whose report is unseen."""
    posts: dict[str, list[int]] = defaultdict(list)
    for place, doc in enumerate(shelf.documents):
        posts[directory.key(doc.source, doc.handle)].append(place)
    found: list[Credit] = []
    credited = list(_credited(shelf, readings, directory))
    for child, name, key, signs in credited:
        own = posts.get(key, [])
        upto = bisect_left(own, child)
        found += [
            (child, parent, name, signs)
            for parent in own[max(0, upto - LATEST) : upto]
            if shelf.gap(child, parent) <= WITHIN
        ]
    best: dict[tuple[int, str], Tie] = {}
    for tie in _about_one_thing(known, found, CREDITED):
        old = best.get((tie.child, tie.credit))
        if old is None or tie.bits > old.bits:
            best[tie.child, tie.credit] = tie
    unseen = [
        Unseen(child, name, How.CITES, UNSEEN, signs, f"credits {name}, not seen in the case")
        for child, name, _, signs in credited
        if (child, name) not in best
    ]
    return list(best.values()), unseen
