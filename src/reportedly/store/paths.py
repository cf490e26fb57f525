"""Where things lie in a case folder."""

from pathlib import Path

ORIGINALS = "originals"
INCOMING = "incoming"  # inside `originals`: the one file being written, if any
CUSTODY = "custody.jsonl"
DATABASE = "case.sqlite"
WAL = "case.sqlite-wal"
JOURNAL = "case.sqlite-journal"
SHARED = "case.sqlite-shm"  # SQLite's scratch file, made by other programs, not by this one
BUILDING = "building"  # empty; there from the first change of a build to its end

SKELETON = frozenset({ORIGINALS, CUSTODY, DATABASE, WAL, JOURNAL, SHARED, BUILDING})


def original_path(folder: Path, sha256: str) -> Path:
    """Return where the bytes with this hash lie, or would lie."""
    return folder / ORIGINALS / sha256[:2] / sha256


def is_sha256(name: str) -> bool:
    """Tell whether `name` is written like a SHA-256: 64 lower-case hex digits.

    >>> is_sha256("../" * 20)
    False
    """
    return len(name) == 64 and all(sign in "0123456789abcdef" for sign in name)
