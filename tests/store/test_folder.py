"""What a case folder keeps, and that nothing but news changes it."""

import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from reportedly.errors import UnusableCase
from reportedly.model import (
    Account,
    Case,
    Claim,
    Label,
    Reading,
    Refusal,
    Source,
    SourceKind,
    Span,
)
from reportedly.store import CaseFolder, verify

from .conftest import NIGHT, clock, contents, document, take


def reading(doc: str) -> Reading:
    span = Span(doc, 0, 6)
    claim = Claim(id=f"c{doc}", doc=doc, slot="type", value=Label(value="fire"), spans=(span,))
    account = Account(
        id=f"a{doc}",
        doc=doc,
        type="fire",
        place=None,
        when=None,
        spans=(span,),
        claims=(claim.id,),
    )
    return Reading(accounts=(account,), claims=(claim,))


LINKED = Case(sources=(Source(id="s1", kind=SourceKind.CHANNEL, names=("Port channel",)),))


def build(path: Path) -> list[int]:
    with CaseFolder.create_or_open(path) as folder:
        new = [take(folder, "a.json", [0, 1, 2], ["messages[9]"])[1]]
        new.append(take(folder, "b.json", [1, 2, 3])[1])
        unread = list(folder.unread("reader 1"))
        folder.put_readings(
            "reader 1",
            {doc.id: reading(doc.id) for doc in unread},
            {doc.id: doc.id.encode() for doc in unread},
        )
        if folder.state() != "linked 1":
            folder.replace_links("linked 1", LINKED)
    return new


def test_the_same_files_again_change_no_byte(tmp_path: Path) -> None:
    assert build(tmp_path / "case") == [3, 1]
    before = contents(tmp_path / "case")
    assert build(tmp_path / "case") == [0, 0]
    assert contents(tmp_path / "case") == before
    assert not list(verify(tmp_path / "case"))


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    build(tmp_path / "case")
    with CaseFolder.open(tmp_path / "case") as folder:
        case = folder.load()
        assert [doc.key for doc in case.documents] == [f"port/{n}" for n in range(4)]
        assert case.documents == folder.documents()
        assert {claim.doc for claim in case.claims} == {doc.id for doc in case.documents}
        assert [claim.doc for claim in case.claims] == [doc.id for doc in case.documents]
        assert case.sources == LINKED.sources
        assert folder.state() == "linked 1"
        assert [(no.file, no.place) for no in case.refusals] == [("a.json", "messages[9]")]
        assert [original.name for original in case.originals] == ["a.json", "b.json"] or [
            original.name for original in case.originals
        ] == ["b.json", "a.json"]
        assert folder.readings("reader 1").keys() == {doc.id for doc in case.documents}
        assert folder.readings("reader 2") == {}
        assert folder.signatures("reader 1")[case.documents[0].id]


def test_news_makes_the_links_out_of_date(tmp_path: Path) -> None:
    build(tmp_path / "case")
    with CaseFolder.create_or_open(tmp_path / "case") as folder:
        take(folder, "c.json", [8])
        assert folder.state() is None
        assert folder.load().sources == LINKED.sources
        folder.replace_links("linked 2", Case())
        assert folder.load().sources == ()


def test_a_newer_reading_takes_the_place_of_the_older(tmp_path: Path) -> None:
    build(tmp_path / "case")
    with CaseFolder.create_or_open(tmp_path / "case") as folder:
        assert len(list(folder.unread("reader 2"))) == 4
        first = folder.documents()[0].id
        folder.put_readings("reader 2", {first: Reading()}, {})
        assert folder.readings("reader 2") == {first: Reading()}
        assert len(folder.readings("reader 1")) == 3


def test_unread_may_be_followed_while_readings_are_written(tmp_path: Path) -> None:
    with CaseFolder.create_or_open(tmp_path / "case") as folder:
        take(folder, "a.json", range(501))
        seen = []
        for number, doc in enumerate(folder.unread("reader 1")):
            seen.append(doc.id)
            if number % 50 == 0:
                folder.put_readings("reader 1", {doc.id: Reading()}, {})
        assert len(seen) == len(set(seen)) == 501


def test_the_smallest_sighting_gives_the_record_whoever_comes_first(tmp_path: Path) -> None:
    kept = []
    for name, order in (("one", ["a.json", "b.json"]), ("two", ["b.json", "a.json"])):
        with CaseFolder.create_or_open(tmp_path / name) as folder:
            hashes = [take(folder, export, [5])[0].sha256 for export in order]
            (doc,) = folder.documents()
            assert doc.original == min(hashes)
            kept.append(doc)
    assert kept[0] == kept[1]


def test_a_better_sighting_with_another_content_is_read_anew(tmp_path: Path) -> None:
    with CaseFolder.create_or_open(tmp_path / "case") as folder:
        originals = [
            folder.seal(raw, name="x", media_type="text/plain", received=NIGHT)
            for raw in (b"first", b"second", b"third")
        ]
        small, middle, large = sorted(originals, key=lambda original: original.sha256)
        folder.add(middle, [document(middle.sha256, 1)])
        (doc,) = folder.documents()
        folder.put_readings("reader 1", {doc.id: Reading()}, {})
        assert folder.add(large, [document(large.sha256, 1, title="Порт")]) == 0
        assert folder.readings("reader 1")
        assert folder.add(small, [document(small.sha256, 1, title="Порт")]) == 0
        assert not folder.readings("reader 1")
        assert [doc.title for doc in folder.unread("reader 1")] == ["Порт"]


