"""The graph for NetworkX, yEd and igraph."""

from xml.etree import ElementTree as Xml

from reportedly.export import gexf, graphml
from reportedly.model import Case

GRAPHML = {"g": graphml.NAMESPACE}


def elements(raw: bytes, name: str) -> list[Xml.Element]:
    return Xml.fromstring(raw).findall(f".//g:{name}", GRAPHML)


def test_it_holds_the_nodes_and_edges_of_the_other_graph(case: Case) -> None:
    raw, other = graphml.write(case), Xml.fromstring(gexf.write(case))
    for name in ("node", "edge"):
        ids = [one.get("id") for one in other.findall(f".//{{{gexf.NAMESPACE}}}{name}")]
        assert [one.get("id") for one in elements(raw, name)] == ids
    assert elements(raw, "graph")[0].get("edgedefault") == "directed"


def test_every_value_has_a_declared_key_and_edges_say_why(case: Case) -> None:
    raw = graphml.write(case)
    declared = {key.get("id"): key.get("for") for key in elements(raw, "key")}
    for name in ("node", "edge"):
        data = [value for one in elements(raw, name) for value in one]
        assert data
        assert {declared[value.get("key", "")] for value in data} == {name}
    (edge, *_) = elements(raw, "edge")
    one = case.derivations[0]
    said = {value.get("key"): value.text for value in edge}
    assert said == {"edge-bits": "4.25", "edge-how": one.how, "edge-because": one.because}
    assert edge.get("target") == one.doc


def test_an_empty_case_is_an_empty_graph() -> None:
    assert elements(graphml.write(Case()), "node") == []
