"""The graph of reports and what they come from, for NetworkX, yEd, igraph (GraphML 1.0)."""

from xml.etree import ElementTree as Xml

from ..model import Case
from .exporter import Exporter
from .graph import EDGE, NODE, clean, graph

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = ("label", *NODE)
_EDGE = ("bits", *EDGE)


def write(case: Case) -> bytes:
    """Return a directed graph of reports and unseen voices; edges lead to what was derived."""
    root = Xml.Element("graphml", {"xmlns": NAMESPACE})
    _keys(root, "node", _NODE)
    _keys(root, "edge", _EDGE)
    drawn = Xml.SubElement(root, "graph", {"id": "case", "edgedefault": "directed"})
    nodes, edges = graph(case)
    for node in nodes:
        _data(Xml.SubElement(drawn, "node", {"id": node.id}), _NODE, (node.label, *node.values))
    for edge in edges:
        about = {"id": edge.id, "source": edge.source, "target": edge.target}
        _data(Xml.SubElement(drawn, "edge", about), _EDGE, (f"{edge.bits:g}", *edge.values))
    Xml.indent(root)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _keys(root: Xml.Element, of: str, names: tuple[str, ...]) -> None:
    for name in names:
        kind = "double" if name == "bits" else "string"
        about = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind}
        Xml.SubElement(root, "key", about)


def _data(element: Xml.Element, names: tuple[str, ...], values: tuple[str, ...]) -> None:
    for name, value in zip(names, values, strict=True):
        if value:
            Xml.SubElement(element, "data", {"key": f"{element.tag}-{name}"}).text = clean(
                value
            )


EXPORTER = Exporter(
    name="graphml", media_type="application/graphml+xml", suffix=".graphml", write=write
)
