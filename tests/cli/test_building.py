"""`build` on real files, run as a user runs it, and stopped as a laptop is stopped."""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from importlib import resources
from pathlib import Path

import pytest

from reportedly.cli import building
from reportedly.store import CaseFolder, gather, verify

KILLS = 10


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportedly", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "sample"
    with resources.as_file(resources.files("reportedly.sample")) as files:
        shutil.copytree(files, folder, ignore=shutil.ignore_patterns("__*"))
    return folder


@pytest.fixture(scope="module")
def whole(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("whole") / "case"
    done = run("build", case, sample)
    assert done.returncode == 0, done.stderr
    return case


def content(case: Path) -> bytes:
    """Return all that the case says, as its JSON export has it, custody apart."""
    exported = json.loads(run("export", case, "--to", "json").stdout)
    for original in exported["case"]["originals"]:
        del original["received"]
    return json.dumps(exported, sort_keys=True).encode()


def files(case: Path) -> dict[str, str]:
    return {
        str(file.relative_to(case)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(case.rglob("*"))
        if file.is_file()
    }


def test_the_same_files_again_change_not_one_byte(whole: Path, sample: Path) -> None:
    before = files(whole)
    done = run("build", whole, sample)
    assert done.returncode == 0
    assert "0 of them new" in done.stderr
    assert files(whole) == before


def test_files_added_later_give_the_case_that_all_at_once_gives(
    whole: Path, sample: Path, tmp_path: Path
) -> None:
    for part in ("posts.jsonl", "articles", "telegram", "feeds"):
        assert run("build", tmp_path / "case", sample / part).returncode == 0
    with CaseFolder.open(tmp_path / "case") as grown, CaseFolder.open(whole) as once:
        a, b = grown.load(), once.load()
    assert {d.key for d in a.documents} == {d.key for d in b.documents}
    assert a.derivations == b.derivations
    assert a.incidents == b.incidents
    assert a.assessments == b.assessments


def test_what_cannot_be_read_is_named_and_the_rest_kept(sample: Path, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    shutil.copy(sample / "posts.jsonl", mixed)
    (mixed / "broken.jsonl").write_text('{"id": "x", "text": "Тихо."}\n{"id": \n')
    (mixed / "noise.bin").write_bytes(bytes(range(256)))
    (mixed / "photo.jpg").write_bytes(b"\xff\xd8")
    done = run("build", tmp_path / "case", mixed)
    assert done.returncode == 0
    assert "2 refused" in done.stderr
    assert "broken.jsonl line 2" in done.stderr
    assert "noise.bin" in done.stderr
    assert "1 of pictures" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_vanishes_while_a_folder_is_read_costs_no_other(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(sample / "posts.jsonl", folder)
    (folder / "gone.jsonl").write_text(
        '{"id": "x", "source": "Wire", "text": "Blast in Kursk."}'
    )
    found = gather([folder])
    (folder / "gone.jsonl").unlink()
    monkeypatch.setattr("reportedly.cli.building.gather", lambda _: found)
    building.run(tmp_path / "case", [folder], json_lines=False)
    said = capsys.readouterr().err
    assert "1 refused" in said
    assert said.count("gone.jsonl: the file cannot be read") == 1
    with CaseFolder.open(tmp_path / "case") as case:
        assert len(case.load().documents) == 13  # all of posts.jsonl


def test_a_folder_without_reports_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("build", tmp_path / "case", tmp_path / "empty")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_what_is_no_file_is_refused_by_name_and_never_waited_for(
    sample: Path, tmp_path: Path
) -> None:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    shutil.copy(sample / "posts.jsonl", mixed)
    os.mkfifo(mixed / "pipe")
    (mixed / "turn").symlink_to("turn")
    (mixed / "round").symlink_to(mixed, target_is_directory=True)
    (mixed / "empty.txt").touch()
    done = run("build", tmp_path / "case", mixed, "--json")
    refused = {no["file"]: no["why"] for no in refusals(done.stdout)}
    assert set(refused) == {"pipe", "turn", "empty.txt"}
    assert refused["empty.txt"] == "an empty file; give a file with text in it"  # named once
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def refusals(output: str) -> list[dict[str, str]]:
    return [no for line in output.splitlines() for no in json.loads(line)["refused"]]


def test_a_folder_that_may_not_be_entered_is_told(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = tmp_path / "exports" / "shut"
    shut.mkdir(parents=True)
    shutil.copy(sample / "posts.jsonl", tmp_path / "exports")
    listed = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == shut:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)  # the tests may run as root, who enters all
    assert [file.name for file in gather([tmp_path / "exports"])] == ["posts.jsonl", "shut"]


@pytest.mark.usefixtures("interruptible")
def test_a_build_that_is_interrupted_says_what_is_kept(tmp_path: Path) -> None:
    lines = (
        json.dumps({"id": str(n), "source": "Wire", "text": f"Blast {n} in Kursk, he said."})
        for n in range(20_000)
    )
    (tmp_path / "posts.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "reportedly", "build", "case", "posts.jsonl"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=tmp_path) as child:
        while not (tmp_path / "case" / "case.sqlite").exists() and child.poll() is None:
            time.sleep(0.1)
        time.sleep(1)
        child.send_signal(signal.SIGINT)
        assert child.stderr is not None
        said = child.stderr.read().decode()
    assert child.returncode in {130, -signal.SIGINT}  # the latter within an import
    assert said.strip() == "reportedly: stopped; what was acknowledged is kept"
    assert run("verify", tmp_path / "case").returncode == 0


def test_killed_at_any_moment_nothing_acknowledged_is_lost(
    whole: Path, sample: Path, tmp_path: Path
) -> None:
    chance = random.Random(20240515)
    case = tmp_path / "case"
    command = [sys.executable, "-m", "reportedly", "build", str(case), str(sample), "--json"]
    acknowledged: dict[str, str] = {}
    for _ in range(KILLS):
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as child:
            time.sleep(chance.uniform(0.2, 2.0))
            child.send_signal(signal.SIGKILL)
            assert child.stdout is not None
            for line in child.stdout.read().splitlines(keepends=True):
                if line.endswith(b"\n"):
                    row = json.loads(line)
                    acknowledged[row["file"]] = row["sha256"]
        if (case / "case.sqlite").exists():
            faults = [fault for fault in verify(case) if not fault.note]
            assert not faults, faults
    assert run("build", case, sample).returncode == 0
    with CaseFolder.open(case) as folder:
        kept = folder.load()
    held = {original.sha256 for original in kept.originals}
    assert set(acknowledged.values()) <= held
    assert len({document.id for document in kept.documents}) == len(kept.documents)
    assert content(case) == content(whole)
    assert not list(verify(case))


def test_verify_names_the_item_that_was_changed(whole: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    shutil.copytree(whole, case)
    sealed = next(file for file in (case / "originals").rglob("*") if file.is_file())
    sealed.chmod(0o600)
    raw = bytearray(sealed.read_bytes())
    raw[len(raw) // 2] ^= 1
    sealed.write_bytes(raw)
    done = run("verify", case)
    assert done.returncode == 1
    assert sealed.name in done.stdout
    assert run("verify", whole).returncode == 0
