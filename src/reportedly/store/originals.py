"""What is known of each sealed original, as rows."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from ..model import Original
from .custody import Entry
from .schema import sealed, write, written
from .writer import Notes

_decode = msgspec.json.Decoder(Original).decode


def made(
    sha256: str, size: int, named: tuple[str, str, str | None], received: datetime, by: str
) -> Original:
    """Return the record of sealed bytes; `named` is their media type, name and address."""
    media_type, name, url = named
    return Original(
        sha256=sha256,
        size=size,
        media_type=media_type,
        name=written(name),
        url=None if url is None else written(url),
        received=received.astimezone(UTC),
        collector=by,
    )


def record(db: sqlite3.Connection, originals: Iterable[Original], notes: Notes) -> None:
    """Write the rows of newly sealed originals, with a custody note for each."""
    for original in originals:
        content = msgspec.json.encode(original).decode()
        write(db, "originals", sealed("originals", [(original.sha256, content)]))
        about: Entry = {
            "original": original.sha256,
            "size": original.size,
            "name": original.name,
            "by": original.collector,
        }
        notes.append(("sealed", about))


def find(db: sqlite3.Connection, sha256: str) -> Original | None:
    """Return what is recorded of an original."""
    query = "SELECT record FROM originals WHERE sha256 = ?"
    row = db.execute(query, (sha256,)).fetchone()
    return None if row is None else _decode(row[0])


def everything(db: sqlite3.Connection) -> tuple[Original, ...]:
    """Return every sealed original, by hash."""
    rows = db.execute("SELECT record FROM originals ORDER BY sha256")
    return tuple(_decode(content) for (content,) in rows)


def reader_of(db: sqlite3.Connection, sha256: str) -> str | None:
    """Return the version of the readers whose reports of this original are committed."""
    row = db.execute("SELECT reader FROM finished WHERE original = ?", (sha256,)).fetchone()
    return None if row is None else str(row[0])
