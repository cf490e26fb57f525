"""The case file checked: its structure, the seal of each row, and what the log says."""

import sqlite3
from collections.abc import Iterator

import msgspec

from .check_log import Told
from .custody import Head
from .fault import Fault
from .paths import DATABASE
from .schema import DERIVED, SCHEMA, TABLES, meta, row_seal, rows_digest

_RESTORE = "put case.sqlite back from a copy of the case, or build the case anew"
_KEYS = {"sightings": 3, "refusals": 3}  # leading columns that name a row; else one


def head(db: sqlite3.Connection) -> Head | None:
    """Return what the case file knows of the log, None where that cannot be read."""
    try:
        return msgspec.json.decode(meta(db, "head") or "", type=Head)
    except (msgspec.MsgspecError, UnicodeDecodeError, sqlite3.Error):
        return None


def row_faults(db: sqlite3.Connection, told: Told) -> Iterator[Fault]:
    """Yield faults of structure and rows, and rows that the log knows and are gone."""
    db.text_factory = _lenient
    try:
        for (said,) in db.execute("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield _fault("", f"SQLite finds: {said}")
        query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
        if sorted(sql for (sql,) in db.execute(query)) != sorted(SCHEMA):
            yield _fault("", "its tables are not the ones this program makes")
            return
        for table in TABLES:
            yield from _unsealed(db, table)
        yield from _missing(db, told)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        yield _fault("", f"SQLite cannot read it: {error}")


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")  # a damaged text fails its seal, nothing else


def _unsealed(db: sqlite3.Connection, table: str) -> Iterator[Fault]:
    names = _KEYS.get(table, 1)
    for *cells, seal in db.execute(f"SELECT {', '.join(TABLES[table])}, seal FROM {table}"):
        if row_seal(table, tuple(cells)) != seal:
            key = " ".join(str(cell)[:80] for cell in cells[:names])
            yield _fault(f" {table} {key}", "the row does not match its seal")


def _missing(db: sqlite3.Connection, told: Told) -> Iterator[Fault]:
    for sha256 in sorted(told.sealed):
        query = "SELECT 1 FROM originals WHERE sha256 = ?"
        if db.execute(query, (sha256,)).fetchone() is None:
            yield _fault(f" originals {sha256}", "the row is gone")
    for sha256, rows in sorted(told.added.items()):
        held = db.execute(
            "SELECT seal FROM sightings WHERE original = :it UNION ALL"
            " SELECT seal FROM refusals WHERE original = :it",
            {"it": sha256},
        )
        if rows_digest(held) != rows:
            yield _fault(f" reports of {sha256}", "rows were removed, added or changed")
    judged = rows_digest(db.execute("SELECT seal FROM judgements"))
    if judged != (told.judged or rows_digest(())):
        yield _fault(" judgements", "rows were removed, added or changed")
    every = " UNION ALL ".join(f"SELECT seal FROM {table}" for table in DERIVED)
    if told.linked not in (None, rows_digest(db.execute(every))):
        yield _fault(" derived", "rows of links or incidents were removed, added or changed")


def _fault(item: str, what: str) -> Fault:
    return Fault(item=f"{DATABASE}{item}", what=what, way_out=_RESTORE)
