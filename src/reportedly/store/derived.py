"""What was worked out over all reports: replaced as a whole, and only when it differs."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from ..model import Case
from .custody import Entry
from .schema import DERIVED, Row, meta, put_meta, rows_digest, sealed, write

_STATE = "linked"

Noun = TypeVar("Noun", bound=msgspec.Struct)

Layer = dict[str, list[Row]]


def layer(linked: Case) -> Layer:
    """Return the rows of the four tables, sealed."""
    return {table: list(sealed(table, _rows(getattr(linked, table)))) for table in DERIVED}


def _rows(records: Sequence[msgspec.Struct]) -> Iterator[Row]:
    for n, record in enumerate(records):
        yield n, msgspec.json.encode(record).decode()


def digest(new: Layer) -> str:
    """Return what stands for the whole layer."""
    return rows_digest(row for rows in new.values() for row in rows)


def state(db: sqlite3.Connection) -> str | None:
    """Return the name of what the layer follows from, None where that has changed."""
    value = meta(db, _STATE)
    return None if value is None else msgspec.json.decode(value, type=tuple[str, str])[0]


def outdate(db: sqlite3.Connection) -> None:
    """Note that something under the layer changed: it has to be worked out anew."""
    db.execute("DELETE FROM meta WHERE key = ?", (_STATE,))


def is_held(db: sqlite3.Connection, name: str, new: Layer) -> bool:
    """Tell whether the case holds exactly this layer under this name."""
    return meta(db, _STATE) == _named(name, digest(new))


def replace(db: sqlite3.Connection, name: str, new: Layer) -> Entry:
    """Put `new` in place of the former layer; returns what the custody log says of it."""
    rows = digest(new)
    for table in DERIVED:
        db.execute(f"DELETE FROM {table}")
        write(db, table, new[table])
    put_meta(db, _STATE, _named(name, rows))
    return {**{table: len(new[table]) for table in DERIVED}, "rows": rows}


def _named(name: str, rows: str) -> str:
    return msgspec.json.encode((name, rows)).decode()


def records(db: sqlite3.Connection, table: str, noun: type[Noun]) -> tuple[Noun, ...]:
    """Return the records of one of the four tables, in the order they were given."""
    decode = msgspec.json.Decoder(noun).decode
    return tuple(
        decode(record) for (record,) in db.execute(f"SELECT record FROM {table} ORDER BY n")
    )
