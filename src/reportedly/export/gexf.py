"""The graph of reports and what they come from, for Gephi and its like (GEXF 1.3)."""

from xml.etree import ElementTree as Xml

from ..model import Case
from .exporter import Exporter
from .graph import EDGE, NODE, Edge, Node, clean, graph

NAMESPACE = "http://gexf.net/1.3"


def write(case: Case) -> bytes:
    """Return a directed graph of reports and unseen voices; edges lead to what was derived.

    Edge weights are bits of evidence. Nodes have a start time, so the graph can be played.
    """
    root = Xml.Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    drawn = Xml.SubElement(
        root,
        "graph",
        {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "datetime"},
    )
    _columns(drawn, "node", NODE)
    _columns(drawn, "edge", EDGE)
    nodes, edges = graph(case)
    held = Xml.SubElement(drawn, "nodes")
    for node in nodes:
        _node(held, node)
    held = Xml.SubElement(drawn, "edges")
    for edge in edges:
        _edge(held, edge)
    Xml.indent(root)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _columns(drawn: Xml.Element, of: str, names: tuple[str, ...]) -> None:
    columns = Xml.SubElement(drawn, "attributes", {"class": of})
    for place, name in enumerate(names):
        column = {"id": str(place), "title": name, "type": "string"}
        Xml.SubElement(columns, "attribute", column)


def _node(nodes: Xml.Element, node: Node) -> None:
    about = {"id": node.id, "label": clean(node.label)}
    if node.published:
        about["start"] = node.published
    _values(Xml.SubElement(nodes, "node", about), node.values)


def _edge(edges: Xml.Element, edge: Edge) -> None:
    about = {"id": edge.id, "source": edge.source, "target": edge.target}
    about["weight"] = f"{edge.bits:g}"
    _values(Xml.SubElement(edges, "edge", about), edge.values)


def _values(element: Xml.Element, values: tuple[str, ...]) -> None:
    said = Xml.SubElement(element, "attvalues")
    for place, value in enumerate(values):
        if value:
            Xml.SubElement(said, "attvalue", {"for": str(place), "value": clean(value)})


EXPORTER = Exporter(name="gexf", media_type="application/gexf+xml", suffix=".gexf", write=write)
