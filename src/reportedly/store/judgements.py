"""What people judged: rows that are added and never changed."""

import sqlite3

import msgspec

from ..model import Judgement
from .custody import Entry
from .schema import rows_digest, sealed, write

_decode = msgspec.json.Decoder(Judgement).decode


def everything(db: sqlite3.Connection) -> tuple[Judgement, ...]:
    """Return every judgement, undone ones too, by time and id."""
    rows = db.execute("SELECT record FROM judgements")
    return tuple(sorted((_decode(record) for (record,) in rows), key=lambda j: (j.at, j.id)))


def is_held(db: sqlite3.Connection, new: Judgement) -> bool:
    """Tell whether the case holds this judgement."""
    query = "SELECT 1 FROM judgements WHERE id = ?"
    return db.execute(query, (new.id,)).fetchone() is not None


def add(db: sqlite3.Connection, new: Judgement) -> Entry:
    """Write a judgement; returns what the custody log says of it."""
    write(db, "judgements", sealed("judgements", [(new.id, msgspec.json.encode(new).decode())]))
    rows = rows_digest(db.execute("SELECT seal FROM judgements"))
    about: Entry = {"judgement": new.id, "verdict": new.verdict.value, "rows": rows}
    return {**about, "by": new.by, "because": new.because}