def test_another_reader_version_replaces_what_the_older_made(tmp_path: Path) -> None:
    path = tmp_path / "case"
    with CaseFolder.create_or_open(path, reader="1") as folder:
        original, new = take(folder, "a.json", [0, 1], ["messages[4]"])
        assert new == 2
        assert folder.finished(original.sha256)
    with CaseFolder.create_or_open(path, reader="2") as folder:
        assert folder.sealed(original.sha256)
        assert not folder.finished(original.sha256)
        assert folder.add(original, [document(original.sha256, n) for n in (1, 2)]) == 1
        assert [doc.key for doc in folder.documents()] == ["port/1", "port/2"]
        assert not folder.load().refusals
        assert folder.finished(original.sha256)
    assert not list(verify(path))


def test_originals_are_sealed_once_and_read_only(tmp_path: Path) -> None:
    path = tmp_path / "case"
    with CaseFolder.create_or_open(path) as folder:
        first = folder.seal(b"bytes", name="a", media_type="text/plain", received=NIGHT)
        again = folder.seal(
            b"bytes",
            name="b",
            media_type="text/html",
            received=datetime(2032, 1, 1, tzinfo=UTC),
            collector="somebody",
            url="https://example.org",
        )
        assert again == first
        assert folder.original(first.sha256) == b"bytes"
    file = path / "originals" / first.sha256[:2] / first.sha256
    assert stat.S_IMODE(file.stat().st_mode) == 0o444
    file.chmod(0o644)
    file.write_bytes(b"bytez")
    with CaseFolder.open(path) as folder, pytest.raises(UnusableCase, match=first.sha256):
        folder.original(first.sha256)


@pytest.mark.parametrize("asked", ["0" * 64, "../../../../etc/passwd", "", "A" * 64, "é" * 64])
def test_an_original_that_is_not_there_is_named(case: Path, asked: str) -> None:
    with CaseFolder.open(case) as folder, pytest.raises(UnusableCase):
        folder.original(asked)


def test_a_second_builder_is_told_to_wait(case: Path) -> None:
    with CaseFolder.create_or_open(case), pytest.raises(UnusableCase, match="another program"):
        CaseFolder.create_or_open(case)
    with CaseFolder.create_or_open(case) as folder:
        assert folder.documents()


def test_a_reader_sees_what_is_committed_while_a_build_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "case"
    with CaseFolder.create_or_open(path) as folder:
        take(folder, "a.json", [0])
        with CaseFolder.open(path) as reader:
            assert len(reader.documents()) == 1
            before = contents(path)
            take(folder, "b.json", [1])
            assert len(reader.documents()) == 2
            assert contents(path).keys() >= before.keys()


def test_another_program_may_look_into_the_case_file(case: Path) -> None:
    with closing(sqlite3.connect(case / "case.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM sightings").fetchone() == (6,)
        assert all(fault.note for fault in verify(case))
    assert list(verify(case)) == []


def test_reading_changes_no_byte_and_no_name(case: Path) -> None:
    before = contents(case), sorted(os.listdir(case))
    with CaseFolder.open(case) as folder:
        folder.load()
        folder.documents()
        list(folder.unread("reader 1"))
        folder.original(folder.load().originals[0].sha256)
        assert (contents(case), sorted(os.listdir(case))) == before
    assert (contents(case), sorted(os.listdir(case))) == before


def test_a_reader_cannot_write(case: Path) -> None:
    with CaseFolder.open(case) as folder, pytest.raises(UnusableCase, match="reading only"):
        folder.seal(b"", name="a", media_type="text/plain", received=NIGHT)


def test_other_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableCase, match="no case here"):
        CaseFolder.open(tmp_path)
    (tmp_path / "thesis.odt").write_bytes(b"years of work")
    with pytest.raises(UnusableCase, match=r"thesis\.odt"):
        CaseFolder.create_or_open(tmp_path)
    assert os.listdir(tmp_path) == ["thesis.odt"]


def test_an_original_with_nothing_in_it_is_finished(tmp_path: Path) -> None:
    with CaseFolder.create_or_open(tmp_path / "case") as folder:
        original, new = take(folder, "empty.json", [])
        assert new == 0
        assert folder.finished(original.sha256)


def test_text_that_is_no_unicode_is_refused_not_lost(tmp_path: Path) -> None:
    with CaseFolder.create_or_open(tmp_path / "case") as folder:
        original, _ = take(folder, "a.json", [])
        bad = msgspec.structs.replace(document(original.sha256, 1), title="\ud800")
        assert folder.add(original, [bad, document(original.sha256, 2)]) == 1
        (refusal,) = folder.load().refusals
        assert refusal.place == bad.place


def test_a_file_name_that_is_no_unicode_is_spelt_out(tmp_path: Path) -> None:
    with CaseFolder.create_or_open(tmp_path / "case") as folder:
        name = "old \udcff.json"
        original = folder.seal(b"x", name=name, media_type="x/y", received=NIGHT)
        folder.add(original, [Refusal(file=name, place="\udcff", why="it is empty")])
        case = folder.load()
    assert case.originals[0].name == case.refusals[0].file == r"old \udcff.json"
    assert list(verify(tmp_path / "case")) == []


def test_a_document_of_another_original_is_a_mistake(tmp_path: Path) -> None:
    with CaseFolder.create_or_open(tmp_path / "case", clock=clock()) as folder:
        original, _ = take(folder, "a.json", [])
        with pytest.raises(ValueError, match="not of original"):
            folder.add(original, [document("0" * 64, 1)])
