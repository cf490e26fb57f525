"""What reports say of where they have it from: "пишет SHOT", "according to Reuters", a link."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np

from ...model import Basis, Document, How, Span, Voice
from ..reuse.overlap import shared_bits
from .forwards import number
from .ground import Ground
from .matter import agreement, figures
from .ties import Tie, Unseen
from .voices import RELAYS, chains, spoken

CREDITED, LINKED, UNSEEN = 0.0, 4.0, 10.0  # bits, before what the two share is counted
SHARED, NAME = 2.0, 0.5  # for each doubling of the bits of shared words; for a shared name
TOPIC = 12.0  # bits of words two reports must share to be about one thing,
NAMES = 2  # or so many names and numbers, in whatever language
WITHIN = 72.0  # hours a credited report may be old
LATEST = 40  # reports of a credited source that are looked at
_TELEGRAM = re.compile(r"(?:https?://)?t\.me/[\w/+-]+", re.I)


class Credit(NamedTuple):
    """A report credits a source: its key, the name it is shown under, where it is named."""

    child: int
    key: str
    name: str
    signs: tuple[Span, ...]


def _address(url: str) -> str:
    try:
        parts = urlsplit(url if "//" in url else "https://" + url)
    except ValueError:
        return ""
    host = parts.netloc.casefold().removeprefix("www.")
    path = parts.path.rstrip("/")
    if host in {"t.me", "telegram.me"}:
        return "t.me" + path.removeprefix("/s").casefold()
    return host + path


def _addresses(doc: Document) -> Iterator[str]:
    if doc.url:
        yield _address(doc.url)
    if doc.handle and doc.handle.startswith("@") and number(doc.key).isdigit():
        yield f"t.me/{doc.handle[1:].casefold()}/{number(doc.key)}"


def _links(doc: Document) -> Iterator[tuple[str, Span]]:
    for link in doc.links:
        if 0 <= link.start < link.end <= len(doc.text):
            yield _address(link.url), Span(doc.id, link.start, link.end)
    for match in _TELEGRAM.finditer(doc.text) if "t.me/" in doc.text else ():
        yield _address(match.group()), Span(doc.id, match.start(), match.end())


def links(ground: Ground) -> list[Tie]:
    """Return ties to reports that a report links to and shares its matter with."""
    told = [
        (child, address, sign)
        for child, doc in enumerate(ground.documents)
        if doc.links or ("/" in doc.text and "t.me/" in doc.text)  # one letter is found faster
        for address, sign in _links(doc)
    ]
    index: dict[str, int] = {}
    for place, doc in enumerate(ground.documents if told else ()):
        for address in _addresses(doc) if doc.url or doc.handle else ():
            index.setdefault(address, place)
    found = [
        (Credit(child, "", "", (sign,)), parent)
        for child, address, sign in told
        if (parent := index.get(address)) is not None and parent < child
    ]
    return _about_one_thing(ground, found, LINKED)


def _about_one_thing(ground: Ground, found: list[tuple[Credit, int]], bits: float) -> list[Tie]:
    children = np.array([credit.child for credit, _ in found], np.int64)
    parents = np.array([parent for _, parent in found], np.int64)
    shared = shared_bits(ground.known, children, parents)
    ties = []
    for (credit, parent), same in zip(found, shared, strict=True):
        one, other = ground.reading(credit.child), ground.reading(parent)
        names = len(ground.names(credit.child) & ground.names(parent))
        matter = agreement(one, other)
        if same >= TOPIC or (names >= NAMES and matter >= 0) or matter > 0:
            weight = bits + SHARED * float(np.log2(1 + same)) + NAME * names
            weight = round(weight + figures(one, other), 2)
            ties.append(
                Tie(credit.child, parent, How.CITES, weight, 0.0, credit.name, credit.signs)
            )
    return ties


def _source(
    ground: Ground, doc: Document, voice: Voice, published: set[str]
) -> tuple[str, str] | None:
    """Return key and name of the outlet or channel that `voice` is, or belongs to, if any."""
    said = spoken(voice, doc, ground.directory)
    source = ground.directory.within(voice.name)
    if source and (source.kind in RELAYS or source.id in published):
        return source.id, source.names[0]
    if voice.basis is Basis.MEDIA and said.particular:
        return said.key, said.name
    return None


def credits_of(ground: Ground) -> list[Credit]:
    """Return whom each report credits: outlets, channels, and bodies with posts in the case."""
    published = set(ground.own)
    found: list[Credit] = []
    for child in ground.quoting:
        doc, seen = ground.documents[child], {ground.own[child]}
        for _, chain in chains(doc, ground.reading(child), ground.directory):
            for voice in chain:
                source = _source(ground, doc, voice, published)
                if source and source[0] not in seen:
                    seen.add(source[0])
                    found.append(Credit(child, *source, voice.spans))
    return found


def citations(ground: Ground, credited: list[Credit]) -> tuple[list[Tie], list[Unseen]]:
    """Return ties to the reports of credited sources, and those whose report is unseen."""
    posts: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(ground.own):
        posts[key].append(place)
    found: list[tuple[Credit, int]] = []
    for credit in credited:
        own = posts.get(credit.key, [])
        upto = bisect_left(own, credit.child)
        found += [
            (credit, parent)
            for parent in own[max(0, upto - LATEST) : upto]
            if ground.shelf.gap(credit.child, parent) <= WITHIN
        ]
    best: dict[tuple[int, str], Tie] = {}
    for tie in _about_one_thing(ground, found, CREDITED):
        old = best.get((tie.child, tie.credit))
        if old is None or tie.bits > old.bits:
            best[tie.child, tie.credit] = tie
    unseen = [
        Unseen(
            credit.child,
            credit.name,
            How.CITES,
            UNSEEN,
            credit.signs,
            f"credits {credit.name}; the report it means was not found in the case",
        )
        for credit in credited
        if (credit.child, credit.name) not in best
    ]
    return list(best.values()), unseen
