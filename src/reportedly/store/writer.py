"""The one who builds: the lock, the open case file, and steps that are whole or nothing."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from ..errors import UnusableCase
from . import custody, schema
from .lock import holding, take
from .paths import BUILDING, CUSTODY, DATABASE, INCOMING, ORIGINALS, SKELETON, WAL
from .snapshot import known, wal_size
from .vault import digest, sync_directory

_LONG_LOG = 16 << 20  # bytes of write-ahead log after which pages are moved into place

_SETTINGS = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",  # a case may come from anybody
    "wal_autocheckpoint = 0",
    "cache_spill = OFF",  # nothing reaches the write-ahead log before a build is marked
)

Notes = list[tuple[str, custody.Entry]]


class Writer:
    """The only program that may change a case, from the lock taken to the log closed."""

    def __init__(self, folder: Path, clock: Callable[[], datetime], tool: str) -> None:
        self._folder, self._clock, self._tool = folder, clock, tool
        self._log, self._mark = folder / CUSTODY, folder / BUILDING
        self._began = False
        with ExitStack() as undo:
            undo.callback(os.close, _locked(folder))
            self.db = undo.enter_context(_opened(folder))
            self._recover()
            self._held = undo.pop_all()

    def _recover(self) -> None:
        """Take up what a stopped build left; raises UnusableCase for a log that was cut."""
        (self._folder / ORIGINALS / INCOMING).unlink(missing_ok=True)
        if schema.is_empty(self.db):
            with self.step() as notes:
                schema.create(self.db)
                notes.append(("created", {"by": self._tool}))
            return
        head = self._head()
        self._log.touch()
        custody.pay(self._log, head)
        custody.drop_torn(self._log, head)
        _, closed = custody.current(self._log, head)
        if closed is not None:
            self._mark.unlink(missing_ok=True)
        elif not self._mark.exists():
            raise UnusableCase(
                "the end of the custody log was removed",
                where=str(self._log),
                way_out="run verify, and put the file back from a copy of the case",
            )

    @contextmanager
    def step(self) -> Iterator[Notes]:
        """Commit what the block does to `db` together with the notes it leaves, or nothing.

        A block that leaves no note changes nothing. The custody lines follow the commit.
        """
        self.db.execute("BEGIN IMMEDIATE")
        notes: Notes = []
        try:
            yield notes
            if notes:
                self._begin(notes)
                head = self._noted(notes)
                self.db.execute("COMMIT")
        finally:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
        if notes:
            self._began = True
            custody.pay(self._log, head)
            self._settle()

    def _begin(self, notes: Notes) -> None:
        """Before the first change: the case is as the last build left it, and is marked."""
        if self._began:
            return
        if notes[0][0] != "created":
            _, closed = custody.current(self._log, self._head())
            if closed is not None and closed != self._digest():
                raise UnusableCase(
                    "its bytes are not the ones with which the last build ended",
                    where=str(self._folder / DATABASE),
                    way_out="run verify to see what changed, and put it back from a copy",
                )
            notes.insert(0, ("opened", {"by": self._tool}))
        self._mark.touch()
        sync_directory(self._folder)

    def _digest(self) -> str:
        # SQLite's locks on a file end when the process closes any descriptor of it, so this
        # one stays open until the case file itself is closed
        return digest(self._held.enter_context((self._folder / DATABASE).open("rb")))

    def _noted(self, notes: Notes) -> custody.Head:
        head = self._head()
        if self._log.exists():
            custody.pay(self._log, head)
            head, _ = custody.current(self._log, head)
        head = custody.extended(head, self._now(), notes)
        value = msgspec.json.encode(head).decode()
        schema.put_meta(self.db, "head", value)
        return head

    def _head(self) -> custody.Head:
        value = schema.meta(self.db, "head")
        return msgspec.json.decode(value, type=custody.Head) if value else custody.Head()

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _settle(self) -> None:
        """Keep the write-ahead log short, unless somebody is reading just now."""
        if wal_size(self._folder) > _LONG_LOG:
            held = take(self._folder / ORIGINALS, alone=True)
            if held is not None:
                try:
                    self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                finally:
                    os.close(held)

    def close(self) -> None:
        """Move every page into place and close the log over the digest of the case file."""
        with self._held:
            custody.pay(self._log, self._head())
            head, closed = custody.current(self._log, self._head())
            if closed is not None:
                return
            self._move_pages()
            with (self._folder / DATABASE).open("rb") as file:
                about: custody.Entry = {"sqlite": digest(file)}
            custody.pay(self._log, custody.extended(head, self._now(), [("closed", about)]))
            self._mark.unlink()
            sync_directory(self._folder)

    def _move_pages(self) -> None:
        """Move what the write-ahead log holds into the case file, and close it."""
        with holding(self._folder / ORIGINALS, alone=True):
            try:
                busy, _, _ = self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                self.db.close()
        if busy:
            raise UnusableCase(
                "another program keeps the case file open",
                where=str(self._folder / DATABASE),
                way_out="close it there and run build again",
            )


def _locked(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    held = take(folder, alone=True)
    if held is None:
        raise UnusableCase(
            "another program is building or verifying this case",
            where=str(folder),
            way_out="let it finish, then try again",
        )
    return held


@contextmanager
def _opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the case file for writing; a new folder gets one, a foreign one is refused."""
    _refuse_foreign(folder)
    for place in (folder, folder / CUSTODY, folder / DATABASE):
        if place.exists() and not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if not (folder / DATABASE).exists():
        (folder / BUILDING).touch()
    (folder / ORIGINALS).mkdir(exist_ok=True)
    db = sqlite3.connect(folder / DATABASE, isolation_level=None)
    try:
        # alone: the index of the write-ahead log stays in memory, no third file appears
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        if schema.is_empty(db):
            db.execute("PRAGMA journal_mode = WAL")
        else:
            known(db, folder)
        for setting in _SETTINGS:
            db.execute(f"PRAGMA {setting}")
        yield db
    finally:
        db.close()


def _refuse_foreign(folder: Path) -> None:
    if (folder / DATABASE).exists():
        if wal_size(folder) and not (folder / BUILDING).exists():
            raise UnusableCase(
                "a case that was closed has no write-ahead log",
                where=str(folder / WAL),
                way_out="run verify, and move that file elsewhere",
            )
        return
    log = folder / CUSTODY
    if log.exists() and log.stat().st_size:
        raise UnusableCase(
            "the custody log is there, the case file is not",
            where=str(folder),
            way_out=f"put {DATABASE} back from a copy of the case",
        )
    foreign = sorted(entry.name for entry in folder.iterdir() if entry.name not in SKELETON)
    if foreign:
        raise UnusableCase(
            f"the folder holds other things ({foreign[0]}) and no case",
            where=str(folder),
            way_out="choose a new or an empty folder",
        )
