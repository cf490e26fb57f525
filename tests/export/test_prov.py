"""Provenance, as other programs of provenance read it."""

import json
from typing import Any

import msgspec
import pytest

from reportedly.export import prov
from reportedly.model import Case, Derivation, How


def exported(case: Case) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(prov.write(case))
    return made


def derived(case: Case, how: How, parent: str | None) -> Case:
    one = Derivation(
        id="v9",
        doc=case.documents[1].id,
        parent=parent,
        voice=None if parent else "мер",
        how=how,
        bits=3.5,
        because="</script> because",
    )
    return msgspec.structs.replace(case, derivations=(one,))


def test_every_name_that_is_used_is_there(case: Case) -> None:
    made = exported(case)
    for link in made["wasDerivedFrom"].values():
        assert link["prov:generatedEntity"] in made["entity"]
        assert link["prov:usedEntity"] in made["entity"]
    for link in made["wasAttributedTo"].values():
        assert link["prov:entity"] in made["entity"]
        assert link["prov:agent"] in made["agent"]
    names = [name for part in made for name in made[part] if part != "prefix"]
    assert all(name.startswith("rp:") for name in names)


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        (How.COPY, "prov:Quotation"),
        (How.FORWARD, "prov:Quotation"),
        (How.UPDATE, "prov:Revision"),
        (How.SAME_STATEMENT, "prov:PrimarySource"),
        (How.REWRITE, None),
    ],
)
def test_the_kind_of_derivation(case: Case, how: How, kind: str | None) -> None:
    made = exported(derived(case, how, case.documents[0].id))
    link = made["wasDerivedFrom"]["rp:derivation-v9"]
    assert link.get("prov:type", {}).get("$") == kind
    assert (link["rp:how"], link["rp:bits"]) == (how, 3.5)


def test_an_unseen_voice_is_an_entity_of_its_own(case: Case) -> None:
    made = exported(derived(case, How.CITES, None))
    used = made["wasDerivedFrom"]["rp:derivation-v9"]["prov:usedEntity"]
    assert made["entity"][used]["prov:label"] == "мер"


def test_each_report_goes_back_to_its_origin(case: Case) -> None:
    made = exported(case)
    sources = [
        (link["prov:generatedEntity"], link["prov:usedEntity"])
        for link in made["wasDerivedFrom"].values()
        if link.get("prov:type", {}).get("$") == "prov:PrimarySource"
    ]
    for incident in case.incidents:
        for origin in incident.origins:
            for report in origin.reports:
                assert (f"rp:report-{report}", f"rp:origin-{origin.id}") in sources


def test_an_empty_case(case: Case) -> None:
    assert exported(Case()) == {"prefix": {"rp": prov.NAMESPACE}}
    assert b"</script" not in prov.write(derived(case, How.COPY, case.documents[0].id))
