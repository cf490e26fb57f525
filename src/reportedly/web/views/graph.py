"""The provenance graph: reports in layers of time, news flowing left to right."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from reportedly.model import Derivation, Document, Incident

from ..lookup import Lookup
from . import words
from .shared import marks_of_reports, origin_marks, report_href

WIDTH, HEIGHT = 184, 42  # of a node, drawing units
GAP_X, GAP_Y = 104, 12
LANE = 14  # between the lanes of two origins
TALL = 7  # reports of one lane in one layer before a new layer begins
ALIKE = 4  # this many leaves with one parent and one way are drawn as one node
MOST = 120  # nodes drawn
MARGIN = 12


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A report, an unseen voice, or several like reports."""

    x: float
    y: float
    kind: str  # "report", "voice", "several"
    hue: int
    number: int | None
    href: str | None
    name: str
    full: str
    under: str


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """News flowing from one node to another."""

    path: str
    dashed: bool


class EdgeLabel(msgspec.Struct, frozen=True, kw_only=True):
    """How a node took what it took, written before it."""

    x: float
    y: float
    text: str


class Graph(msgspec.Struct, frozen=True, kw_only=True):
    """The whole drawing."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    labels: tuple[EdgeLabel, ...]
    layers: tuple[tuple[float, str], ...]
    left_out: int


class _Item(msgspec.Struct, kw_only=True):
    """A node before it has a place; `parents` are (key, how)."""

    key: str
    lane: int
    documents: tuple[Document, ...] = ()
    voice: str | None = None
    parents: tuple[tuple[str, str], ...] = ()
    layer: int = 0
    row: int = 0


def _voice_key(name: str) -> str:
    return f"voice {name.casefold()}"


def _parents(
    derivations: Sequence[Derivation], known: Mapping[str, object]
) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for d in derivations:
        key = d.parent if d.parent in known else _voice_key(d.voice) if d.voice else None
        if key:
            how = d.how.value.replace("-", " ")
            found[key] = f"{found[key]}, {how}" if key in found else how
    return tuple(found.items())


def _items(lookup: Lookup, incident: Incident) -> list[_Item]:
    documents = [lookup.documents[r] for r in incident.reports if r in lookup.documents]
    known = {d.id: d for d in documents[:MOST]}
    marks = marks_of_reports(incident)
    led = {o.first: o.voice for o in incident.origins if o.voice}
    origin_of = {_voice_key(o.voice): n for n, o in enumerate(incident.origins, 1) if o.voice}
    reports: list[_Item] = []
    voices: dict[str, _Item] = {}
    for document in known.values():
        lane = next((m.number for m in marks.get(document.id, ())), 0)
        derived = lookup.taken_from(document.id)
        parents = _parents(derived, known)
        names = [d.voice for d in derived if d.voice]
        if (voice := led.get(document.id)) and voice not in names:
            parents = (*parents, (_voice_key(voice), "tells"))
            names.append(voice)
        reports.append(
            _Item(key=document.id, lane=lane, documents=(document,), parents=parents)
        )
        for name in names:
            key = _voice_key(name)
            near = origin_of.get(key, lane)
            voices.setdefault(key, _Item(key=key, lane=near, voice=name))
    return [*voices.values(), *_gathered(reports)]


def _gathered(reports: list[_Item]) -> list[_Item]:
    """Join leaves that took the same thing in the same way, so that a crowd is one node."""
    feeding = {key for item in reports for key, _ in item.parents}
    alike: dict[tuple[object, ...], list[_Item]] = defaultdict(list)
    for item in reports:
        leaf = item.key not in feeding and len(item.parents) == 1
        alike[(item.lane, item.parents) if leaf else (item.key,)].append(item)
    out = []
    for group in alike.values():
        if len(group) <= ALIKE:
            out += group
        else:
            documents = tuple(d for item in group for d in item.documents)
            out.append(msgspec.structs.replace(group[0], documents=documents))
    return sorted(out, key=lambda i: (str(i.documents[0].published or ""), i.key))


def _layer(items: list[_Item]) -> None:
    """Give each report the earliest layer after its parents and not before earlier reports."""
    layer_of: dict[str, int] = {}
    crowd: dict[tuple[int, int], int] = defaultdict(int)
    now = 1
    for item in items:
        if item.voice is None:
            after = [layer_of[k] + 1 for k, _ in item.parents if k in layer_of]
            now = max([now, *after])
            if crowd[now, item.lane] >= TALL:
                now += 1
            item.layer = layer_of[item.key] = now
            crowd[now, item.lane] += 1
    children: dict[str, list[int]] = defaultdict(list)
    for item in items:
        for key, _ in item.parents:
            children[key].append(item.layer)
    for item in items:
        if item.voice is not None:
            item.layer = min(children.get(item.key, [1])) - 1


def _rows(items: list[_Item]) -> dict[str, tuple[float, float]]:
    """Return the left top corner of every node, lanes one below the other."""
    corners: dict[str, tuple[float, float]] = {}
    top = MARGIN + 22.0
    for lane in sorted({item.lane for item in items}, key=lambda n: (n == 0, n)):
        filled: dict[int, int] = defaultdict(int)
        for item in sorted(
            (i for i in items if i.lane == lane), key=lambda i: (i.layer, _pull(i, corners))
        ):
            x = MARGIN + item.layer * (WIDTH + GAP_X)
            corners[item.key] = (x, top + filled[item.layer] * (HEIGHT + GAP_Y))
            filled[item.layer] += 1
        top += max(filled.values()) * (HEIGHT + GAP_Y) + LANE
    return corners


def _pull(item: _Item, corners: dict[str, tuple[float, float]]) -> float:
    return min((corners[k][1] for k, _ in item.parents if k in corners), default=0.0)


def _node(item: _Item, corner: tuple[float, float], hue: Mapping[int, int]) -> Node:
    first = item.documents[0] if item.documents else None
    name = item.voice if first is None else first.source
    kind, href, under = "voice", None, "not in the case"
    if first is not None:
        kind, href = "report", report_href(first.id)
        under = f"{first.published:%d %b %H:%M}" if first.published else "no time"
    if len(item.documents) > 1:
        kind, href = "several", f"#report-{first.id}" if first else None
        name = f"{len(item.documents)} reports"
        under = f"from {under}"
    listed = ", ".join(d.source for d in item.documents[:8]) or name or ""
    return Node(
        x=corner[0],
        y=corner[1],
        kind=kind,
        hue=hue.get(item.lane, 0),
        number=item.lane or None,
        href=href,
        name=words.cut(name or "", 20),
        full=f"{listed}, {under}",
        under=under,
    )


def _edges(
    items: list[_Item], corners: dict[str, tuple[float, float]]
) -> tuple[list[Edge], list[EdgeLabel]]:
    edges, labels = [], []
    for item in items:
        x, y = corners[item.key]
        met = [(corners[key], key, how) for key, how in item.parents if key in corners]
        for (px, py), key, _ in met:
            x0, y0, x1, y1 = px + WIDTH, py + HEIGHT / 2, x - 5, y + HEIGHT / 2
            bend = min(GAP_X * 0.6, max(30.0, (x1 - x0) / 2))
            turn = x0 + GAP_X - 4 if x1 - x0 > GAP_X else x1
            path = f"M{x0:g} {y0:g}C{x0 + bend:g} {y0:g} {turn - bend:g} {y1:g} {turn:g} {y1:g}"
            edges.append(Edge(path=f"{path}H{x1:g}", dashed=key.startswith("voice ")))
        if met:
            text = " + ".join(dict.fromkeys(how for _, _, how in met))
            labels.append(EdgeLabel(x=x - 12, y=y + HEIGHT / 2 - 5, text=words.cut(text, 26)))
    return edges, labels


def graph(lookup: Lookup, incident: Incident) -> Graph | None:
    """Return the drawing of an incident's provenance; None where no report is known."""
    items = _items(lookup, incident)
    if not items:
        return None
    _layer(items)
    shift = min(item.layer for item in items)
    for item in items:
        item.layer -= shift
    corners = _rows(items)
    hue = {m.number: m.hue for m in origin_marks(incident).values()}
    edges, labels = _edges(items, corners)
    starts: dict[int, str] = {}
    for item in items:
        if item.documents and item.documents[0].published:
            starts.setdefault(item.layer, f"from {item.documents[0].published:%d %b %H:%M}")
    return Graph(
        width=max(x for x, _ in corners.values()) + WIDTH + MARGIN,
        height=max(y for _, y in corners.values()) + HEIGHT + MARGIN,
        nodes=tuple(_node(item, corners[item.key], hue) for item in items),
        edges=tuple(edges),
        labels=tuple(labels),
        layers=tuple(
            (MARGIN + layer * (WIDTH + GAP_X), text) for layer, text in sorted(starts.items())
        ),
        left_out=max(0, len(incident.reports) - MOST),
    )
