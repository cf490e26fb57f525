"""Count how rare words are, for src/reportedly/link/reuse/word_rarity.bin.

usage: train.py --data DIR --out FILE

DIR holds the unpacked corpora named in docs/models/word-rarity.md. Texts are cut into pieces
of about a post's length; a stem's rarity is log2(pieces / pieces with the stem), in eighths
of a bit. A stem met in several languages gets its lowest rarity. Stems in fewer than
`MET` pieces are left out: whoever looks them up takes them for as rare as the rarest.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from reportedly.text.shingles import word_keys

PIECE = 60  # words
MET = 3


def _json_texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record.get("text") or ""


def _russian(data: Path) -> Iterator[str]:
    yield from sorted(set(_json_texts(data / "telegram_ru_news" / "posts.jsonl")))


def _ukrainian(data: Path) -> Iterator[str]:
    with (data / "viina_derived" / "events.csv").open(encoding="utf-8") as lines:
        yield from sorted({row["representative_text"] for row in csv.DictReader(lines)})


def _english(data: Path) -> Iterator[str]:
    yield from sorted(set(_json_texts(data / "polnear" / "train.jsonl")))
    yield from sorted(set(_json_texts(data / "gva_violent_corpus" / "docs.jsonl")))


def _rarities(texts: Iterator[str]) -> dict[int, int]:
    met: Counter[int] = Counter()
    pieces = 0
    for text in texts:
        keys = word_keys(text)
        for start in range(0, len(keys), PIECE):
            met.update(set(keys[start : start + PIECE]))
            pieces += 1
    return {
        key: min(255, round(8 * float(np.log2(pieces / count))))
        for key, count in met.items()
        if count >= MET
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    lowest: dict[int, int] = {}
    for language in (_russian, _ukrainian, _english):
        for key, rarity in _rarities(language(given.data)).items():
            lowest[key] = min(rarity, lowest.get(key, 255))
    keys = np.array(sorted(lowest), dtype="<u4")
    rarities = np.array([lowest[int(key)] for key in keys], dtype=np.uint8)
    given.out.write_bytes(
        np.array([len(keys)], "<u4").tobytes() + keys.tobytes() + rarities.tobytes()
    )
    print(f"{len(keys)} stems, {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
