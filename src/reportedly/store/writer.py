"""The one who builds: the lock, the open case file, and steps that are whole or nothing."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from ..errors import UnusableCase
from . import custody, schema
from .lock import holding, take
from .paths import CUSTODY, DATABASE, INCOMING, ORIGINALS, SKELETON, WAL
from .snapshot import known
from .vault import digest, sync_directory

_LONG_LOG = 64 << 20  # bytes of write-ahead log after which pages are moved into place

Notes = list[tuple[str, custody.Entry]]


class Writer:
    """The only program that may change a case, from the lock taken to the log closed."""

    def __init__(self, folder: Path, clock: Callable[[], datetime], tool: str) -> None:
        self._folder, self._clock, self._tool = folder, clock, tool
        self._log = folder / CUSTODY
        folder.mkdir(parents=True, exist_ok=True)
        held = take(folder, alone=True)
        if held is None:
            raise UnusableCase(
                "another program is building or verifying this case",
                where=str(folder),
                way_out="let it finish, then try again",
            )
        self._held = held
        try:
            self.db = _prepared(folder)
            self._began = False
            self._recover()
        except BaseException:
            os.close(held)
            raise

    def _recover(self) -> None:
        (self._folder / ORIGINALS / INCOMING).unlink(missing_ok=True)
        if not self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            with self.step() as notes:
                schema.create(self.db)
                notes.append(("created", {"by": self._tool}))
            sync_directory(self._folder)
            return
        head = self._head()
        self._log.touch()
        custody.pay(self._log, head)
        custody.drop_torn(self._log, head)
        custody.current(self._log, head)

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
                head = self._noted(notes)
                self.db.execute("COMMIT")
        finally:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
        if notes:
            self._began = True
            custody.pay(self._log, head)
            self._settle()

    def _noted(self, notes: Notes) -> custody.Head:
        if not self._began and notes[0][0] != "created":
            notes.insert(0, ("opened", {"by": self._tool}))
        head = self._head()
        if self._log.exists():
            custody.pay(self._log, head)
            head = custody.current(self._log, head)
        at = self._clock().isoformat(timespec="seconds")
        head = custody.extended(head, at, notes)
        value = msgspec.json.encode(head).decode()
        schema.insert(self.db, "meta", [("head", value)], "REPLACE")
        return head

    def _head(self) -> custody.Head:
        value = schema.meta(self.db, "head")
        return msgspec.json.decode(value, type=custody.Head) if value else custody.Head()

    def _settle(self) -> None:
        """Keep the write-ahead log short, unless somebody is reading just now."""
        wal = self._folder / WAL
        if wal.stat().st_size > _LONG_LOG:
            held = take(self._folder / ORIGINALS, alone=True)
            if held is not None:
                try:
                    self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                finally:
                    os.close(held)

    def close(self) -> None:
        """Move every page into place and close the log over the digest of the case file."""
        try:
            recorded = self._head()
            head = custody.current(self._log, recorded)
            with holding(self._folder / ORIGINALS, alone=True):
                try:
                    self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                finally:
                    self.db.close()
            if head == recorded and not _pending(self._folder):
                about: custody.Entry = {"sqlite": digest(self._folder / DATABASE)}
                at = self._clock().isoformat(timespec="seconds")
                custody.pay(self._log, custody.extended(head, at, [("closed", about)]))
        finally:
            os.close(self._held)


def _pending(folder: Path) -> bool:
    wal = folder / WAL
    return wal.exists() and wal.stat().st_size > 0


def _prepared(folder: Path) -> sqlite3.Connection:
    """Open the case file for writing; a new folder gets one, a foreign one is refused."""
    _refuse_foreign(folder)
    (folder / ORIGINALS).mkdir(exist_ok=True)
    db = sqlite3.connect(folder / DATABASE, isolation_level=None)
    try:
        # alone: the index of the write-ahead log stays in memory, no third file appears
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            known(db, folder)
        else:
            db.execute("PRAGMA journal_mode = WAL")
        for setting in ("synchronous = FULL", "foreign_keys = ON", "wal_autocheckpoint = 0"):
            db.execute(f"PRAGMA {setting}")
    except BaseException:
        db.close()
        raise
    return db


def _refuse_foreign(folder: Path) -> None:
    if (folder / DATABASE).exists():
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
