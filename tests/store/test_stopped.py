"""A build that is killed, interrupted or out of room: nothing acknowledged is lost."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import msgspec
import pytest

from reportedly.errors import UnusableCase
from reportedly.model import Case
from reportedly.store import CaseFolder, verify, writer

from .conftest import take
from .test_folder import LINKED, reading

STORE = str(Path(sys.modules["reportedly.store"].__file__ or "").parent)


def build(path: Path, files: int, acknowledge: Callable[[str], None]) -> None:
    """Do what the spine does, and say what is on disk as soon as it is promised to be."""
    with CaseFolder.create_or_open(path) as folder:
        for n in range(files):
            original, _ = take(folder, f"{n:03}.json", range(n, n + 4), [f"messages[{n}]"])
            acknowledge(original.sha256)
        while unread := list(folder.unread("reader 1"))[:7]:
            folder.put_readings("reader 1", {doc.id: reading(doc.id) for doc in unread}, {})
            acknowledge(" ".join(doc.id for doc in unread))
        if folder.state() != "linked":
            folder.replace_links("linked", LINKED)
            acknowledge("linked")


def in_child(work: Callable[[Callable[[str], None]], None], after: float = 0) -> set[str]:
    """Run `work` in a forked process, killed after so many seconds; return its lines."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reads)
            work(lambda line: void(os.write(writes, f"{line}\n".encode())))
        finally:
            os._exit(0)
    os.close(writes)
    if after:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reads) as said:
        lines = set(said.read().splitlines())
    os.waitpid(child, 0)
    return lines


def void(_: object) -> None:
    return None


def at_line(number: int, happen: Callable[[], None]) -> Callable[[FrameType, str, Any], Any]:
    """Return a trace function that lets something happen at the n-th line of the store."""
    left = number

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal left
        if not frame.f_code.co_filename.startswith(STORE):
            return None
        if event == "line":
            left -= 1
            if left == 0:
                happen()
        return trace

    return trace


def interrupt() -> None:
    raise KeyboardInterrupt


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def check(path: Path, said: set[str]) -> None:
    """Assert that all that was acknowledged is there, once, and nothing is damaged."""
    if not path.exists():
        assert not said
        return
    assert [fault for fault in verify(path) if not fault.note] == []
    if not said:
        return
    with CaseFolder.open(path) as folder:
        case, read = folder.load(), folder.readings("reader 1")
        files = {line for line in said if len(line) == 64}
        assert {original.sha256 for original in case.originals} >= files
        assert len(case.refusals) >= len(files)  # each file of `build` has one
        assert all(folder.original(sha256) for sha256 in files)
        assert read.keys() >= {
            doc for line in said - files - {"linked"} for doc in line.split()
        }
        assert len({doc.id for doc in case.documents}) == len(case.documents)
        assert "linked" not in said or case.sources == LINKED.sources
    log = (path / "custody.jsonl").read_bytes().splitlines()
    entries = [msgspec.json.decode(line) for line in log if line.endswith(b"}")]
    added = [entry["original"] for entry in entries if entry["what"] == "added"]
    assert len(set(added)) == len(added)


@pytest.fixture
def fast(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a kill is the same there, and syncs are free."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Case]:
    made: dict[int, Case] = {}

    def run(files: int) -> Case:
        if files not in made:
            path = tmp_path_factory.mktemp("undisturbed") / "case"
            build(path, files, void)
            with CaseFolder.open(path) as folder:
                made[files] = folder.load()
        return made[files]

    return run


def finish(path: Path, files: int) -> Case:
    build(path, files, void)
    assert list(verify(path)) == []
    with CaseFolder.open(path) as folder:
        return folder.load()


@pytest.mark.parametrize("happen", [kill, interrupt], ids=["kill -9", "Ctrl-C"])
def test_stopped_at_fifty_random_lines(
    fast: Path, undisturbed: Callable[[int], Case], happen: Callable[[], None]
) -> None:
    chance, files, cases = random.Random(7), 4, 0
    path, said = fast / "case0", set[str]()
    for _ in range(50):
        trace = at_line(chance.randint(1, 2600), happen)

        def work(
            acknowledge: Callable[[str], None], trace: Any = trace, at: Path = path
        ) -> None:
            sys.settrace(trace)
            build(at, files, acknowledge)

        said |= in_child(work)
        check(path, said)
        if "linked" in said:
            assert finish(path, files) == undisturbed(files)
            cases += 1
            path, said = fast / f"case{cases}", set()
    assert cases > 1
    assert finish(path, files) == undisturbed(files)


def test_killed_at_random_moments(fast: Path, undisturbed: Callable[[int], Case]) -> None:
    chance, files, said = random.Random(11), 30, set[str]()
    path = fast / "case"
    for _ in range(20):
        said |= in_child(
            lambda acknowledge: build(path, files, acknowledge), chance.uniform(0.002, 0.1)
        )
        check(path, said)
    assert finish(path, files) == undisturbed(files)


@pytest.mark.parametrize("room", [0, 100, 600, 5_000, 30_000, 70_000, 90_000, 130_000, 160_000])
def test_out_of_room(tmp_path: Path, undisturbed: Callable[[int], Case], room: int) -> None:
    path, files = tmp_path / "case", 12

    def work(acknowledge: Callable[[str], None]) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))  # bytes a file may have
        try:
            build(path, files, acknowledge)
        except UnusableCase as error:
            acknowledge(f"error {error}")

    said = in_child(work)
    (error,) = (line for line in said if line.startswith("error "))
    assert "verify" in error or "room" in error
    check(path, said - {error})
    assert finish(path, files) == undisturbed(files)


