"""The graph of reports and what they come from, as rows: what graph formats share."""

import re
from typing import NamedTuple

from ..model import Case, identify
from .standing import judgements_of
from .words import judgement_words

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
NODE = (
    "kind", "source", "language", "published", "incidents", "origin", "independence",
    "judgements",
)  # fmt: skip
EDGE = ("how", "because")


class Node(NamedTuple):
    """A report or an unseen voice, with the values of `NODE`."""

    id: str
    label: str
    values: tuple[str, ...]

    @property
    def published(self) -> str:
        """Return when the report was published, ISO 8601; empty for a voice."""
        return self.values[NODE.index("published")]


class Edge(NamedTuple):
    """A step from a report, or an unseen voice, to what was made from it."""

    id: str
    source: str
    target: str
    bits: float
    values: tuple[str, ...]


def graph(case: Case) -> tuple[list[Node], list[Edge]]:
    """Return the nodes and edges of a case; edges lead to what was derived."""
    standing, judged = _standing(case), _judged(case)
    nodes, edges = [], []
    for document in case.documents:
        published = document.published.isoformat() if document.published else ""
        values = ("report", document.source, document.lang, published)
        stands = standing.get(document.id, ("", "", ""))
        decided = " | ".join(judged.get(document.id, ()))
        nodes.append(Node(document.id, document.key, (*values, *stands, decided)))
    unseen: dict[str, str] = {}
    for one in case.derivations:
        parent = one.parent
        if parent is None:
            parent = identify("unseen", one.voice)
            unseen[parent] = one.voice or ""
        edges.append(Edge(one.id, parent, one.doc, one.bits, (one.how.value, one.because)))
    for identity, name in sorted(unseen.items()):
        nodes.append(Node(identity, name, ("unseen voice", name, "", "", "", "", "", "")))
    return nodes, edges


def clean(text: str) -> str:
    """Leave out what XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _judged(case: Case) -> dict[str, list[str]]:
    """Return for each report what people decided of its incidents."""
    found: dict[str, list[str]] = {}
    for incident in case.incidents:
        for each in judgements_of(case, incident):
            for report in incident.reports:
                found.setdefault(report, []).append(judgement_words(each))
    return found


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
