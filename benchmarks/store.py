"""Rows a second into a case, against plain SQLite inserts of the same records.

    python benchmarks/store.py [--rows 20000] [--batch 200]

Both write at synchronous=FULL in WAL mode, one transaction a batch, on the same disk in
the same run, turn about. The store also seals each row and the file, keeps the custody
log and syncs it: the ratio is the price of that.
"""

import argparse
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from reportedly.model import Document, Original, Reading, document_id
from reportedly.store import CaseFolder, verify

START = datetime(2031, 1, 1, tzinfo=UTC)
WORDS = ["вибух", "у", "порту", "пожежа", "триває", "влада", "двоє", "поранених", "рух"]


def text(n: int) -> str:
    return " ".join(WORDS[(n * 7 + k * k) % len(WORDS)] for k in range(40)) + f" {n}."


def document(original: str, n: int) -> Document:
    published = START + timedelta(minutes=n)
    return Document(
        id=document_id(f"port/{n}", "Port", text(n), published, None),
        key=f"port/{n}",
        source="Port",
        lang="uk",
        text=text(n),
        published=published,
        original=original,
        place=f"messages[{n}]",
        read_by="benchmark 1",
    )


def batches(rows: int, batch: int) -> list[list[Document]]:
    return [
        [document(f"{start:064x}", n) for n in range(start, min(start + batch, rows))]
        for start in range(0, rows, batch)
    ]


def plain(folder: Path, given: Sequence[Sequence[Document]]) -> float:
    """Insert encoded records into one table with its primary key and one index."""
    with closing(sqlite3.connect(folder / "plain.sqlite", isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute(
            "CREATE TABLE documents (id TEXT, original TEXT, place TEXT, record TEXT,"
            " PRIMARY KEY (id, original, place))"
        )
        db.execute("CREATE INDEX by_original ON documents (original)")
        begin = time.perf_counter()
        for some in given:
            db.execute("BEGIN")
            db.executemany(
                "INSERT INTO documents VALUES (?, ?, ?, ?)",
                (
                    (doc.id, doc.original, doc.place, msgspec.json.encode(doc).decode())
                    for doc in some
                ),
            )
            db.execute("COMMIT")
        return time.perf_counter() - begin


def stored(folder: Path, given: Sequence[Sequence[Document]]) -> dict[str, float]:
    """Add the same documents, then readings for each; both as a build does."""
    took: dict[str, float] = {}
    with CaseFolder.create_or_open(folder / "case") as case:
        originals: list[Original] = []
        begin = time.perf_counter()
        for n, _ in enumerate(given):
            originals.append(
                case.seal(f"{n}".encode(), name=f"{n}", media_type="x/y", received=START)
            )
        took["seal"] = time.perf_counter() - begin
        ready = [
            [msgspec.structs.replace(doc, original=original.sha256) for doc in some]
            for original, some in zip(originals, given, strict=True)
        ]
        begin = time.perf_counter()
        for original, some in zip(originals, ready, strict=True):
            case.add(original, some)
        took["add"] = time.perf_counter() - begin
        begin = time.perf_counter()
        for some in ready:
            case.put_readings("1", {doc.id: Reading() for doc in some}, {})
        took["readings"] = time.perf_counter() - begin
        begin = time.perf_counter()
        case.load()
        took["load"] = time.perf_counter() - begin
        begin = time.perf_counter()
    took["close"] = time.perf_counter() - begin
    begin = time.perf_counter()
    assert not list(verify(folder / "case"))
    took["verify"] = time.perf_counter() - begin
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--in", dest="place", type=Path, default=None, help="disk to write to")
    asked = parser.parse_args()
    given = batches(asked.rows, asked.batch)
    runs: list[dict[str, float]] = []
    for _ in range(asked.rounds):
        with tempfile.TemporaryDirectory(dir=asked.place) as folder:
            took = {"plain": plain(Path(folder), given), **stored(Path(folder), given)}
            runs.append({**took, "ratio": took["plain"] / took["add"]})
    middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    rates = {
        f"{name} rows/s": round(asked.rows / middle[name])
        for name in ("plain", "add", "readings", "load", "verify")
    }
    files_per_second = round(len(given) / middle["seal"])
    print(
        json.dumps(
            {
                "rows": asked.rows,
                "batch": asked.batch,
                **rates,
                "seal files/s": files_per_second,
                "close s": round(middle["close"], 3),
                "add/plain": round(middle["ratio"], 2),
            }
        )
    )


if __name__ == "__main__":
    main()
