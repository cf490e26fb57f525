"""Quality and speed of attribution on annotated corpora.

    python benchmarks/attribution.py --data DIR [--lang ru|uk|en] [--split dev|train]
        [--boot 1000] [--out PRED.jsonl]

DIR holds the unpacked corpora `attribution-ru`, `attribution-uk` (gold.jsonl),
`attribution-train` (train.jsonl) and `polnear` (dev.jsonl, train.jsonl). A relation counts as
found when the words of source, cue and content each reach a Dice overlap of one half (the
relaxed match of PolNeAR, one to one). Figures are F1 unless said otherwise; the gold of the
Russian and Ukrainian sets was made by language-model readers from a written guide.
"""

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportedly.extract.attribution import attributions
from reportedly.model import Document

Row = Mapping[str, Any]
DEEP = True
ROLES = ("source", "cue", "content")
FILES = {
    ("ru", "dev"): "attribution-ru/gold.jsonl",
    ("uk", "dev"): "attribution-uk/gold.jsonl",
    ("ru", "train"): "attribution-train/train.jsonl",
    ("uk", "train"): "attribution-train/train.jsonl",
    ("en", "dev"): "polnear/dev.jsonl",
    ("en", "train"): "polnear/train.jsonl",
}
_WORD = re.compile(r"\w+(?:['’.,\-]\w+)*|[^\w\s]")


def texts(data: Path, lang: str, split: str) -> list[Row]:
    rows = [json.loads(line) for line in (data / FILES[lang, split]).open(encoding="utf-8")]
    return [r for r in rows if r.get("lang", lang) == lang and r.get("primary", True)]


def publisher(row: Row) -> str:
    return str(row["id"]).rsplit("/", 1)[0].replace("_", " ") if "/" in str(row["id"]) else ""


def read(row: Row, lang: str) -> list[dict[str, Any]]:
    document = Document(
        id="d",
        key=str(row["id"]),
        source=publisher(row),
        lang=lang,
        text=row["text"],
        original="0" * 64,
        place="",
        read_by="benchmark",
    )
    return [
        {
            **{role: [[s.start, s.end] for s in getattr(found, role)] for role in ROLES},
            "chain": [voice.name for voice in found.chain],
            "stance": found.stance.value,
            "basis": found.basis.value,
        }
        for found in attributions(document, deep=DEEP)
    ]


class Words:
    """The words of a text; a set of spans becomes a set of word numbers."""

    def __init__(self, text: str) -> None:
        self.at = [(m.start(), m.end(), m.group()[0].isalnum()) for m in _WORD.finditer(text)]

    def under(self, spans: Iterable[Sequence[int]], marks: bool = False) -> frozenset[int]:
        spans = list(spans)
        hit = [
            k for k, (a, b, _) in enumerate(self.at) if any(a < e and s < b for s, e in spans)
        ]
        words = [k for k in hit if self.at[k][2]]
        return frozenset(hit if marks or not words else words)


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    if not a or not b:
        return float(not a and not b)
    return 2 * len(a & b) / (len(a) + len(b))


def paired(fits: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return a largest one-to-one pairing: gold index -> predicted index."""
    taken: dict[int, int] = {}

    def place(g: int, tried: set[int]) -> bool:
        for p in fits[g]:
            if p not in tried:
                tried.add(p)
                if p not in taken or place(taken[p], tried):
                    taken[p] = g
                    return True
        return False

    for g in range(len(fits)):
        place(g, set())
    return {g: p for p, g in taken.items()}


def counted(row: Row, predicted: Sequence[Row]) -> Counter[str]:
    words = Words(row["text"])
    gold = [{r: words.under(a.get(r) or []) for r in ROLES} for a in row["attributions"]]
    ours = [{r: words.under(a[r]) for r in ROLES} for a in predicted]
    ignored = words.under(row.get("ignore") or [], marks=True)
    kept = [k for k, o in enumerate(ours) if not (o["cue"] | o["content"]) & ignored]
    near = [
        [[dice(g[r], ours[k][r]) for r in ROLES] for k in kept] for g in gold
    ]  # gold x predicted x role
    count: Counter[str] = Counter(gold=len(gold), predicted=len(kept))
    for name, fit in {
        "triple": lambda d: min(d) >= 0.5,
        "exact": lambda d: min(d) == 1,
        "who said what": lambda d: min(d[0], d[2]) >= 0.5,
        "cue and content": lambda d: min(d[1], d[2]) >= 0.5,
    }.items():
        pairs = paired([[p for p, d in enumerate(line) if fit(d)] for line in near])
        count[name] = len(pairs)
        if name == "triple":
            for g, p in pairs.items():
                for label in ("stance", "basis", "chain"):
                    if label in row["attributions"][g]:
                        count[label + " seen"] += 1
                        same = row["attributions"][g][label] == predicted[kept[p]][label]
                        count[label] += same
    return count


def figures(total: Counter[str]) -> dict[str, float]:
    both = max(1, total["gold"] + total["predicted"])
    found = {k: 2 * total[k] / both for k in ("triple", "exact", "who said what")}
    found["cue and content"] = 2 * total["cue and content"] / both
    found["triple precision"] = total["triple"] / max(1, total["predicted"])
    found["triple recall"] = total["triple"] / max(1, total["gold"])
    for label in ("stance", "basis", "chain"):
        if total[label + " seen"]:
            found[label + " accuracy"] = total[label] / total[label + " seen"]
    return found


def interval(counts: Sequence[Counter[str]], key: str, rounds: int) -> tuple[float, float]:
    chance = random.Random(7)
    drawn = sorted(
        figures(sum((chance.choice(counts) for _ in counts), Counter()))[key]
        for _ in range(rounds)
    )
    return drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds) - 1]


def measure(data: Path, lang: str, split: str, boot: int, out: Path | None) -> None:
    rows = texts(data, lang, split)
    read(rows[0], lang)  # loads lexicon and morphology outside the clock
    began = time.process_time()
    predicted = [read(row, lang) for row in rows]
    spent = time.process_time() - began
    counts = [counted(row, found) for row, found in zip(rows, predicted, strict=True)]
    total = sum(counts, Counter())
    print(
        f"{lang} {split}: {len(rows)} texts, {total['gold']} gold, {total['predicted']} found"
    )
    for name, value in figures(total).items():
        shown = f"  {name:20} {value:.3f}"
        if boot and name == "triple":
            low, high = interval(counts, name, boot)
            shown += f"  ({low:.3f}-{high:.3f})"
        print(shown)
    size = sum(len(row["text"].split()) for row in rows)
    print(f"  words per CPU-second {size / spent:,.0f}")
    if out:
        with out.open("w", encoding="utf-8") as file:
            for row, found in zip(rows, predicted, strict=True):
                line = {"id": row["id"], "attributions": found}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lang", choices=["ru", "uk", "en"])
    parser.add_argument("--split", choices=["dev", "train"], default="dev")
    parser.add_argument("--boot", type=int, default=0)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    for lang in [given.lang] if given.lang else ["ru", "uk", "en"]:
        measure(given.data, lang, given.split, given.boot, given.out)


if __name__ == "__main__":
    main()
