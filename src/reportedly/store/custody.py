"""The custody log: one JSON object a line, each carrying the hash of the one before.

The case file holds the head of the log and the text of the lines its last transaction
owes it. A line is written only after that transaction is committed, so the log never
tells of something that did not happen; whatever a power cut keeps from being written
is written when the case is next opened for building.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..errors import UnusableCase

GENESIS = "0" * 64

Entry = dict[str, str | int]


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the log stands: entries, last hash, size in bytes, and the last lines."""

    count: int = 0
    hash: str = GENESIS
    size: int = 0
    owed: str = ""  # what the last transaction wrote or still has to write; ends the log


def extended(head: Head, at: str, notes: list[tuple[str, Entry]]) -> Head:
    """Return the head after `notes`, each `(what, about)`; `owed` is their lines."""
    count, prev, lines = head.count, head.hash, b""
    for what, about in notes:
        line, prev = _line({"n": count, "at": at, "what": what, **about, "prev": prev})
        lines += line
        count += 1
    return Head(count=count, hash=prev, size=head.size + len(lines), owed=lines.decode())


def _line(entry: Entry) -> tuple[bytes, str]:
    hashed = _hash(entry)
    return msgspec.json.encode({**entry, "hash": hashed}, order="deterministic") + b"\n", hashed


def _hash(entry: Entry) -> str:
    return hashlib.sha256(msgspec.json.encode(entry, order="deterministic")).hexdigest()


def pay(log: Path, head: Head) -> None:
    """Append what the log is owed, durably; raises UnusableCase where it is not that log."""
    owed = head.owed.encode()
    begin = head.size - len(owed)
    with log.open("ab") as file:
        has = file.tell()
        if has >= head.size:
            return
        missing = _missing(log, owed, begin, has)
        file.write(missing)
        file.flush()
        os.fsync(file.fileno())


def _missing(log: Path, owed: bytes, begin: int, has: int) -> bytes:
    with log.open("rb") as file:
        file.seek(begin)
        tail = file.read()
    if has < begin or not owed.startswith(tail):
        raise _changed(log)
    return owed[has - begin :]


def _changed(log: Path) -> UnusableCase:
    return UnusableCase(
        "the custody log was cut or changed",
        where=str(log),
        way_out="run verify, and put the file back from a copy of the case",
    )


def drop_torn(log: Path, head: Head) -> None:
    """Cut a last line that a power cut left unfinished: it closed a case, nothing else."""
    with log.open("r+b") as file:
        raw = file.read()
        whole = raw.rfind(b"\n") + 1
        if head.size <= whole < len(raw):
            file.truncate(whole)
            file.flush()
            os.fsync(file.fileno())


def current(log: Path, head: Head) -> tuple[Head, str | None]:
    """Return the head that counts a last "closed" line, which the case file cannot know.

    With it comes the digest in that line, None where the log is not closed. Raises
    UnusableCase where the last lines are not those the case file owes the log, or the log
    goes on with anything else.
    """
    owed = head.owed.encode()
    with log.open("rb") as file:
        file.seek(head.size - len(owed))
        last, rest = file.read(len(owed)), file.read()
    if last != owed:
        raise _changed(log)
    if not rest:
        return head, None
    entry = _parsed(rest)
    if entry is None or entry["prev"] != head.hash or entry["what"] != "closed":
        raise UnusableCase(
            "the custody log goes on with a line the case file does not know",
            where=f"{log} line {head.count + 1}",
            way_out="run verify, and put the case back from a copy",
        )
    size = head.size + len(rest)
    longer = Head(count=head.count + 1, hash=str(entry["hash"]), size=size)
    return longer, str(entry["sqlite"])


def _parsed(line: bytes) -> Entry | None:
    """Return the entry of a line that is byte for byte as it was written, else None."""
    try:
        entry = msgspec.json.decode(line, type=Entry)
        hashed = entry.pop("hash")
        sound = {"n": int, "at": str, "what": str, "prev": str}
        if not all(isinstance(entry[name], kind) for name, kind in sound.items()):
            return None
        return {**entry, "hash": hashed} if _line(entry)[0] == line else None
    except (msgspec.MsgspecError, UnicodeError, KeyError):
        return None


def unfinished(log: Path, head: Head) -> int | None:
    """Return where the whole lines end if the log's end waits to be written, else None."""
    size, owed = log.stat().st_size, head.owed.encode()
    begin = head.size - len(owed) if size < head.size else head.size
    with log.open("rb") as file:
        file.seek(begin)
        tail = file.read()
    whole = begin + tail.rfind(b"\n") + 1
    if size < head.size:
        return whole if size >= begin and owed.startswith(tail) else None
    # a "closed" line cut short; one whose line end alone was changed is damage instead
    return whole if whole < size and _parsed(tail[:-1] + b"\n") is None else None


def read(log: Path, until: int | None) -> Iterator[tuple[int, Entry | None]]:
    """Yield number and entry of each line, None for one that is changed or out of place.

    Reads up to byte `until`, or to the end if None. After a damaged line the chain is
    taken up again, so that only this line is named.
    """
    expected: tuple[object, object] | None = (0, GENESIS)
    at = 0
    with log.open("rb") as file:
        for number, line in enumerate(file, 1):
            at += len(line)
            if until is not None and at > until:
                return
            entry = _parsed(line)
            if entry is None:
                expected = None
                yield number, None
                continue
            follows = expected is None or expected == (entry["n"], entry["prev"])
            expected = (int(entry["n"]) + 1, entry["hash"])
            yield number, entry if follows else None
