"""What the disk or SQLite refuses, in words a user can act on."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from ..errors import UnusableCase

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.EEXIST, errno.ENOTDIR}

_MAKE_ROOM = "free some space and run build again; everything acknowledged is kept"
_MAY_WRITE = "check that you may write there, or choose another folder"


@contextmanager
def mended(where: Path) -> Iterator[None]:
    """Turn errors of the system, SQLite and decoding into `UnusableCase` with a way out."""
    try:
        yield
    except OSError as error:
        raise UnusableCase(_said(error), where=str(where), way_out=_way_out(error)) from error
    except sqlite3.Error as error:
        raise UnusableCase(
            f"the case file answers: {error}", where=str(where), way_out=_sql_way_out(error)
        ) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UnusableCase(
            f"a record in the case file is damaged ({error})",
            where=str(where),
            way_out="run verify to see which, and put the case back from a copy",
        ) from error


def _said(error: OSError) -> str:
    if error.errno in _FULL:
        return "no room is left on the disk"
    if error.errno in _NO_FOLDER:
        return "there is a file where a folder is needed"
    return error.strerror or str(error)


def _way_out(error: OSError) -> str:
    if error.errno in _FULL:
        return _MAKE_ROOM
    if error.errno in _FORBIDDEN:
        return _MAY_WRITE
    if error.errno in _NO_FOLDER:
        return "choose another name"
    return "check the disk and the path, then try again"


def _sql_way_out(error: sqlite3.Error) -> str:
    match getattr(error, "sqlite_errorcode", None):
        case sqlite3.SQLITE_FULL:
            return _MAKE_ROOM
        case sqlite3.SQLITE_BUSY:
            return "another program has the case file open: close it there and try again"
    return "check the disk, then run verify; everything acknowledged before is kept"
