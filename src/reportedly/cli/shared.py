"""What several verbs do: load a case as of a moment, print rows, code by a rule set."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the records are slow to import, and `--help` needs none
    from ..model import Case


def print_lines(rows: Iterable[Mapping[str, object]]) -> None:
    """Print each row as one line of JSON."""
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))


def load(case: Path, as_of: str | None) -> "Case":
    """Return what a case folder holds, or held at the moment `as_of`."""
    from .. import case as spine
    from ..store import CaseFolder

    until = None if as_of is None else spine.moment(as_of)
    with CaseFolder.open(case) as folder:
        loaded = folder.load()
    return loaded if until is None else spine.as_of(loaded, until)


def code(case: "Case", policy: str, *, json_lines: bool, only: str | None = None) -> None:
    """Print incidents, or the `only` one, as a published rule set codes them."""
    from ..weigh import code as coded_by
    from . import coding

    found = tuple(each for each in coded_by(case, policy) if only in (None, each.incident))
    if json_lines:
        print_lines(each.row() for each in found)
    else:
        coding.coded(case, found, reasons=only is not None)
