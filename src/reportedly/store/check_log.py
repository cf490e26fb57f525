"""The custody log checked: its own chain, and against what the case file knows of it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from . import custody
from .custody import Entry, Head
from .fault import Fault
from .paths import BUILDING, CUSTODY, DATABASE

_RESTORE = "put custody.jsonl back from a copy of the case"
_AGAIN = "run build again with the same files"


class Told(msgspec.Struct, kw_only=True):
    """What the log says, gathered line by line."""

    lines: int = 0
    last: Entry | None = None  # None where the last line is damaged
    at_head: str | None = None  # hash of the line that the case file takes for the last
    sealed: set[str] = msgspec.field(default_factory=set)
    added: dict[str, str] = msgspec.field(default_factory=dict)  # original: digest of its rows
    linked: str | None = None
    judged: str | None = None
    closed: bool = False  # the last build came to its end

    def take(self, entry: Entry) -> None:
        """Take in one sound entry."""
        match entry["what"]:
            case "sealed":
                self.sealed.add(str(entry.get("original")))
            case "added":
                self.added[str(entry.get("original"))] = str(entry.get("rows"))
            case "judged":
                self.judged = str(entry.get("rows"))
            case "linked":
                self.linked = str(entry.get("rows"))


def log_faults(folder: Path, head: Head | None, told: Told) -> Iterator[Fault]:
    """Yield faults of the log and fill `told`; `head` is None where the case file is lost."""
    log = folder / CUSTODY
    until = None if head is None else custody.unfinished(log, head)
    for number, entry in custody.read(log, until):
        told.lines, told.last = number, entry
        if head is not None and entry is not None and number == head.count:
            told.at_head = str(entry["hash"])
        if entry is None:
            yield Fault(
                item=f"{CUSTODY} line {number}",
                what="the line was changed, or does not follow from the one before",
                way_out=_RESTORE,
            )
        else:
            told.take(entry)
    told.closed = until is None and told.last is not None and told.last["what"] == "closed"
    if head is not None and until is None:
        yield from _against(head, told)
    if (folder / BUILDING).exists():
        what = "the last build did not finish"
        yield Fault(item=CUSTODY, what=what, way_out=_AGAIN, note=True)
    elif not told.closed and (told.last is not None or until is not None):
        yield Fault(item=CUSTODY, what="the end of the log was removed", way_out=_RESTORE)


def _against(head: Head, told: Told) -> Iterator[Fault]:
    """Yield faults seen when the log is held against its head in the case file."""
    if told.lines < head.count:
        yield Fault(
            item=CUSTODY,
            what=f"it was cut: {told.lines} lines are left of {head.count}",
            way_out=_RESTORE,
        )
    elif told.lines > head.count + told.closed:
        yield Fault(
            item=DATABASE,
            what=f"the log tells of {told.lines} steps, the case file holds {head.count}",
            way_out="put case.sqlite back from a copy of the case",
        )
    elif told.at_head not in (None, head.hash):
        yield Fault(
            item=f"{CUSTODY} line {head.count}",
            what="it is not the line that the case file took for the last",
            way_out=_RESTORE,
        )
