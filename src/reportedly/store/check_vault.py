"""The sealed originals checked: every byte hashed anew, nothing missing, nothing extra."""

from collections.abc import Iterator
from pathlib import Path

from .fault import Fault
from .paths import INCOMING, ORIGINALS, is_sha256, original_path
from .vault import digest, lying

_RESTORE = "put the file back from a copy of the case"


def vault_faults(folder: Path, recorded: set[str]) -> Iterator[Fault]:
    """Yield faults of the files under `originals`, given which hashes are recorded."""
    seen: set[str] = set()
    for path in lying(folder):
        item = path.relative_to(folder).as_posix()
        if item == f"{ORIGINALS}/{INCOMING}":
            yield _stopped(item, "a file that was being sealed when the build stopped")
        elif not is_sha256(path.name) or path != original_path(folder, path.name):
            yield Fault(item=item, what="it is no part of a case", way_out="move it elsewhere")
        elif not path.is_file() or _digest(path) != path.name:
            seen.add(path.name)
            what = "its bytes are not the ones that were sealed"
            yield Fault(item=item, what=what, way_out=_RESTORE)
        elif path.name not in recorded:
            yield _stopped(item, "it was sealed by a build that stopped before recording it")
        else:
            seen.add(path.name)
    for sha256 in sorted(recorded - seen):
        item = original_path(folder, sha256).relative_to(folder).as_posix()
        yield Fault(item=item, what="this sealed original is missing", way_out=_RESTORE)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return digest(file)


def _stopped(item: str, what: str) -> Fault:
    way_out = "run build again with the same files, or move it elsewhere"
    return Fault(item=item, what=what, way_out=way_out, note=True)
