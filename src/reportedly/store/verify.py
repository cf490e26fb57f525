"""Look over a case folder: every byte of it is answered for by a hash somewhere."""

import os
from collections.abc import Iterator
from pathlib import Path

from ..errors import UnusableCase
from .check_log import Told, log_faults
from .check_rows import head, row_faults
from .check_vault import vault_faults
from .fault import Fault
from .lock import take
from .paths import BUILDING, CUSTODY, DATABASE, JOURNAL, ORIGINALS, SHARED, SKELETON, WAL
from .snapshot import snapshot
from .trouble import mended
from .vault import digest

_RESTORE = "put it back from a copy of the case"


def verify(path: Path) -> Iterator[Fault]:
    """Yield what is amiss in a case folder, item by item; nothing where all is sound.

    A fault that is a `note` tells of a build that was stopped before its end: run it
    again. Raises UnusableCase where there is no case, or a build is going on.
    """
    path = Path(path)
    if not any((path / name).exists() for name in SKELETON):
        raise UnusableCase("there is no case here", where=str(path), way_out="check the path")
    with mended(path):
        held = take(path, alone=False)
        if held is None:
            raise UnusableCase(
                "a build is going on here", where=str(path), way_out="verify when it has ended"
            )
        try:
            yield from _faults(path)
        finally:
            os.close(held)


def _faults(path: Path) -> Iterator[Fault]:
    for name in sorted({entry.name for entry in path.iterdir()} - SKELETON):
        yield Fault(item=name, what="it is no part of a case", way_out="move it elsewhere")
    if _hardly_begun(path):
        what = "the build that was to make this case was stopped before it had begun"
        yield Fault(item=BUILDING, what=what, way_out="run build again", note=True)
        return
    told, recorded = Told(), set[str]()
    missing = {name for name in (ORIGINALS, CUSTODY, DATABASE) if not (path / name).exists()}
    for name in sorted(missing):
        yield Fault(item=name, what="it is missing", way_out=_RESTORE)
    if not missing & {ORIGINALS, DATABASE}:
        yield from _case_file(path, told, recorded)
    elif CUSTODY not in missing:
        yield from log_faults(path, None, told)
    if ORIGINALS not in missing:
        yield from vault_faults(path, recorded | told.sealed)


def _hardly_begun(path: Path) -> bool:
    """Tell whether a build was stopped so early that nothing can have been acknowledged."""
    log, originals = path / CUSTODY, path / ORIGINALS
    if not (path / BUILDING).exists() or (log.exists() and log.stat().st_size):
        return False
    return not originals.exists() or not any(originals.iterdir())


def _case_file(path: Path, told: Told, recorded: set[str]) -> Iterator[Fault]:
    """Check the case file and the log, each against the other; fills `told`, `recorded`."""
    logged = not (path / CUSTODY).exists()
    try:
        with snapshot(path) as db:
            if not logged:
                logged = True
                yield from log_faults(path, head(db), told)
            yield from _as_closed(path, told)
            yield from row_faults(db, told)
            recorded.update(sha256 for (sha256,) in db.execute("SELECT sha256 FROM originals"))
    except UnusableCase as error:
        if not logged:
            yield from log_faults(path, None, told)
            yield from _as_closed(path, told)
        yield Fault(item=DATABASE, what=error.what, way_out=_RESTORE)


def _as_closed(path: Path, told: Told) -> Iterator[Fault]:
    """Hold the case file against the digest with which the last build closed the log."""
    if not told.closed or told.last is None:
        return
    with (path / DATABASE).open("rb") as file:
        if digest(file) != told.last["sqlite"]:
            what = "its bytes are not the ones with which the last build ended"
            yield Fault(item=DATABASE, what=what, way_out=_RESTORE)
    for name in (WAL, JOURNAL):
        if (path / name).exists():
            empty = (path / name).stat().st_size == 0
            what = "a case that was closed has no such file"
            yield Fault(item=name, what=what, way_out="move it elsewhere", note=empty)
    if (path / SHARED).exists():
        what = "another program has the case file open, or was stopped while it had"
        yield Fault(item=SHARED, what=what, way_out="close it there", note=True)
