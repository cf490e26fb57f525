"""The table of claims."""

import csv as plain
import io

from reportedly.export import csv
from reportedly.model import Case

from .conftest import TEXT


def rows(case: Case) -> list[dict[str, str]]:
    text = csv.write(case).decode()
    return list(plain.DictReader(io.StringIO(text, newline="")))


def test_each_claim_is_a_row_with_all_that_stands_behind_it(case: Case) -> None:
    table = {row["claim"]: row for row in rows(case)}
    assert list(table) == ["c1", "c2", "c3", "c4", "c6", "c5"]
    injured = table["c2"]
    assert (injured["incident"], injured["incident_type"]) == ("i1", "fire")
    assert (injured["low"], injured["best"], injured["high"]) == ("3", "3", "")
    assert (injured["stance"], injured["certainty"]) == ("asserts", "certain")
    assert (injured["chain"], injured["basis"]) == ("мер", "official")
    assert (injured["origin"], injured["grade"]) == ("мер", "B3")
    assert injured["independent"] == "independence not established"
    assert injured["report"] == "port/1"
    assert injured["original"] == "ab" * 32
    assert injured["quote"] == TEXT[int(injured["start"]) : int(injured["end"])] == "троє"
    assert (table["c3"]["lat"], table["c3"]["lon"]) == ("46.123457", "30.5")
    assert (table["c6"]["place_kind"], table["c6"]["lat"], table["c6"]["lon"]) == (
        "region",
        "",
        "",
    )
    assert table["c4"]["earliest"] == "2031-03-04T22:15:00+00:00"
    assert table["c4"]["quote"] == "Пожежа […] порту"


def test_a_claim_of_no_incident_is_kept(case: Case) -> None:
    (row,) = [row for row in rows(case) if row["claim"] == "c5"]
    assert row["incident"] == row["grade"] == row["origin"] == ""


def test_no_cell_is_a_formula(case: Case) -> None:
    signs = {value[0] for row in rows(case) for value in row.values() if value}
    assert not signs & set("=+-@\t\r")
    (row,) = [row for row in rows(case) if row["claim"] == "c5"]
    assert row["value"] == "'=cmd|' /C calc'!A0"
    assert row["quote"] == "'=Пожежа"


def test_an_empty_case_is_a_header() -> None:
    assert csv.write(Case()).decode() == ",".join(csv.COLUMNS) + "\r\n"
