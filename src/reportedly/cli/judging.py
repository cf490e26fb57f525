"""`judge`: what a person decides is recorded, and the case is linked anew."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from .. import case as spine
from .. import judging
from ..export.words import counted
from ..model import Case
from ..store import CaseFolder


def run(case: Path, verdict: str, things: Sequence[str], said: tuple[str, str]) -> None:
    """Record a judgement; `said` is why and by whom."""
    now = datetime.now(UTC)
    with CaseFolder.create_or_open(case) as folder:
        folder.judge(judging.judge(folder.load(), verdict, things, judging.Reason(*said, now)))
        for _ in spine.build(folder, (), now):
            pass


def listing(case: Case, *, json_lines: bool) -> None:
    """Print every judgement, undone ones too."""
    for row in judging.rows(case):
        if json_lines:
            print(json.dumps(row, ensure_ascii=False))
            continue
        of = f"{row['undoes']}"[:8] if row["undoes"] else _reports(row["one"], row["other"])
        stands = "" if row["stands"] else " (undone)"
        by = f" {row['by']}" if row["by"] else ""
        print(f"{str(row['judgement'])[:8]} {row['at']}{by} {row['verdict']}{stands}: {of}")
        print(f"  because {row['because']}")


def _reports(one: object, other: object) -> str:
    return f"{_counted(one)} and {_counted(other)}"


def _counted(reports: object) -> str:
    return counted(len(reports) if isinstance(reports, list) else 0, "report")
