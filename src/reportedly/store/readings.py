"""What was read out of each report, by which version of the reading code."""

import sqlite3
from collections.abc import Iterator, Mapping

import msgspec

from ..model import Reading
from .schema import Row, row_seal, write

_decode = msgspec.msgpack.Decoder(Reading).decode
_encode = msgspec.msgpack.Encoder().encode


def rows(
    db: sqlite3.Connection,
    extractor: str,
    readings: Mapping[str, Reading],
    signatures: Mapping[str, bytes],
) -> Iterator[Row]:
    """Yield the sealed rows to write, without those the case holds just so."""
    for doc in sorted(readings):
        cells: Row = (doc, extractor, _encode(readings[doc]), signatures.get(doc))
        seal = row_seal("readings", cells)
        if db.execute("SELECT seal FROM readings WHERE doc = ?", (doc,)).fetchone() != (seal,):
            yield (*cells, seal)


def put(db: sqlite3.Connection, new: list[Row]) -> None:
    """Write readings; one by an older extractor gives way to the new one."""
    write(db, "readings", new, instead=True)


def readings(db: sqlite3.Connection, extractor: str) -> dict[str, Reading]:
    """Return what this extractor read, by document id."""
    found = db.execute(
        "SELECT doc, reading FROM readings WHERE extractor = ? ORDER BY doc", (extractor,)
    )
    return {doc: _decode(reading) for doc, reading in found}


def every(db: sqlite3.Connection) -> Iterator[tuple[str, Reading]]:
    """Yield document id and reading, whatever version made it."""
    for doc, reading in db.execute("SELECT doc, reading FROM readings"):
        yield doc, _decode(reading)


def signatures(db: sqlite3.Connection, version: str) -> dict[str, bytes]:
    """Return the signatures stored with the readings of this version, by document id."""
    found = db.execute(
        "SELECT doc, signature FROM readings WHERE extractor = ? AND signature IS NOT NULL"
        " ORDER BY doc",
        (version,),
    )
    return dict(found.fetchall())
