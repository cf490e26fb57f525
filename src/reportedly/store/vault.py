"""Sealed originals: bytes under the name of their own SHA-256 (Berkeley Protocol)."""

import hashlib
import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from ..errors import UnusableCase
from .paths import INCOMING, ORIGINALS, is_sha256, original_path


def put(folder: Path, raw: bytes) -> str:
    """Seal `raw` durably and return its SHA-256; bytes already sealed are left alone."""
    sha256 = hashlib.sha256(raw).hexdigest()
    place = original_path(folder, sha256)
    if place.exists():
        get(folder, sha256)
        return sha256
    incoming = folder / ORIGINALS / INCOMING
    incoming.unlink(missing_ok=True)
    try:
        with incoming.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fchmod(file.fileno(), 0o444)
            os.fsync(file.fileno())
        if not place.parent.exists():
            place.parent.mkdir()
            sync_directory(place.parent.parent)
        incoming.rename(place)
    except BaseException:
        incoming.unlink(missing_ok=True)
        raise
    sync_directory(place.parent)
    return sha256


def get(folder: Path, sha256: str) -> bytes:
    """Return the sealed bytes, hashed anew; raises UnusableCase if they are not the same."""
    item = f"{ORIGINALS}/{sha256[:2]}/{sha256}"
    if not is_sha256(sha256):
        raise UnusableCase(
            "an original is named by 64 hex digits", where=sha256[:80], way_out="check the name"
        )
    try:
        raw = original_path(folder, sha256).read_bytes()
    except FileNotFoundError:
        raise UnusableCase(
            "this sealed original is missing",
            where=f"{folder}/{item}",
            way_out="put the file back from a copy of the case",
        ) from None
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise UnusableCase(
            "its bytes are not the ones that were sealed",
            where=f"{folder}/{item}",
            way_out="put the file back from a copy of the case",
        )
    return raw


def digest(file: BufferedReader) -> str:
    """Return the SHA-256 of an open file of any size."""
    return hashlib.file_digest(file, "sha256").hexdigest()


def lying(folder: Path) -> Iterator[Path]:
    """Yield everything under `originals` that is no plain directory, by name."""
    for where, directories, names in os.walk(folder / ORIGINALS):
        directories.sort()
        links = [name for name in directories if Path(where, name).is_symlink()]
        for name in sorted(names + links):
            yield Path(where, name)


def sync_directory(path: Path) -> None:
    """Make names created in a directory survive a power cut."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
