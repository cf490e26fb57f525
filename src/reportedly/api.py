"""What Python programs call: read a text, build or open a case, take its records as rows."""

import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from . import case as spine
from . import judging
from .export import csv, lines
from .extract import extract
from .model import Case, Reading
from .readers import from_text
from .store import CaseFolder, gather
from .weigh import code


def read(
    text: str,
    *,
    lang: str | None = None,
    published: datetime | None = None,
    source: str = "",
    deep: bool = True,
) -> Reading:
    """Return who says what in one text; every span slices `text` itself.

    `lang` is found where it is not given; `published` (with a zone) anchors words like
    "last night"; `source` is the publisher, whose naming of itself is no attribution.
    Without `deep` the rules read alone: several times faster, fewer relations found.

    >>> text = "The harbour is closed, the mayor said."
    >>> said = read(text).attributions[0]
    >>> [span.of(text) for span in said.content], [voice.name for voice in said.chain]
    (['The harbour is closed'], ['mayor'])
    """
    document = from_text(text, lang=lang, published=published, source=source)
    return extract(document, deep=deep)


def build(paths: Sequence[str | Path], case: str | Path | None = None) -> Case:
    """Build a case from files and folders, and return it.

    `case` is the folder to create or extend; without one nothing is kept on disk. Raises
    UnreadableInput where a path is missing; what could not be read is in `Case.refusals`.
    """
    if case is not None:
        return _built(paths, Path(case))
    with tempfile.TemporaryDirectory(prefix="reportedly-") as folder:
        return _built(paths, Path(folder, "case"))


def _built(paths: Iterable[str | Path], case: Path) -> Case:
    files = [file for file in gather(map(Path, paths)) if not file.furniture]
    with CaseFolder.create_or_open(case) as folder:
        for _ in spine.build(folder, files, datetime.now(UTC)):
            pass
        return folder.load()


def open_case(case: str | Path, *, as_of: datetime | str | None = None) -> Case:
    """Return what a case folder holds, or what it would have held at `as_of`.

    `as_of` is a moment with a zone, or its ISO text. Raises UnusableCase where there is no
    case, BadSetting where the time has no zone.
    """
    with CaseFolder.open(Path(case)) as folder:
        loaded = folder.load()
    if as_of is None:
        return loaded
    return spine.as_of(loaded, spine.moment(as_of) if isinstance(as_of, str) else as_of)


def judge(case: str | Path, verdict: str, *things: str, because: str, by: str = "") -> Case:
    """Record what a person decides about incidents of a case folder, and return the case.

    `verdict` is "merge" (two incidents), "split" (an incident, then the reports to take out of
    it) or "undo" (a judgement); `things` are ids or their first characters, or keys of reports.
    Judgements outlive rebuilds. Raises BadSetting or UnknownItem where they do not fit.
    """
    now = datetime.now(UTC)
    with CaseFolder.create_or_open(Path(case)) as folder:
        reason = judging.Reason(because, by, now)
        folder.judge(judging.judge(folder.load(), verdict, things, reason))
        for _ in spine.build(folder, (), now):
            pass
        return folder.load()


def judgement_rows(case: Case) -> list[dict[str, object]]:
    """Return one dict a judgement, by time; `stands` tells whether it still does."""
    return judging.rows(case)


def incident_rows(case: Case) -> list[dict[str, object]]:
    """Return one dict an incident, ready for a data frame."""
    return lines.incident_rows(case)


def origin_rows(case: Case) -> list[dict[str, object]]:
    """Return one dict a report: what it derives from and its first origin."""
    return list(lines.origin_rows(case))


def claim_rows(case: Case) -> list[csv.Row]:
    """Return one flat dict a claim: slot, value, who says so, the words and their place."""
    return list(csv.rows(case))


def policy_rows(case: Case, policy: str) -> list[dict[str, object]]:
    """Return one dict an incident, as the rule set `policy` codes it.

    `policy` is "acled", "ucdp", "ibc" or "airwars"; raises BadSetting for another one.
    """
    return [coding.row() for coding in code(case, policy)]
