"""A changed byte anywhere in a case folder is found, and the item is named."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.errors import UnusableCase
from reportedly.model import Case, Reading
from reportedly.store import CaseFolder, Fault, verify

from .conftest import NIGHT, clock, contents, take
from .test_folder import LINKED, reading


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case with rows in every table and pages that were given back."""
    path = tmp_path_factory.mktemp("verify") / "case"
    with CaseFolder.create_or_open(path, clock=clock()) as folder:
        take(folder, "a.json", range(40), ["messages[99]"])
        take(folder, "b.json", range(20, 60))
        read = {doc.id: reading(doc.id) for doc in folder.unread("reader 1")}
        folder.put_readings("reader 1", read, dict.fromkeys(read, b"signature" * 50))
        folder.put_readings("reader 2", dict.fromkeys(read, Reading()), {})
        folder.replace_links("linked 1", LINKED)
    with closing(sqlite3.connect(f"file:{path}/case.sqlite?immutable=1", uri=True)) as db:
        assert db.execute("PRAGMA freelist_count").fetchone()[0]
    return path


@pytest.fixture
def case(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "case"))


def damage(path: Path) -> list[Fault]:
    return [fault for fault in verify(path) if not fault.note]


def offsets(file: Path, many: int) -> list[int]:
    size = file.stat().st_size
    edges = {0, 15, 18, 24, 40, 60, 68, 92, 99, size // 2, size - 2, size - 1}
    drawn = random.Random(f"{file.name} {size}").sample(range(size), min(many, size))
    return sorted({at for at in edges if 0 <= at < size} | set(drawn))


def test_a_sound_case_has_no_fault(whole: Path) -> None:
    assert list(verify(whole)) == []


def test_any_changed_byte_is_found_and_its_file_named(case: Path) -> None:
    files = sorted(file for file in case.rglob("*") if file.is_file())
    assert len(files) == 4
    for file in files:
        file.chmod(0o644)
        item = file.relative_to(case).as_posix()
        sound = file.read_bytes()
        for at in offsets(file, 150 if len(sound) > 1000 else 25):
            bit = 1 << (at % 8)
            file.write_bytes(sound[:at] + bytes([sound[at] ^ bit]) + sound[at + 1 :])
            named = [fault.item for fault in damage(case)]
            assert any(one.startswith(item) for one in named), (item, at, named)
        file.write_bytes(sound)
    assert list(verify(case)) == []


def test_a_changed_report_is_named_by_its_row(case: Path) -> None:
    with CaseFolder.open(case) as folder:
        doc = folder.documents()[7]
    file = case / "case.sqlite"
    raw = file.read_bytes()
    text = doc.text.encode()
    assert raw.count(text) >= 1
    file.write_bytes(raw.replace(text, text.replace(b"7", b"8")))
    assert any(f"sightings {doc.id}" in fault.item for fault in damage(case))


@pytest.mark.parametrize("name", ["case.sqlite", "custody.jsonl"])
@pytest.mark.parametrize("keep", [0.0, 0.3, 0.6, 0.9])
def test_a_file_cut_short_is_found(case: Path, name: str, keep: float) -> None:
    file = case / name
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * keep)])
    assert any(fault.item.startswith(name) for fault in damage(case))


def test_a_log_cut_at_a_line_is_found(case: Path) -> None:
    log = case / "custody.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    for keep in range(len(lines)):
        log.write_bytes(b"".join(lines[:keep]))
        assert any(fault.item.startswith("custody.jsonl") for fault in damage(case)), keep
        if keep:
            with pytest.raises(UnusableCase, match="custody"):
                CaseFolder.create_or_open(case)


@pytest.mark.parametrize("name", ["case.sqlite", "custody.jsonl", "originals"])
def test_a_missing_part_is_named(case: Path, name: str) -> None:
    moved = case.parent / name
    (case / name).rename(moved)
    assert any(fault.item == name for fault in damage(case))


def test_a_missing_original_is_named(case: Path) -> None:
    with CaseFolder.open(case) as folder:
        sha256 = folder.load().originals[0].sha256
    (case / "originals" / sha256[:2] / sha256).unlink()
    assert [fault.item for fault in damage(case)] == [f"originals/{sha256[:2]}/{sha256}"]


@pytest.mark.parametrize(
    "name",
    ["notes.txt", "originals/x", "originals/ab/ff", "case.sqlite-wal", "originals/zz/y/z"],
)
def test_what_does_not_belong_is_named(case: Path, name: str) -> None:
    file = case / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"anything")
    assert any(fault.item == name for fault in damage(case))


