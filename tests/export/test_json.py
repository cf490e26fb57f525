"""The JSON export is the case itself."""

import json as plain
from pathlib import Path

import pytest

from reportedly.errors import UnreadableInput
from reportedly.export import json
from reportedly.model import Case

SCHEMA = Path(__file__).parents[2] / "docs" / "case.schema.json"


def test_a_case_comes_back_as_it_went(case: Case) -> None:
    written = json.write(case)
    assert json.read(written) == case
    assert json.write(json.read(written)) == written
    assert json.read(json.write(Case())) == Case()


def test_it_is_json_that_anybody_reads(case: Case) -> None:
    document = plain.loads(json.write(case))
    assert document["format"] == "reportedly-case"
    assert document["version"] == 1
    assert document["case"]["documents"][1]["text"] == case.documents[1].text


def test_nothing_in_it_ends_a_script(case: Case) -> None:
    assert b"<" not in json.write(case)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "no JSON export"),
        (b"[]", "no JSON export"),
        (b"{}", "no JSON export"),
        (b"\xff\xfe", "no JSON export"),
        (b'{"format": "another"}', "no JSON export"),
        (b'{"format": "reportedly-case", "version": 9, "case": {}}', "version 9"),
        (b'{"format": "reportedly-case", "version": 1}', "case"),
        (b'{"format": "reportedly-case", "version": 1, "case": {"claims": 3}}', "claims"),
        (b'{"format": "reportedly-case", "version": 1, "case": {"x": 3}}', "x"),
        (b"[" * 100_000, "no JSON export"),
    ],
)
def test_what_is_no_case_is_refused_with_words(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        json.read(raw)


def test_the_schema_in_the_documentation_is_the_one_of_the_code() -> None:
    made = plain.dumps(json.schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert SCHEMA.read_text("utf-8") == made
