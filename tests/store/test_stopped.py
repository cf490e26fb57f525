"""A build that is killed, interrupted or out of room: nothing acknowledged is lost."""

import os
import random
import resource
import signal
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
from reportedly.store import CaseFolder, verify

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
        read, documents = folder.readings("reader 1"), folder.documents()
        for line in said:
            if line == "linked":
                assert folder.load().sources == LINKED.sources
            elif len(line) == 64:
                assert folder.finished(line)
                assert folder.original(line)
            else:
                assert read.keys() >= set(line.split())
        assert len({doc.id for doc in documents}) == len(documents)
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
        trace = at_line(chance.randint(1, 1800), happen)

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
    assert cases > 3
    assert finish(path, files) == undisturbed(files)


def test_killed_at_random_moments(fast: Path, undisturbed: Callable[[int], Case]) -> None:
    chance, files, said = random.Random(11), 60, set[str]()
    path = fast / "case"
    for _ in range(25):
        said |= in_child(
            lambda acknowledge: build(path, files, acknowledge), chance.uniform(0.002, 0.12)
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
