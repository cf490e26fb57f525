"""What people decided goes with the case into every format that can hold it."""

import csv as plain
import io
import json
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as Xml

import msgspec
import pytest

from reportedly.export import csv, geojson, gexf, graphml, lines, prov
from reportedly.model import Case, Judgement, Side, Verdict, judgement

AT = datetime(2031, 3, 5, 9, 30, tzinfo=UTC)
WORDS = "Merged by the desk, 2031-03-05 09:30 UTC: One fire, two names."


def decided(verdict: Verdict, because: str, by: str, undoes: str | None = None) -> Judgement:
    sides = (Side(reports=("d1",)), Side(reports=("d0",)))
    empty = (Side(), Side())
    return judgement(verdict, empty if undoes else sides, because, by=by, at=AT, undoes=undoes)


MERGED = decided(Verdict.MERGE, "One fire, two names.", "the desk")
GONE = decided(Verdict.SPLIT, "=Another </script> night.", "")
UNDONE = decided(Verdict.UNDO, "The map was wrong.", "", GONE.id)


@pytest.fixture
def judged(case: Case) -> Case:
    first, *rest = case.incidents
    first = msgspec.structs.replace(first, judgements=(MERGED.id,))
    return msgspec.structs.replace(
        case, incidents=(first, *rest), judgements=(MERGED, GONE, UNDONE)
    )


def test_a_claim_names_the_judgement_of_its_incident(judged: Case) -> None:
    text = csv.write(judged).decode()
    rows = {row["claim"]: row for row in plain.DictReader(io.StringIO(text, newline=""))}
    assert rows["c2"]["judgements"] == WORDS
    assert rows["c5"]["judgements"] == ""


def test_a_feature_has_its_judgements(judged: Case) -> None:
    made = json.loads(geojson.write(judged))
    first, second, _ = (feature["properties"] for feature in made["features"])
    (told,) = first["judgements"]
    assert told["verdict"] == "merge"
    assert (told["by"], told["because"]) == ("the desk", "One fire, two names.")
    assert told["at"] == AT.isoformat()
    assert second["judgements"] == []
    assert lines.incident_rows(judged)[0]["judgements"] == [told]


def exported(case: Case) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(prov.write(case))
    return made


def test_a_judgement_is_an_activity_of_a_person(judged: Case) -> None:
    made = exported(judged)
    name = f"rp:judgement-{MERGED.id}"
    told = made["activity"][name]
    assert told["rp:verdict"] == "merge"
    assert told["rp:stands"] is True
    assert told["prov:startTime"] == AT.isoformat()
    (agent,) = {
        tie["prov:agent"]
        for tie in made["wasAssociatedWith"].values()
        if tie["prov:activity"] == name
    }
    assert made["agent"][agent]["prov:label"] == "the desk"
    used = {t["prov:entity"] for t in made["used"].values() if t["prov:activity"] == name}
    assert used == {"rp:report-d0", "rp:report-d1"}
    (generated,) = made["wasGeneratedBy"].values()
    assert generated == {"prov:entity": "rp:incident-i1", "prov:activity": name}


def test_what_was_undone_is_kept_and_said_to_be_undone(judged: Case) -> None:
    made = exported(judged)
    assert made["activity"][f"rp:judgement-{GONE.id}"]["rp:stands"] is False
    (tie,) = made["wasInformedBy"].values()
    assert tie["prov:informant"] == f"rp:judgement-{GONE.id}"
    assert b"</script" not in prov.write(judged)


def test_every_name_that_is_used_is_there(judged: Case) -> None:
    made = exported(judged)
    for tie in (t for part in ("used", "wasGeneratedBy") for t in made[part].values()):
        assert tie["prov:entity"] in made["entity"]
        assert tie["prov:activity"] in made["activity"]
    assert not {"activity", "used"} & set(exported(Case()))


@pytest.mark.parametrize("format_", [gexf, graphml])
def test_a_report_in_the_graph_names_the_judgements(judged: Case, format_: Any) -> None:
    root = Xml.fromstring(format_.write(judged))
    said = {value.get("value") or value.text for value in root.iter()}
    assert WORDS in said
