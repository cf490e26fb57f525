"""Annotated texts as windows of pieces with their labels."""

import csv
import hashlib
import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.extract.reader.pieces import Pieces, Range
from reportedly.extract.reader.windows import Window, windows
from reportedly.model import Basis, Stance

_LINK = re.compile(r"\[([^\[\]]*)\]\((?:https?|tg|mailto)[^)]*\)")
OUTSIDE, SOURCE, CONTENT = 0, 1, 2
_UNKNOWN = -1
_SHARES = np.eye(3, dtype=np.float32)  # of a label that is certain
Shares = npt.NDArray[np.float32]
BASES = tuple(Basis)
STANCES = tuple(Stance)


class Relation(NamedTuple):
    """A cue as a run of pieces, the shares of roles of each piece toward it, how far it holds.

    The kind is -1 where it was not labelled.
    """

    start: int
    end: int
    roles: Shares
    holds: float
    basis: int
    stance: int


class Example(NamedTuple):
    """A window, the shares of the cue labels of each piece, and its relations.

    The labels are none, the first piece of a cue, inside; all zero where annotators could not
    tell.
    """

    window: Window
    cues: Shares
    relations: list[Relation]


def records(path: Path) -> list[dict[str, Any]]:
    """Return the documents of a JSONL file that count (the first annotator's)."""
    with path.open(encoding="utf-8") as lines:
        return [d for d in map(json.loads, lines) if d.get("primary", True)]


def labelled(labels: Path, data: Path) -> list[dict[str, Any]]:
    """Return the documents that `labels` annotates by digest, with their texts from `data`.

    The annotations are this project's; the texts stay in the corpora they come from.
    """
    with (data / "telegram_ru_news" / "posts.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] or "" for line in lines]
    with (data / "viina_derived" / "events.csv").open(encoding="utf-8") as rows:
        texts += [row["representative_text"] for row in csv.DictReader(rows)]
    known = {hashlib.sha256(text.encode()).hexdigest(): text for text in map(_plain, texts)}
    return [d | {"text": known[d["text_sha256"]]} for d in records(labels)]


def _plain(text: str) -> str:
    """Return a text as it was annotated: without the marks of bold and of links."""
    return _LINK.sub(r"\1", text).replace("**", "").replace("__", "").replace("~~", "").strip()


def split(documents: Sequence[dict[str, Any]], share: float) -> tuple[list[Any], list[Any]]:
    """Return documents to train on and to choose thresholds on, the same ones every time."""
    mixed = sorted(documents, key=lambda d: d["id"])
    random.Random(5).shuffle(mixed)
    held = round(len(mixed) * share)
    return mixed[held:], mixed[:held]


def examples(document: dict[str, Any], pieces: Pieces, gap: int) -> list[Example]:
    """Return the windows of a document with their labels, those with none known left out."""
    every = (
        _labelled(window, document["attributions"], document.get("ignore", ()))
        for window in windows(document["text"], pieces, gap)
    )
    return [one for one in every if one.cues.any()]


def _touched(window: Window, spans: Sequence[Range]) -> list[int]:
    return [
        k
        for k, (start, end) in enumerate(window.ranges)
        if any(start < last and end > first for first, last in spans)
    ]


def _labelled(
    window: Window, attributions: Sequence[dict[str, Any]], left_out: Sequence[Range]
) -> Example:
    cues = [0] * len(window.ids)
    for k in _touched(window, left_out):
        cues[k] = _UNKNOWN
    relations: dict[tuple[int, int], Relation] = {}
    low, high = window.ranges[0][0], window.ranges[-1][1]
    for one in attributions:
        if not one["cue"] or not low <= one["cue"][0][0] < high:
            continue
        at = _touched(window, one["cue"])
        if not at or (at[0], at[-1] + 1) in relations:
            continue
        roles = [OUTSIDE] * len(window.ids)
        for role, name in ((CONTENT, "content"), (SOURCE, "source")):
            for k in _touched(window, one[name]):
                roles[k] = role
        cues[at[0]] = 1
        cues[at[0] + 1 : at[-1] + 1] = [2] * (at[-1] - at[0])
        relations[at[0], at[-1] + 1] = Relation(
            at[0],
            at[-1] + 1,
            _SHARES[roles],
            1.0,
            BASES.index(Basis(one["basis"])) if "basis" in one else -1,
            STANCES.index(Stance(one["stance"])) if "stance" in one else -1,
        )
    known = np.array(cues)[:, None] >= 0
    return Example(window, _SHARES[cues] * known, list(relations.values()))
