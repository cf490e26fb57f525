"""The files a user hands in: found, named and bounded before a byte is read."""

import hashlib
import mimetypes
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ..errors import UnreadableInput

LARGEST = 512 * 1024 * 1024  # bytes; a Telegram export of a million posts has about 500 MB
PICTURE = 32 * 1024 * 1024  # bytes of a picture that is looked at

# What exporters and browsers lay beside the reports: listed as set aside, not refused.
_FURNITURE = frozenset({
    ".css", ".js", ".map", ".woff", ".woff2", ".ttf", ".svg", ".ico", ".py", ".md",
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tiff", ".heic", ".tgs",
    ".mp4", ".webm", ".mov", ".mkv", ".avi", ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".wav",
})  # fmt: skip


_TYPES = mimetypes.MimeTypes()  # the built-in table: the same on every machine


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """One file to take in; `name` is its path below the folder the user named."""

    path: Path
    name: str
    chosen: bool = True  # the user named this very file: a pipe is meant to be read then

    @property
    def media_type(self) -> str:
        """Return the media type its name suggests."""
        guess, _ = _TYPES.guess_type(self.name)
        return guess or "application/octet-stream"

    @property
    def furniture(self) -> bool:
        """Tell pictures, styles and the like from what may hold reports."""
        return self.path.suffix.lower() in _FURNITURE

    def beside(self, name: str) -> str | None:
        """Return the SHA-256 of the file `name` beside this one; None where none is to be read.

        Nothing outside the folder of this file is opened, whatever the name says.
        """
        try:
            file = self._inside(name, LARGEST)
            if file is None:
                return None
            with file.open("rb") as held:
                return hashlib.file_digest(held, "sha256").hexdigest()
        except (OSError, ValueError):
            return None

    def picture(self, name: str) -> bytes | None:
        """Return the bytes of the picture `name` beside this file; None as for `beside`."""
        try:
            file = self._inside(name, PICTURE)
            return file.read_bytes() if file is not None else None
        except (OSError, ValueError):
            return None

    def _inside(self, name: str, largest: int) -> Path | None:
        folder = self.path.parent.resolve()
        file = (folder / name).resolve()
        if not file.is_relative_to(folder) or not file.is_file():
            return None
        return file if file.stat().st_size <= largest else None

    def content(self) -> bytes:
        """Return its bytes; raise UnreadableInput where it is too large or not to be read."""
        try:
            found = self.path.stat()
            if stat.S_ISCHR(found.st_mode) or not (self.chosen or _holds(found.st_mode)):
                raise UnreadableInput(
                    "a pipe or a device, not a file",
                    where=self.name,
                    way_out="save what it gives to a file",
                )
            if found.st_size > LARGEST:
                raise UnreadableInput(
                    f"the file is larger than {LARGEST // 1024**2} MiB",
                    where=self.name,
                    way_out="export it in parts, a year at a time",
                )
            return self.path.read_bytes()
        except IsADirectoryError as error:
            raise UnreadableInput(
                "a folder, not a file",
                where=self.name,
                way_out="make a case of it: reportedly build CASE FOLDER",
            ) from error
        except OSError as error:
            raise UnreadableInput(
                f"the file cannot be read ({error.strerror})",
                where=self.name,
                way_out="check that it is there and that you may read it",
            ) from error


def _holds(mode: int) -> bool:
    """Tell whether reading comes to an end: a file or, refused elsewhere, a folder."""
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def gather(paths: Iterable[Path]) -> tuple[Intake, ...]:
    """Return every file under `paths`, by name; hidden ones and links to folders left out.

    A folder that may not be listed is given as if it were a file, so that its refusal is told.
    Raises UnreadableInput for a path that is not there. A file met twice is given once.
    """
    found: dict[str, Intake] = {}
    for path in paths:
        if not _exists(path):
            raise UnreadableInput(
                "there is no such file or folder",
                where=str(path),
                way_out="check the spelling",
            )
        for intake in _below(path):
            found.setdefault(os.path.realpath(intake.path), intake)
    return tuple(sorted(found.values(), key=lambda intake: (intake.name, str(intake.path))))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # in a folder that may not be entered: its refusal will say so
        return True


def _below(path: Path) -> Iterator[Intake]:
    if not os.path.isdir(path):
        yield Intake(path=path, name=path.name)
        return
    closed: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(files):
            if not name.startswith((".", "__")):
                file = Path(folder, name)
                yield Intake(path=file, name=file.relative_to(path).as_posix(), chosen=False)
    for error in closed:
        shut = Path(error.filename)
        yield Intake(path=shut, name=path.name if shut == path else str(shut.relative_to(path)))
