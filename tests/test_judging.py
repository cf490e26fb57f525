"""A person's decisions on a case folder: recorded, verified, undone, kept by rebuilds."""

import sqlite3
from importlib import resources
from pathlib import Path

import pytest

import reportedly
from reportedly.case import as_of
from reportedly.errors import BadSetting, UnknownItem
from reportedly.store import verify


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with resources.as_file(resources.files("reportedly.sample")) as sample:
        reportedly.build([sample], tmp_path / "case")
    return tmp_path / "case"


def test_a_merge_is_kept_by_a_rebuild_and_can_be_undone(folder: Path, tmp_path: Path) -> None:
    before = reportedly.open_case(folder)
    one, other = before.incidents[:2]
    merged = reportedly.judge(folder, "merge", one.id[:8], other.id, because="One night.")
    together = {*one.reports, *other.reports}
    assert together <= set(merged.incidents[0].reports)
    more = tmp_path / "more.txt"
    more.write_text("The library opened a new hall, the mayor said.", "utf-8")
    rebuilt = reportedly.build([more], folder)
    assert together <= set(rebuilt.incidents[0].reports)
    (row,) = reportedly.judgement_rows(rebuilt)
    assert (row["verdict"], row["because"], row["stands"]) == ("merge", "One night.", True)
    shown = reportedly.incident_rows(rebuilt)[0]["judgements"]
    assert isinstance(shown, list)
    assert shown[0]["judgement"] == row["judgement"]
    undone = reportedly.judge(folder, "undo", str(row["judgement"]), because="Two after all.")
    assert {each.id for each in undone.incidents} >= {one.id, other.id}
    assert [each["stands"] for each in reportedly.judgement_rows(undone)] == [False, True]
    assert not list(verify(folder))


def test_reports_are_taken_out_by_their_key(folder: Path) -> None:
    before = reportedly.open_case(folder)
    whole = before.incidents[0]
    told = {account.doc for account in before.accounts if account.id in whole.accounts}
    out = next(each for each in before.documents if each.id in told)
    after = reportedly.judge(folder, "split", whole.id, out.key, because="Another street.")
    assert not any({out.id, whole.reports[-1]} <= set(each.reports) for each in after.incidents)


def test_before_a_judgement_nothing_is_known_of_it(folder: Path) -> None:
    before = reportedly.open_case(folder)
    one, other = before.incidents[:2]
    after = reportedly.judge(folder, "merge", one.id, other.id, because="One night.")
    then = max(each.published for each in before.documents if each.published)
    assert as_of(after, then).incidents == as_of(before, then).incidents


def test_a_judgement_that_does_not_fit_is_refused(folder: Path) -> None:
    one = reportedly.open_case(folder).incidents[0].id
    with pytest.raises(BadSetting):
        reportedly.judge(folder, "merge", one, one, because="Same.")
    with pytest.raises(BadSetting):
        reportedly.judge(folder, "merge", one, one, because=" ")
    with pytest.raises(UnknownItem):
        reportedly.judge(folder, "undo", "abc", because="No such.")


def test_a_judgement_removed_by_hand_is_missed(folder: Path) -> None:
    one, other = (each.id for each in reportedly.open_case(folder).incidents[:2])
    reportedly.judge(folder, "merge", one, other, because="One night.")
    with sqlite3.connect(folder / "case.sqlite") as db:
        db.execute("DELETE FROM judgements")
    db.close()
    assert any("judgements" in fault.item for fault in verify(folder))
