"""Reports as rows: one for each place in an original where a report was seen.

The same post met in two exports is one document with two sightings. Which of them gives
the record is not a matter of who came first: it is the smallest (original, place).
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence

import msgspec

from ..model import Document, Original, Refusal
from .custody import Entry
from .schema import Row, rows_digest, sealed, write, written

_CHUNK = 500  # ids in one query; SQLite takes 999 on its oldest builds
_NO_PROVENANCE = {"original": "", "place": "", "read_by": ""}

# no other sighting of the same document comes before this one
_LEADS = (
    "NOT EXISTS (SELECT 1 FROM sightings b WHERE b.doc = a.doc"
    " AND (b.original, b.place) < (a.original, a.place))"
)

_decode = msgspec.json.Decoder(Document).decode
_encode = msgspec.json.Encoder().encode


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What one original holds, as sealed rows, and a digest over all of them."""

    original: str
    reader: str
    sightings: tuple[Row, ...]
    refusals: tuple[Row, ...]
    rows: str


def batch(original: Original, items: Sequence[Document | Refusal], reader: str) -> Batch:
    """Turn what a reader gave for an original into rows; order and repeats do not matter.

    A document that cannot be written as Unicode becomes a refusal. Raises ValueError for
    a document of another original, or with a time that has no zone.
    """
    seen: dict[tuple[str, str], str] = {}
    refusals: set[tuple[str, str, str, str]] = set()
    for item in items:
        if isinstance(item, Refusal):
            said = written(item.file), written(item.place), written(item.why)
            refusals.add((original.sha256, *said))
            continue
        if item.original != original.sha256:
            raise ValueError(f"document {item.id} is not of original {original.sha256}")
        if item.published is not None and item.published.tzinfo is None:
            raise ValueError(f"document {item.id} has a time without zone")
        try:
            record = _encode(item).decode()
        except UnicodeEncodeError:
            why = "it holds characters that are no text; export it again as UTF-8"
            refusals.add((original.sha256, original.name, written(item.place), why))
            continue
        key = (item.id, item.place)
        seen[key] = min(seen.get(key, record), record)
    sightings = [(doc, original.sha256, place, seen[doc, place]) for doc, place in sorted(seen)]
    seen_rows = tuple(sealed("sightings", sightings))
    refused_rows = tuple(sealed("refusals", sorted(refusals)))
    return Batch(
        original=original.sha256,
        reader=reader,
        sightings=seen_rows,
        refusals=refused_rows,
        rows=rows_digest(seen_rows + refused_rows),
    )


def is_held(db: sqlite3.Connection, new: Batch) -> bool:
    """Tell whether exactly these rows were committed before, by the same reader."""
    row = db.execute(
        "SELECT reader, rows FROM finished WHERE original = ?", (new.original,)
    ).fetchone()
    return row is not None and tuple(row) == (new.reader, new.rows)


def replace(db: sqlite3.Connection, new: Batch) -> tuple[int, Entry]:
    """Put the rows of an original in place of its former ones.

    Returns how many documents are new, and what the custody log says of it. Readings of
    documents whose content is another one now are dropped: they have to be read anew.
    """
    was = db.execute("SELECT doc FROM sightings WHERE original = ?", (new.original,))
    touched = {str(doc) for (doc,) in was}
    given = {str(row[0]) for row in new.sightings}
    held = dict(_contents(db, given | touched))
    for table in ("sightings", "refusals", "finished") if touched or _finished(db, new) else ():
        db.execute(f"DELETE FROM {table} WHERE original = ?", (new.original,))
    write(db, "sightings", new.sightings)
    write(db, "refusals", new.refusals)
    write(db, "finished", sealed("finished", [(new.original, new.reader, new.rows)]))
    if held:
        holds = dict(_contents(db, held))
        stale = [(doc,) for doc, content in held.items() if holds.get(doc) != content]
        db.executemany("DELETE FROM readings WHERE doc = ?", stale)
    about: Entry = {
        "original": new.original,
        "sightings": len(new.sightings),
        "refusals": len(new.refusals),
        "rows": new.rows,
    }
    return len(given - held.keys()), about


def _finished(db: sqlite3.Connection, new: Batch) -> bool:
    query = "SELECT 1 FROM finished WHERE original = ?"
    return db.execute(query, (new.original,)).fetchone() is not None


def _contents(db: sqlite3.Connection, ids: Collection[str]) -> Iterator[tuple[str, Document]]:
    for document in chosen(db, sorted(ids)):
        yield document.id, msgspec.structs.replace(document, **_NO_PROVENANCE)


def chosen(db: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Document]:
    """Yield the documents with these ids, as far as the case holds them, in that order."""
    for begin in range(0, len(ids), _CHUNK):
        some = ids[begin : begin + _CHUNK]
        marks = ", ".join("?" * len(some))
        rows = db.execute(
            f"SELECT a.doc, a.record FROM sightings a WHERE a.doc IN ({marks}) AND {_LEADS}",
            some,
        ).fetchall()
        found = dict(rows)
        yield from (_decode(found[doc]) for doc in some if doc in found)


def everyone(db: sqlite3.Connection) -> Iterator[Document]:
    """Yield every document once, in no particular order."""
    for (record,) in db.execute(f"SELECT a.record FROM sightings a WHERE {_LEADS}"):
        yield _decode(record)


def unread(db: sqlite3.Connection, extractor: str) -> list[str]:
    """Return the ids of documents that have no reading by this extractor, sorted."""
    rows = db.execute(
        "SELECT DISTINCT a.doc FROM sightings a WHERE NOT EXISTS"
        " (SELECT 1 FROM readings r WHERE r.doc = a.doc AND r.extractor = ?) ORDER BY a.doc",
        (extractor,),
    )
    return [doc for (doc,) in rows]


def refused(db: sqlite3.Connection) -> tuple[Refusal, ...]:
    """Return every refusal, by file, place and reason."""
    rows = db.execute(
        "SELECT DISTINCT file, place, why FROM refusals ORDER BY file, place, why"
    )
    return tuple(Refusal(file=file, place=place, why=why) for file, place, why in rows)
