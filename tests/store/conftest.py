"""What the tests of the store share: a clock that ticks and reports made up on the spot."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportedly.model import Document, Original, Refusal, document_id
from reportedly.store import CaseFolder

NIGHT = datetime(2031, 3, 4, 22, 15, tzinfo=UTC)


def document(
    original: str, n: int, *, place: str = "", text: str = "", title: str | None = None
) -> Document:
    text = text or f"Вибухи в районі порту, повідомлення {n}."
    published = NIGHT + timedelta(minutes=n)
    return Document(
        id=document_id(f"port/{n}", "Port channel", text, published, None),
        key=f"port/{n}",
        source="Port channel",
        lang="uk",
        text=text,
        title=title,
        published=published,
        original=original,
        place=place or f"messages[{n}]",
        read_by="test 1",
    )


def clock() -> Callable[[], datetime]:
    ticks = iter(range(1_000_000))
    return lambda: NIGHT + timedelta(seconds=next(ticks))


def take(
    folder: CaseFolder, name: str, numbers: Sequence[int], refusals: Sequence[str] = ()
) -> tuple[Original, int]:
    """Seal a made-up export holding these posts, and add what it holds."""
    raw = f"{name}: {list(numbers)} {list(refusals)}".encode()
    original = folder.seal(
        raw, name=name, media_type="application/json", received=NIGHT, collector="test"
    )
    items: list[Document | Refusal] = [document(original.sha256, n) for n in numbers]
    items += [Refusal(file=name, place=place, why="it is empty") for place in refusals]
    return original, folder.add(original, items)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A closed case of two exports that share two posts."""
    path = tmp_path / "case"
    with CaseFolder.create_or_open(path, clock=clock()) as folder:
        take(folder, "a.json", [0, 1, 2], ["messages[9]"])
        take(folder, "b.json", [1, 2, 3])
    return path
