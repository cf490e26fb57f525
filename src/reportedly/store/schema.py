"""The case file: an SQLite database whose every row carries a seal over its content."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

APPLICATION_ID = 0x52505444  # "RPTD"
VERSION = 2

# the columns of each table, key first; each table ends with the seal of the row
TABLES: dict[str, tuple[str, ...]] = {
    "meta": ("key", "value"),
    "originals": ("sha256", "record"),
    "finished": ("original", "reader", "rows"),
    "sightings": ("doc", "original", "place", "record"),
    "refusals": ("original", "file", "place", "why"),
    "readings": ("doc", "extractor", "reading", "signature"),
    "judgements": ("id", "record"),
    "sources": ("n", "record"),
    "derivations": ("n", "record"),
    "incidents": ("n", "record"),
    "assessments": ("n", "record"),
}

_ROWS = "n INTEGER PRIMARY KEY, record TEXT NOT NULL, seal BLOB NOT NULL"
_FROM = "original TEXT NOT NULL REFERENCES originals(sha256)"

SCHEMA: tuple[str, ...] = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL, seal BLOB NOT NULL)",
    "CREATE TABLE originals (sha256 TEXT PRIMARY KEY, record TEXT NOT NULL,"
    " seal BLOB NOT NULL)",
    "CREATE TABLE finished (original TEXT PRIMARY KEY REFERENCES originals(sha256),"
    " reader TEXT NOT NULL, rows TEXT NOT NULL, seal BLOB NOT NULL)",
    f"CREATE TABLE sightings (doc TEXT NOT NULL, {_FROM}, place TEXT NOT NULL,"
    " record TEXT NOT NULL, seal BLOB NOT NULL, PRIMARY KEY (doc, original, place))",
    "CREATE INDEX sightings_by_original ON sightings (original)",
    f"CREATE TABLE refusals ({_FROM}, file TEXT NOT NULL, place TEXT NOT NULL,"
    " why TEXT NOT NULL, seal BLOB NOT NULL, PRIMARY KEY (original, place, file, why))",
    "CREATE TABLE readings (doc TEXT PRIMARY KEY, extractor TEXT NOT NULL,"
    " reading BLOB NOT NULL, signature BLOB, seal BLOB NOT NULL)",
    "CREATE TABLE judgements (id TEXT PRIMARY KEY, record TEXT NOT NULL, seal BLOB NOT NULL)",
    f"CREATE TABLE sources ({_ROWS})",
    f"CREATE TABLE derivations ({_ROWS})",
    f"CREATE TABLE incidents ({_ROWS})",
    f"CREATE TABLE assessments ({_ROWS})",
)

DERIVED = ("sources", "derivations", "incidents", "assessments")

Row = tuple[str | int | bytes | None, ...]

_encode = msgspec.msgpack.Encoder().encode


def row_seal(table: str, cells: Row) -> bytes:
    """Return SHA-256 over MessagePack of `(table, *cells)`, which keeps cells apart.

    >>> row_seal("meta", ("a", "b")) == row_seal("meta", ("ab", ""))
    False
    """
    return hashlib.sha256(_encode((table, *cells))).digest()


def written(text: str) -> str:
    r"""Return text that can be written as UTF-8; what cannot is spelt out.

    >>> written("old \udcff.json")
    'old \\udcff.json'
    """
    return text.encode("utf-8", "backslashreplace").decode()


def sealed(table: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield each row with its seal at the end."""
    for cells in rows:
        yield (*cells, row_seal(table, cells))


def write(
    db: sqlite3.Connection, table: str, rows: Iterable[Row], *, instead: bool = False
) -> None:
    """Insert rows that carry their seal, `instead` of those with the same key if asked."""
    marks = ", ".join("?" * (len(TABLES[table]) + 1))
    verb = "REPLACE" if instead else "INSERT"
    db.executemany(f"{verb} INTO {table} VALUES ({marks})", rows)


def create(db: sqlite3.Connection) -> None:
    """Lay the tables inside the transaction that is open."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")
    for statement in SCHEMA:
        db.execute(statement)


def is_empty(db: sqlite3.Connection) -> bool:
    """Tell whether nothing was ever made in this database."""
    return db.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def meta(db: sqlite3.Connection, key: str) -> str | None:
    """Return a value of the case file's own notes."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def rows_digest(rows: Iterable[Row]) -> str:
    """Return SHA-256 over the seals that end these rows, in whatever order they come."""
    seals = sorted(seal for *_, seal in rows if isinstance(seal, bytes))
    return hashlib.sha256(b"".join(seals)).hexdigest()


def put_meta(db: sqlite3.Connection, key: str, value: str) -> None:
    """Write a value of the case file's own notes."""
    write(db, "meta", sealed("meta", [(key, value)]), instead=True)
