"""`build` and `demo`: take files in, with progress, and say what was read and what was not."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from .. import case as spine
from ..errors import UnreadableInput
from ..model import Refusal
from ..store import CaseFolder, gather

_STAGES = {"file": "taking in files", "read": "reading reports", "link": "linking"}
_CONSTRUCTED = "Constructed: events, outlets and people are invented, nothing here happened."
_SHOWN = 10  # refusals listed on the terminal; --json lists all


def run(case: Path, paths: Sequence[Path], *, json_lines: bool) -> None:
    """Build `case` from `paths`; raise UnreadableInput where nothing at all could be read."""
    found = gather(paths)
    files = [file for file in found if not file.furniture]
    if not files:
        raise UnreadableInput(
            "there is nothing to read",
            where=", ".join(map(str, paths)),
            way_out="name exports, feeds, articles, .jsonl or text files",
        )
    with CaseFolder.create_or_open(case) as folder:
        steps = spine.build(folder, files, datetime.now(UTC))
        taken = _lines(steps) if json_lines else _progress(steps)
    _summary(taken, len(found) - len(files))


def sample(case: Path) -> None:
    """Build the constructed sample case that comes with the package, labelled as such."""
    with CaseFolder.create_or_open(case) as folder:
        folder.label(_CONSTRUCTED)
    with resources.as_file(resources.files("reportedly.sample")) as files:
        run(case, [files], json_lines=False)


def _lines(steps: Iterable[spine.Step]) -> list[spine.Step]:
    taken = []
    for step in steps:
        if step.file or step.refused:
            taken.append(step)
            row = {
                "file": step.file,
                "sha256": step.sha256,
                "held": step.held,
                "reports": step.reports,
                "new": step.new,
                "refused": [
                    {"file": no.file, "place": no.place, "why": no.why} for no in step.refused
                ],
            }
            print(json.dumps(row, ensure_ascii=False), flush=True)
    return taken


def _progress(steps: Iterable[spine.Step]) -> list[spine.Step]:
    taken = []
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    console = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        tasks = {stage: bar.add_task(text, total=None) for stage, text in _STAGES.items()}
        for step in steps:
            bar.update(tasks[step.stage], completed=step.done, total=step.of)
            if step.file or step.refused:
                taken.append(step)
    return taken


def _summary(taken: Sequence[spine.Step], set_aside: int) -> None:
    """Say how much was read; what was not is listed with its reason."""
    files = [step for step in taken if step.file]
    refused: list[Refusal] = [no for step in taken for no in step.refused]
    reports = sum(step.reports for step in files)
    asked = reports + sum(len(step.refused) for step in files)
    held = sum(step.held for step in files)
    words = f"read {reports} of {asked} reports in {len(files) - held} files"
    words += f", {sum(step.new for step in files)} of them new; {len(refused)} refused"
    if refused:
        words += ": " + _reasons(refused)
    if held:
        words += f"; {held} more files were in the case already"
    if set_aside:
        words += f"; {set_aside} of pictures, styles and the like set aside"
    print(words, file=sys.stderr)
    for no in refused[:_SHOWN]:
        print(f"  {' '.join(filter(None, (no.file, no.place)))}: {no.why}", file=sys.stderr)
    if len(refused) > _SHOWN:
        print(f"  ... and {len(refused) - _SHOWN} more; --json lists all", file=sys.stderr)
    if not reports and not held:
        raise UnreadableInput(
            "no report could be read",
            where=", ".join(step.file or "" for step in files[:3]),
            way_out="see the reasons above",
        )


def _reasons(refused: Sequence[Refusal]) -> str:
    counted = Counter(no.why for no in refused).most_common(3)
    return "; ".join(f"{why} ({times})" if times > 1 else why for why, times in counted)