def test_a_full_case_file_says_so_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "case"
    with CaseFolder.create_or_open(path) as folder:
        first, _ = take(folder, "a.json", range(5))
        folder._building().db.execute("PRAGMA max_page_count = 40")
        with pytest.raises(UnusableCase, match="free some space"):
            take(folder, "b.json", range(5, 2000))
        assert len(folder.documents()) == 5
        assert folder.finished(first.sha256)
    assert list(verify(path)) == []


def test_an_error_in_the_block_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "case"
    with suppress(ZeroDivisionError), CaseFolder.create_or_open(path) as folder:
        take(folder, "a.json", range(5))
        raise ZeroDivisionError
    assert list(verify(path)) == []
    with CaseFolder.open(path) as folder:
        assert len(folder.documents()) == 5


def test_what_a_power_cut_kept_from_the_log_is_written_later(tmp_path: Path) -> None:
    path, stopped = tmp_path / "case", tmp_path / "stopped"
    with CaseFolder.create_or_open(path) as folder:
        take(folder, "a.json", range(5))
        before = (path / "custody.jsonl").stat().st_size
        take(folder, "b.json", range(5))
        shutil.copytree(path, stopped)
    log = stopped / "custody.jsonl"
    whole = log.read_bytes()
    for keep in (before, before + 1, len(whole) - 1, len(whole)):
        log.write_bytes(whole[:keep])
        assert [fault for fault in verify(stopped) if not fault.note] == []
    for keep in (0, before - 1):
        log.write_bytes(whole[:keep])
        assert [fault for fault in verify(stopped) if not fault.note]
    log.write_bytes(whole[: before + 10])
    with CaseFolder.create_or_open(stopped):
        assert log.read_bytes() == whole
    assert list(verify(stopped)) == []


def test_committed_pages_that_were_lost_are_found(tmp_path: Path) -> None:
    path, stopped = tmp_path / "case", tmp_path / "stopped"
    with CaseFolder.create_or_open(path) as folder:
        take(folder, "a.json", range(5))
        take(folder, "b.json", range(5))
        shutil.copytree(path, stopped)
    wal = stopped / "case.sqlite-wal"
    raw = wal.read_bytes()
    for keep in (len(raw) - 1, len(raw) // 2, 0):
        wal.write_bytes(raw[:keep])
        assert [fault for fault in verify(stopped) if not fault.note], keep
    wal.write_bytes(raw[:-2000] + bytes([raw[-2000] ^ 1]) + raw[-1999:])
    assert [fault for fault in verify(stopped) if not fault.note]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
@pytest.mark.parametrize("stopped", [False, True])
def test_a_case_on_a_read_only_disk_is_read(stopped: bool) -> None:
    with tempfile.TemporaryDirectory() as place:
        path, shown = Path(place, "case"), Path(place, "shown")
        with CaseFolder.create_or_open(path) as folder:
            take(folder, "a.json", range(5))
            if stopped:
                shutil.copytree(path, shown)
        if not stopped:
            shutil.copytree(path, shown)
        for file in [Path(place), *shown.rglob("*"), shown]:
            file.chmod(0o555)

        def work(acknowledge: Callable[[str], None]) -> None:
            os.setuid(65534)
            with CaseFolder.open(shown) as reader:
                acknowledge(str(len(reader.load().documents)))
                acknowledge(f"{sum(not fault.note for fault in verify(shown))} faults")
                try:
                    CaseFolder.create_or_open(shown)
                except UnusableCase as error:
                    acknowledge(error.way_out)

        said = in_child(work)
        way_out = "check that you may write there, or choose another folder"
        assert said == {"5", "0 faults", way_out}


def test_readers_and_a_build_that_moves_its_pages_do_not_disturb_each_other(
    fast: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_LONG_LOG", 20_000)
    path, files = fast / "case", 40
    build(path, 1, void)
    child = os.fork()
    if child == 0:
        try:
            build(path, files, void)
        finally:
            os._exit(0)
    seen = [0]
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        with CaseFolder.open(path) as folder:
            seen.append(len(folder.load().documents))
    assert seen == sorted(seen)
    assert list(verify(path)) == []
    with CaseFolder.open(path) as folder:
        assert len(folder.documents()) == files + 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 700 KiB, where the system lets us make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=730k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts")
@pytest.mark.parametrize("taken", [420, 480, 500, 520, 540, 560, 580, 600, 620, 640])
def test_a_full_disk(small_disk: Path, undisturbed: Callable[[int], Case], taken: int) -> None:
    path, said = small_disk / "case", set[str]()
    (small_disk / "other").write_bytes(bytes(taken * 1000))
    with pytest.raises(UnusableCase, match="free some space"):
        build(path, 40, said.add)
    check(path, said)
    (small_disk / "other").unlink()
    assert finish(path, 8) == undisturbed(8)
