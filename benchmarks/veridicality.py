"""Whether a sentence makes so what its verb embeds, on MegaVeridicality as DNC recast it.

    python benchmarks/veridicality.py --data DIR [--split train|dev|test] [--wrong]

DIR holds `dnc_factuality`. Each sentence ("someone confirmed that a particular thing
happened") comes with three hypotheses: it happened, it did not, it might or might not have;
accuracy is over pairs, so that always answering "not entailed" gives .667. The verbs were
classed while looking at train and dev; test was measured, not looked at.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from reportedly.extract.attribution.embedding import embedded

_FILLED = {"someone", "a", "particular", "person", "thing", "the", "did", "n't", "not"} | {
    "was", "were", "wasn't", "didn't", "weren't", "is",
}  # fmt: skip
_WORD = re.compile(r"[\w'-]+")


def pairs(data: Path, split: str) -> list[dict[str, Any]]:
    path = data / "dnc_factuality" / split / "recast_megaveridicality_data.json"
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def verb_at(sentence: str) -> int:
    """Return where the embedding verb begins: the first word that is no filler."""
    return next(m.start() for m in _WORD.finditer(sentence) if m.group() not in _FILLED)


def hypothesis(text: str) -> str:
    if "might or might not" in text:
        return "u"
    return "-" if "n't" in text or " not " in text else "+"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", choices=["train", "dev", "test"], default="test")
    parser.add_argument("--wrong", action="store_true", help="print sentences answered wrong")
    given = parser.parse_args()
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for row in pairs(given.data, given.split):
        found = embedded(row["context"], verb_at(row["context"]))
        answer = bool(found and found.outcome == hypothesis(row["hypothesis"]))
        name = (
            f"{found.frame if found else 'none'}{' denied' if found and found.denied else ''}"
        )
        for key in ("all", name):
            seen[key] += 1
            right[key] += answer == row["binary-label"]
        if given.wrong and row["binary-label"] and not answer:
            print(found, hypothesis(row["hypothesis"]), row["context"])
    print(f"{given.split}: {seen['all']} pairs")
    for key in sorted(seen):
        print(f"  {key:22} {right[key] / seen[key]:.3f}  ({seen[key]})")


if __name__ == "__main__":
    main()
