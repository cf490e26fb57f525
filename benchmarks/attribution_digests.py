"""Annotated texts whose labels are kept here and whose words are kept in the corpora."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any


def joined(labels: Path, data: Path) -> list[dict[str, Any]]:
    """Return the rows of `labels` with their texts from `data`, each checked by its digest.

    A row names a file of its corpus and a range of characters, or else it is a report of
    `viina_derived`, found by digest.
    """
    with (data / "viina_derived" / "events.csv").open(encoding="utf-8") as file:
        texts = [row["representative_text"].strip() for row in csv.DictReader(file)]
    known = {_digest(text): text for text in texts}
    with labels.open(encoding="utf-8") as lines:
        return [_with_text(json.loads(line), data, known) for line in lines]


def _with_text(row: dict[str, Any], data: Path, known: dict[str, str]) -> dict[str, Any]:
    if "file" not in row:
        return row | {"text": known[row["text_sha256"]]}
    start, end = row["range"]
    with (data / row["corpus"] / row["file"]).open(encoding="utf-8", newline="") as file:
        text = file.read()[start:end]
    if _digest(text) != row["text_sha256"]:
        raise ValueError(f"{row['file']} is not the text that was annotated")
    return row | {"text": text}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
