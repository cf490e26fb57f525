"""The provenance graph: reports in layers of time, news flowing left to right."""

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from reportedly.model import Incident

from ..lookup import Lookup
from . import words
from .folding import ORIGIN, Folding, folded
from .shared import Link, Mark, origin_marks, report_href
from .spread import VOICE, Item, drawable, spread

WIDTH, HEIGHT = 174, 42  # of a node, drawing units
GAP_X, GAP_Y = 88, 12
LETTERS = 18  # of a name that fit a node
LANE = 14  # between the lanes of two origins
TALL = 7  # reports of one lane in one layer before a new layer begins
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
    open_all: str | None  # where origins are folded
    fold_all: str | None  # where some are drawn report by report
    closing: tuple[Link, ...]  # ways to fold an opened one again


def _layer(nodes: list[Item]) -> None:
    """Give each report the earliest layer after its parents and not before earlier reports."""
    layer_of: dict[str, int] = {}
    crowd: dict[tuple[int, int], int] = defaultdict(int)
    now = 1
    for item in nodes:
        if item.voice is None:
            after = [layer_of[k] + 1 for k, _ in item.parents if k in layer_of]
            now = max([now, *after])
            if crowd[now, item.lane] >= TALL:
                now += 1
            item.layer = layer_of[item.key] = now
            crowd[now, item.lane] += 1
    children: dict[str, list[int]] = defaultdict(list)
    for item in nodes:
        for key, _ in item.parents:
            children[key].append(item.layer)
    for item in nodes:
        if item.voice is not None:
            item.layer = min(children.get(item.key, [1])) - 1


def _rows(nodes: list[Item]) -> dict[str, tuple[float, float]]:
    """Return the left top corner of every node, each lane as high up as it fits."""
    corners: dict[str, tuple[float, float]] = {}
    floor: dict[int, float] = defaultdict(lambda: MARGIN + 22.0)  # by layer: free below this
    for lane in sorted({item.lane for item in nodes}, key=lambda n: (n == 0, n)):
        layers: dict[int, list[Item]] = defaultdict(list)
        for item in nodes:
            if item.lane == lane:
                layers[item.layer].append(item)
        spanned = range(min(layers), max(layers) + 1)
        top = max(floor[layer] for layer in spanned)
        for layer, stack in sorted(layers.items()):
            stack.sort(key=lambda i: (i.voice is not None, _pull(i, corners)))
            for row, item in enumerate(stack):
                x = MARGIN + layer * (WIDTH + GAP_X)
                corners[item.key] = (x, top + row * (HEIGHT + GAP_Y))
        bottom = top + max(map(len, layers.values())) * (HEIGHT + GAP_Y) + LANE
        floor.update(dict.fromkeys(spanned, bottom))
    return corners


def _pull(item: Item, corners: dict[str, tuple[float, float]]) -> float:
    return min((corners[k][1] for k, _ in item.parents if k in corners), default=0.0)


def _node(
    item: Item, corner: tuple[float, float], marks: Mapping[int, Mark], folding: Folding
) -> Node:
    mark = marks.get(item.lane)
    first = item.documents[0] if item.documents else None
    name = item.voice if first is None else first.source
    kind, href, under = "voice", None, "unseen voice"
    if first is not None:
        kind, href = "report", report_href(first.id)
        under = f"{first.published:%d %b %H:%M}" if first.published else "no time"
    if len(item.documents) > 1:
        kind, href = "several", f"#report-{first.id}" if first else None
        name = f"{len(item.documents)} reports"
        under = f"from {under}"
    if item.key.startswith(ORIGIN):
        kind, href = "origin", folding.opening(item.lane)
        name = (mark.name if mark else "") or (first.source if first else "")
        under = f"{len(item.documents)} reports"
    listed = ", ".join(d.source for d in item.documents[:8]) or name or ""
    return Node(
        x=corner[0],
        y=corner[1],
        kind=kind,
        hue=mark.hue if mark else 0,
        number=item.lane or None,
        href=href,
        name=words.cut(name or "", LETTERS - 3 * (kind == "origin")),  # "+ " and bolder
        full=f"{listed}, {under}",
        under=under,
    )


def _edges(
    nodes: list[Item], corners: dict[str, tuple[float, float]]
) -> tuple[list[Edge], list[EdgeLabel]]:
    edges, labels = [], []
    for item in nodes:
        x, y = corners[item.key]
        met = [(corners[key], key, how) for key, how in item.parents if key in corners]
        for (px, py), key, _ in met:
            if key.startswith(ORIGIN) and px >= x:
                continue  # a later origin, of which one report here tells: seen when opened
            x0, y0, x1, y1 = px + WIDTH, py + HEIGHT / 2, x - 5, y + HEIGHT / 2
            bend = min(GAP_X * 0.6, max(30.0, (x1 - x0) / 2))
            turn = x0 + GAP_X - 4 if x1 - x0 > GAP_X else x1
            path = f"M{x0:g} {y0:g}C{x0 + bend:g} {y0:g} {turn - bend:g} {y1:g} {turn:g} {y1:g}"
            edges.append(Edge(path=f"{path}H{x1:g}", dashed=key.startswith(VOICE)))
        if met:
            ways = dict.fromkeys(way for _, _, how in met for way in how.split(", "))
            for line, way in zip((-5, 13), ways, strict=False):
                labels.append(EdgeLabel(x=x - 12, y=y + HEIGHT / 2 + line, text=way))
    return edges, labels


def graph(lookup: Lookup, incident: Incident, folding: Folding | None = None) -> Graph | None:
    """Return the drawing of an incident's provenance; None where no report is known."""
    folding = folding or Folding(every=True)
    known = spread(lookup, incident)
    drawn, left_out = drawable(folded(known, folding))
    if not drawn:
        return None
    _layer(drawn)
    shift = min(item.layer for item in drawn)
    for item in drawn:
        item.layer -= shift
    corners = _rows(drawn)
    marks = {mark.number: mark for mark in origin_marks(incident).values()}
    edges, labels = _edges(drawn, corners)
    starts: dict[int, str] = {}
    for item in drawn:
        if item.documents and item.documents[0].published:
            starts.setdefault(item.layer, f"from {item.documents[0].published:%d %b %H:%M}")
    return Graph(
        width=max(x for x, _ in corners.values()) + WIDTH + MARGIN,
        height=max(y for _, y in corners.values()) + HEIGHT + MARGIN,
        nodes=tuple(_node(item, corners[item.key], marks, folding) for item in drawn),
        edges=tuple(edges),
        labels=tuple(labels),
        layers=tuple(
            (MARGIN + layer * (WIDTH + GAP_X), text) for layer, text in sorted(starts.items())
        ),
        left_out=left_out,
        open_all=folding.href(None) if any(i.key.startswith(ORIGIN) for i in drawn) else None,
        fold_all=folding.href(()) if folding.every or folding.opened else None,
        closing=tuple(
            Link(href=folding.closing(n), text=f"fold origin {n}")
            for n in sorted(folding.opened)
        ),
    )
