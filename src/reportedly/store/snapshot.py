"""The case file as readers see it: no byte of the folder changes, read-only disks serve."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import UnusableCase
from .lock import holding
from .paths import DATABASE, ORIGINALS, WAL
from .schema import APPLICATION_ID, VERSION, is_empty
from .trouble import mended

_SETTINGS = (
    "query_only = ON",
    "trusted_schema = OFF",  # a case may come from anybody
    "synchronous = OFF",  # of a private copy, when it is closed
)


@contextmanager
def snapshot(folder: Path) -> Iterator[sqlite3.Connection]:
    """Give a read-only view of what is committed at this moment.

    A case that was closed is read in place. One that a build is writing, or was killed
    while writing, has pages in its write-ahead log: both files are copied aside first.
    """
    if not (folder / DATABASE).is_file():
        raise UnusableCase(
            "there is no case here", where=str(folder), way_out="make one with build"
        )
    with mended(folder / DATABASE), holding(folder / ORIGINALS, alone=False):
        if wal_size(folder):
            with tempfile.TemporaryDirectory(prefix="reportedly-") as aside:
                for name in (DATABASE, WAL):
                    shutil.copyfile(folder / name, Path(aside, name))
                with _connected(Path(aside, DATABASE), "mode=rw", folder) as db:
                    yield db
        else:
            with _connected(folder / DATABASE, "immutable=1", folder) as db:
                yield db


def wal_size(folder: Path) -> int:
    """Return how many bytes wait in the write-ahead log; 0 where there is none."""
    wal = folder / WAL
    return wal.stat().st_size if wal.exists() else 0


@contextmanager
def _connected(file: Path, how: str, folder: Path) -> Iterator[sqlite3.Connection]:
    uri = f"{file.absolute().as_uri()}?{how}"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as db:
        known(db, folder)
        for setting in _SETTINGS:
            db.execute(f"PRAGMA {setting}")
        yield db


def known(db: sqlite3.Connection, folder: Path) -> None:
    """Check that this is a case file of ours; raises UnusableCase saying what it is."""
    try:
        ours = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise UnusableCase(
            f"the case file cannot be read ({error})",
            where=str(folder / DATABASE),
            way_out="run verify, and put the file back from a copy of the case",
        ) from error
    if is_empty(db):
        raise UnusableCase(
            "the build that was to make this case was stopped before it had begun",
            where=str(folder),
            way_out="run build again with the same files",
        )
    if ours != APPLICATION_ID:
        raise UnusableCase(
            "this is a database of another program",
            where=str(folder / DATABASE),
            way_out="choose another folder",
        )
    if version != VERSION:
        raise UnusableCase(
            f"the case is of version {version}, this program reads version {VERSION}",
            where=str(folder / DATABASE),
            way_out="use the program that made it, or build the case anew from its files",
        )