STATEMENTS = [
    ("DELETE FROM sightings WHERE place = 'messages[7]'", "case.sqlite reports of"),
    ("DELETE FROM refusals", "case.sqlite reports of"),
    ("DELETE FROM sources", "case.sqlite derived"),
    ("DELETE FROM originals WHERE record LIKE '%b.json%'", "case.sqlite originals"),
    ("UPDATE sightings SET place = 'x' WHERE place = 'messages[7]'", "case.sqlite sightings"),
    ("UPDATE readings SET extractor = 'reader 3'", "case.sqlite readings"),
    ("UPDATE sources SET record = replace(record, 'Port', 'Fort')", "case.sqlite sources 0"),
    ("CREATE TABLE more (x)", "case.sqlite"),
    ("DROP INDEX sightings_by_original", "case.sqlite"),
]


@pytest.mark.parametrize(("statement", "item"), STATEMENTS)
def test_what_another_program_did_to_the_rows_is_named(
    case: Path, statement: str, item: str
) -> None:
    with closing(sqlite3.connect(case / "case.sqlite")) as db, db:
        db.execute(statement)
    assert any(fault.item.startswith(item) for fault in damage(case))


def test_a_damaged_record_is_said_to_be_damaged(case: Path) -> None:
    with closing(sqlite3.connect(case / "case.sqlite")) as db, db:
        db.execute("UPDATE incidents SET record = '{}'")
        db.execute("UPDATE sources SET record = '{}'")
    with CaseFolder.open(case) as folder, pytest.raises(UnusableCase, match="run verify"):
        folder.load()


@pytest.mark.parametrize(
    ("name", "at"), [("case.sqlite", 5000), ("custody.jsonl", -5), ("custody.jsonl", -600)]
)
def test_nothing_is_built_on_damage(case: Path, name: str, at: int) -> None:
    file = case / name
    raw = bytearray(file.read_bytes())
    raw[at] ^= 1
    file.write_bytes(raw)
    before = contents(case)
    with (
        pytest.raises(UnusableCase, match="run verify"),
        CaseFolder.create_or_open(case) as folder,
    ):
        take(folder, "new.json", [77])
    after = contents(case)
    assert {name: after[name] for name in ("case.sqlite", "custody.jsonl")} == {
        name: before[name] for name in ("case.sqlite", "custody.jsonl")
    }


def test_a_stopped_build_is_a_note_and_damage_in_it_is_still_found(tmp_path: Path) -> None:
    path, stopped = tmp_path / "case", tmp_path / "stopped"
    with CaseFolder.create_or_open(path) as folder:
        take(folder, "a.json", range(5))
        shutil.copytree(path, stopped)
    notes = list(verify(stopped))
    assert notes
    assert all(fault.note for fault in notes)
    with CaseFolder.open(stopped) as folder:
        assert len(folder.documents()) == 5
        (original,) = folder.load().originals
    file = stopped / "originals" / original.sha256[:2] / original.sha256
    file.chmod(0o644)
    file.write_bytes(b"other bytes")
    assert [fault.item for fault in damage(stopped)] == [file.relative_to(stopped).as_posix()]


def test_the_next_build_completes_a_stopped_one_with_nothing_to_add(tmp_path: Path) -> None:
    path, stopped = tmp_path / "case", tmp_path / "stopped"
    with CaseFolder.create_or_open(path) as folder:
        take(folder, "a.json", range(5))
        shutil.copytree(path, stopped)
    with CaseFolder.create_or_open(stopped) as folder:
        take(folder, "a.json", range(5))
    assert list(verify(stopped)) == []
    with CaseFolder.open(stopped) as one, CaseFolder.open(path) as other:
        assert one.documents() == other.documents()


def test_a_case_under_construction_is_not_judged(tmp_path: Path) -> None:
    with CaseFolder.create_or_open(tmp_path / "case"), pytest.raises(UnusableCase):
        list(verify(tmp_path / "case"))
    with pytest.raises(UnusableCase, match="no case"):
        list(verify(tmp_path))


def test_bytes_sealed_but_never_recorded_are_a_note(tmp_path: Path) -> None:
    path, stopped = tmp_path / "case", tmp_path / "stopped"
    with CaseFolder.create_or_open(path) as folder:
        take(folder, "a.json", range(5))
        shutil.copytree(path, stopped)
        late = folder.seal(b"late", name="late", media_type="text/plain", received=NIGHT)
        folder.replace_links("linked", Case())
    place = f"originals/{late.sha256[:2]}/{late.sha256}"
    (stopped / place).parent.mkdir(exist_ok=True)
    shutil.copy(path / place, stopped / place)
    assert {fault.item for fault in verify(stopped)} == {"custody.jsonl", place}
    assert not damage(stopped)
