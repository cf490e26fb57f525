"""Certainty from hop to hop."""

import msgspec
import pytest

from reportedly.extract import extract
from reportedly.link.drift import drift, footing
from reportedly.model import Basis, Certainty, Derivation, How, Reading, Span, Stance

from .posts import FIRST, OTHER, derived, post, said

DOCS = [post("Ночной колокол", FIRST), post("Южный берег", FIRST, 7), post("Эхо", FIRST, 9)]


def step(child: int, parent: int) -> Derivation:
    return Derivation(
        id=f"{child}-{parent}",
        doc=DOCS[child].id,
        parent=DOCS[parent].id,
        voice=None,
        how=How.COPY,
        bits=4.0,
        because="",
    )


def reading(at: int, **changes: object) -> Reading:
    made = said(DOCS[at], "очевидцы", Basis.EYEWITNESS)
    (one,) = made.attributions
    return Reading(attributions=(msgspec.structs.replace(one, **changes),))


HEDGES = [
    {"certainty": Certainty.POSSIBLE},
    {"stance": Stance.HEDGES},
    {"caveats": (Span("d", 0, 3),)},
]


@pytest.mark.parametrize("hedge", HEDGES)
def test_who_drops_the_hedge_is_named(hedge):
    readings = {DOCS[0].id: reading(0, **hedge), DOCS[1].id: reading(1, **hedge)}
    hops = drift(DOCS, (step(1, 0), step(2, 1)), readings)
    assert [(hop.doc, hop.steps, hop.dropped) for hop in hops] == [
        (DOCS[1].id, 1, False),
        (DOCS[2].id, 2, True),
    ]
    assert "Эхо tells as certain what Южный берег hedges" in hops[1].because
    assert "from eyewitness to unstated" in hops[1].because


def test_the_best_parent_alone_is_a_hop():
    hops = drift(DOCS, (step(2, 1), step(2, 0)), {})
    assert [(hop.doc, hop.parent) for hop in hops] == [(DOCS[2].id, DOCS[1].id)]
    assert hops[0].because == "nothing changes"


def test_a_hedge_anywhere_holds_for_the_report():
    doc = post("Эхо", OTHER)
    sure, open_ = said(doc, "мэр", Basis.OFFICIAL), reading(0, stance=Stance.HEDGES)
    both = Reading(attributions=sure.attributions + open_.attributions)
    assert footing(both).hedged
    assert not footing(sure).hedged
    assert not footing(Reading()).hedged


def test_a_count_told_as_certain_that_the_report_before_hedges_is_a_hedge_dropped():
    texts = [
        "В Климовске горит склад красок, предположительно двое погибших.",
        "В Климовске горит склад красок, двое погибших.",
    ]

    def dropped(*sources: str) -> list[str]:
        rows = zip(sources, texts, (0, 9), strict=True)
        docs = [post(source, text, minutes) for source, text, minutes in rows]
        readings = {doc.id: extract(doc) for doc in docs}
        hops = drift(docs, derived(docs, readings), readings)
        return [hop.because for hop in hops if hop.dropped]

    assert dropped("Рупор", "Провод") == ["Провод tells as certain what Рупор hedges: killed"]
    assert dropped("Рупор", "Рупор") == []  # who knows more by now drops nothing
