"""The graph of reports and what they come from, for Gephi and its like (GEXF 1.3)."""

import re
from xml.etree import ElementTree as Xml

from ..model import Case, Document, identify
from .exporter import Exporter

NAMESPACE = "http://gexf.net/1.3"
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_NODE = ("kind", "source", "language", "published", "incidents", "origin", "independence")
_EDGE = ("how", "because")


def write(case: Case) -> bytes:
    """Return a directed graph of reports and unseen voices; edges lead to what was derived.

    Edge weights are bits of evidence. Nodes have a start time, so the graph can be played.
    """
    root = Xml.Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    graph = Xml.SubElement(
        root,
        "graph",
        {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "datetime"},
    )
    _columns(graph, "node", _NODE)
    _columns(graph, "edge", _EDGE)
    standing = _standing(case)
    nodes, edges = Xml.SubElement(graph, "nodes"), Xml.SubElement(graph, "edges")
    for document in case.documents:
        incidents, origin, independence = standing.get(document.id, ("", "", ""))
        values = ("report", document.source, document.lang, _time(document), incidents)
        _node(nodes, document.id, document.key, (*values, origin, independence))
    unseen: dict[str, str] = {}
    for one in case.derivations:
        parent = one.parent
        if parent is None:
            parent = identify("unseen", one.voice)
            unseen[parent] = one.voice or ""
        edge = Xml.SubElement(
            edges,
            "edge",
            {"id": one.id, "source": parent, "target": one.doc, "weight": f"{one.bits:g}"},
        )
        _values(edge, (one.how.value, one.because))
    for identity, name in sorted(unseen.items()):
        _node(nodes, identity, name, ("unseen voice", name, "", "", "", "", ""))
    Xml.indent(root)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _clean(text: str) -> str:
    """Leave out what XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _columns(graph: Xml.Element, of: str, names: tuple[str, ...]) -> None:
    columns = Xml.SubElement(graph, "attributes", {"class": of})
    for place, name in enumerate(names):
        column = {"id": str(place), "title": name, "type": "string"}
        Xml.SubElement(columns, "attribute", column)


def _node(nodes: Xml.Element, identity: str, label: str, values: tuple[str, ...]) -> None:
    about = {"id": identity, "label": _clean(label)}
    if published := values[_NODE.index("published")]:
        about["start"] = published
    _values(Xml.SubElement(nodes, "node", about), values)


def _values(element: Xml.Element, values: tuple[str, ...]) -> None:
    said = Xml.SubElement(element, "attvalues")
    for place, value in enumerate(values):
        if value:
            Xml.SubElement(said, "attvalue", {"for": str(place), "value": _clean(value)})


def _time(document: Document) -> str:
    return document.published.isoformat() if document.published else ""


def _standing(case: Case) -> dict[str, tuple[str, str, str]]:
    """Return for each report its incidents, and its origin in the first of them."""
    found: dict[str, tuple[str, str, str]] = {}
    for incident in case.incidents:
        for origin in incident.origins:
            for report in origin.reports:
                incidents, name, independence = found.get(report, ("", "", ""))
                if incident.id not in incidents.split():
                    incidents = f"{incidents} {incident.id}".strip()
                found[report] = (
                    incidents,
                    name or origin.voice or "the first report itself",
                    independence or origin.independence.value,
                )
    return found


EXPORTER = Exporter(name="gexf", media_type="application/gexf+xml", suffix=".gexf", write=write)
