"""The graph for Gephi."""

from xml.etree import ElementTree as Xml

import msgspec

from reportedly.export import gexf
from reportedly.model import Case

GEXF = {"g": gexf.NAMESPACE}


def elements(raw: bytes, name: str) -> list[Xml.Element]:
    return Xml.fromstring(raw).findall(f".//g:{name}", GEXF)


def test_edges_join_nodes_that_are_there(case: Case) -> None:
    raw = gexf.write(case)
    nodes = {node.get("id") for node in elements(raw, "node")}
    edges = elements(raw, "edge")
    assert {document.id for document in case.documents} < nodes
    assert len(edges) == len(case.derivations)
    assert all({edge.get("source"), edge.get("target")} <= nodes for edge in edges)


def test_an_edge_leads_to_what_was_derived_and_says_why(case: Case) -> None:
    (edge, *_) = elements(gexf.write(case), "edge")
    one = case.derivations[0]
    assert (edge.get("target"), edge.get("weight")) == (one.doc, "4.25")
    said = [value.get("value") for value in edge.findall(".//g:attvalue", GEXF)]
    assert said == [one.how, one.because]


def test_what_xml_cannot_hold_does_no_harm(case: Case) -> None:
    strange = msgspec.structs.replace(
        case.documents[0], source='a\0b\x0b<"&\ufffe', key="]]>\ud83d"
    )
    raw = gexf.write(msgspec.structs.replace(case, documents=(strange,), derivations=()))
    (node,) = elements(raw, "node")
    values = [value.get("value") for value in node.findall(".//g:attvalue", GEXF)]
    assert 'a\ufffdb\ufffd<"&\ufffd' in values


def test_an_empty_case_is_an_empty_graph() -> None:
    assert elements(gexf.write(Case()), "node") == []
