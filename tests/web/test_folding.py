"""Large incidents: origins folded into boxes, opened one by one; glance, rules and replay."""

import msgspec
import pytest

from reportedly.web.lookup import Lookup
from reportedly.web.views.causes import rules
from reportedly.web.views.compare import alike
from reportedly.web.views.folding import Folding, asked_folding
from reportedly.web.views.glance import glance
from reportedly.web.views.graph import graph
from reportedly.web.views.shared import marks_of_reports
from reportedly.weigh import code

from .conftest import Ask
from .constructed import CASE, CLIP, INCIDENT, document

LOOKUP = Lookup(CASE)
FIRST = marks_of_reports(INCIDENT)[CLIP.id][0].number


def test_a_folded_origin_is_one_box_that_opens_it() -> None:
    drawn = graph(LOOKUP, INCIDENT, Folding())
    assert drawn is not None
    (box,) = [n for n in drawn.nodes if n.kind == "origin" and n.number == FIRST]
    assert box.href == f"?open={FIRST}#provenance"
    assert f"/reports/{CLIP.id}" not in {n.href for n in drawn.nodes}
    opened = graph(LOOKUP, INCIDENT, Folding(opened=frozenset({FIRST})))
    assert opened is not None
    assert f"/reports/{CLIP.id}" in {n.href for n in opened.nodes}
    assert [link.href for link in opened.closing] == ["?open=none#provenance"]


@pytest.mark.parametrize(
    ("asked", "every", "opened"),
    [("", True, set()), ("all", True, set()), ("none", False, set()), ("2,x,1", False, {1, 2})],
)
def test_what_an_address_opens(asked: str, every: bool, opened: set[int]) -> None:
    found = asked_folding(asked, 5)
    assert (found.every, found.opened) == (every, opened)


def test_a_large_incident_begins_folded() -> None:
    assert not asked_folding("", 40).every


def test_what_is_disputed_is_never_called_confirmed() -> None:
    lines = {
        line.kind: " ".join(a.text for a in line.answers) for line in glance(LOOKUP, INCIDENT)
    }
    assert "injured" in lines["disputed"]
    assert "Injured" not in lines.get("confirmed", "")


def test_the_page_codes_as_the_command_line_does() -> None:
    for shown in rules(LOOKUP, INCIDENT):
        (coding,) = [c for c in code(CASE, shown.name) if c.incident == INCIDENT.id]
        assert [f.name for f in shown.fields] == [f.name for f in coding.fields]
        assert [f.because for f in shown.fields] == [f.because for f in coding.fields]


def test_words_in_both_reports_are_aligned_whatever_their_case() -> None:
    a = document("Юг", 1, "Ночью в порту горел Склад масла, все живы.")
    b = document("Север", 2, "Соседи: «горел склад масла». Больше ничего.")
    assert [(x.of(a.text), y.of(b.text)) for x, y in alike(a, b)] == [
        ("горел Склад масла", "горел склад масла")
    ]
    assert alike(a, msgspec.structs.replace(b, text="Тихо.")) == []


def test_a_moment_shows_what_was_out_and_a_bad_one_is_refused(ask: Ask) -> None:
    shown = ask(f"/incidents/{INCIDENT.id}?as_of=2024-05-15T00:12:00Z")
    assert shown.status_code == 200
    assert "As known at 2024-05-15 00:12 UTC" in shown.text
    assert ask("/?as_of=2024-05-15T00:12:00Z").status_code == 200
    refused = ask("/?as_of=yesterday")
    assert refused.status_code == 400
    assert "no ISO time with a zone" in refused.text
