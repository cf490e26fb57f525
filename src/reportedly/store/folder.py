"""A case on disk: a folder that holds what was received and what was made of it."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Self

from .. import __version__
from ..errors import UnusableCase
from ..model import Case, Document, Judgement, Original, Reading, Refusal
from . import derived, judgements, originals, readings, reports, vault, whole
from .paths import original_path
from .snapshot import snapshot
from .trouble import mended
from .writer import Notes, Writer

TOOL = f"reportedly {__version__}"

_CHUNK = 500


def _now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


class CaseFolder:
    """A case folder, open for building (`create_or_open`) or for reading (`open`).

    One program builds at a time; any number read, and reading changes no byte. Every
    method that writes returns only after what it did is committed. Each raises
    UnusableCase where the folder, the disk or the item asked for is not fit.
    """

    def __init__(self, path: Path, writer: Writer | None, reader: str) -> None:
        self.path, self._writer, self._reader = path, writer, reader
        self._sealed: dict[str, Original] = {}  # on disk; recorded with the next step

    @classmethod
    def create_or_open(
        cls, path: Path, *, reader: str | None = None, clock: Callable[[], datetime] = _now
    ) -> Self:
        """Open a case for building, and make it where there is none.

        `reader` names the version of the reading code (that of the package if None):
        originals read by another one count as not `finished`. `clock` gives UTC.
        """
        path = Path(path)
        with mended(path):
            return cls(path, Writer(path, clock, TOOL), reader or TOOL)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a case for reading, also from a read-only disk or while it is being built."""
        folder = cls(Path(path), None, "")
        with snapshot(folder.path):
            return folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._writer is None:
            with snapshot(self.path) as db:
                yield db
            return
        self._record_sealed()
        with mended(self.path):
            yield self._writer.db

    @contextmanager
    def _step(self) -> Iterator[tuple[Connection, Notes]]:
        """Commit what the block does, and what was sealed since, in one transaction."""
        writer = self._building()
        with mended(self.path), writer.step() as notes:
            originals.record(writer.db, self._sealed.values(), notes)
            yield writer.db, notes
        self._sealed.clear()

    def _record_sealed(self) -> None:
        if self._sealed:
            with self._step():
                pass

    def _building(self) -> Writer:
        if self._writer is None:
            raise UnusableCase(
                "the case is open for reading only",
                where=str(self.path),
                way_out="open it with create_or_open",
            )
        return self._writer

    def seal(
        self,
        raw: bytes,
        *,
        name: str,
        media_type: str,
        received: datetime,
        collector: str | None = None,
        url: str | None = None,
    ) -> Original:
        """Seal bytes as received; bytes sealed before give the record of the first time.

        `collector` is who or what brought them: this program if None.
        """
        writer = self._building()
        with mended(self.path):
            sha256 = vault.put(self.path, raw)
            held = self._sealed.get(sha256) or originals.find(writer.db, sha256)
            if held is not None:
                return held
        by = collector or TOOL
        original = originals.made(sha256, len(raw), (media_type, name, url), received, by)
        self._sealed[sha256] = original
        return original

    def sealed(self, sha256: str) -> bool:
        """Tell whether these bytes are sealed and recorded."""
        with self._reading() as db:
            recorded = originals.find(db, sha256) is not None
        return recorded and original_path(self.path, sha256).is_file()

    def finished(self, sha256: str) -> bool:
        """Tell whether all that this version reads in the original is committed."""
        with self._reading() as db:
            reader = originals.reader_of(db, sha256)
        return reader is not None and reader == (self._reader or reader)

    def original(self, sha256: str) -> bytes:
        """Return sealed bytes, hashed anew."""
        with mended(self.path):
            return vault.get(self.path, sha256)

    def add(self, original: Original, items: Sequence[Document | Refusal]) -> int:
        """Commit all that was read in an original; returns how many documents are new.

        What an older reader made of the same original gives way. The same items again
        change nothing.
        """
        new = reports.batch(original, items, self._reader)
        fresh = 0
        with self._step() as (db, notes):
            if not reports.is_held(db, new):
                fresh, about = reports.replace(db, new)
                derived.outdate(db)
                notes.append(("added", about))
        return fresh

    def documents(self) -> tuple[Document, ...]:
        """Return every document, undated ones first, then by time published and id."""
        with self._reading() as db:
            return whole.documents(db)

    def unread(self, extractor: str) -> Iterator[Document]:
        """Yield the documents this extractor has not read, by id; writing meanwhile is fine."""
        with self._reading() as db:
            ids = reports.unread(db, extractor)
        for begin in range(0, len(ids), _CHUNK):
            with self._reading() as db:
                some = tuple(reports.chosen(db, ids[begin : begin + _CHUNK]))
            yield from some

    def put_readings(
        self, extractor: str, new: Mapping[str, Reading], signatures: Mapping[str, bytes]
    ) -> None:
        """Commit readings, by document id, with the signatures made by the same version."""
        with self._step() as (db, notes):
            rows = list(readings.rows(db, extractor, new, signatures))
            if rows:
                readings.put(db, rows)
                derived.outdate(db)
                notes.append(("read", {"extractor": extractor, "documents": len(rows)}))

    def readings(self, extractor: str) -> Mapping[str, Reading]:
        """Return what this extractor read, by document id."""
        with self._reading() as db:
            return readings.readings(db, extractor)

    def signatures(self, version: str) -> Mapping[str, bytes]:
        """Return the signatures given together with the readings of this extractor."""
        with self._reading() as db:
            return readings.signatures(db, version)

    def state(self) -> str | None:
        """Return the name the links were stored under, None once anything else changed."""
        with self._reading() as db:
            return derived.state(db)

    def replace_links(self, state: str, linked: Case) -> None:
        """Put sources, derivations, incidents and assessments in place of the former ones.

        `state` names all they follow from; see the method `state`.
        """
        new = derived.layer(linked)
        with self._step() as (db, notes):
            if not derived.is_held(db, state, new):
                notes.append(("linked", derived.replace(db, state, new)))

    def judge(self, new: Judgement) -> None:
        """Commit what a person judged; the links follow with the next build."""
        with self._step() as (db, notes):
            if not judgements.is_held(db, new):
                notes.append(("judged", judgements.add(db, new)))
                derived.outdate(db)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every judgement by time, undone ones too."""
        with self._reading() as db:
            return judgements.everything(db)

    def label(self, notice: str) -> None:
        """Commit a notice that everything shown of this case begins with."""
        writer = self._building()
        with mended(self.path), writer.step() as notes:
            if whole.relabel(writer.db, notice):
                notes.append(("labelled", {"notice": notice}))

    def load(self) -> Case:
        """Return all that the case holds."""
        with self._reading() as db:
            return whole.load(db)

    def close(self) -> None:
        """Let others build; closes the custody log over the digest of the case file."""
        writer = self._writer
        if writer is None:
            return
        try:
            self._record_sealed()
        finally:
            self._writer = None
            with mended(self.path):
                writer.close()
