"""Quality and speed of attribution on annotated corpora.

    python benchmarks/attribution.py --data DIR [--lang ru|uk|en|ru+uk]
        [--split dev|train|second]
        [--part 0|1] [--boot 1000] [--out PRED.jsonl]

DIR holds the unpacked corpora `attribution-ru`, `attribution-uk` (gold.jsonl),
`attribution-train` (train.jsonl) and `polnear` (dev.jsonl, train.jsonl); the second Ukrainian
set (`attribution_uk`) also needs `viina_derived` and `ner_uk`. A relation counts as
found when the words of source, cue and content each reach a Dice overlap of one half (the
relaxed match of PolNeAR, one to one). "Exact" compares distinct spans by their words, "word"
the words of each role; chain, stance and basis are told of the relations found, "chain by key"
with names made comparable as the register does. Figures are F1 unless said otherwise; the gold
of the Russian and Ukrainian sets was made by language-model readers from a written guide.
"""

import argparse
import hashlib
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attribution_digests import joined
from attribution_match import ROLES, Row, matched

from reportedly.extract.attribution import attributions
from reportedly.model import Document

FILES = {
    ("ru", "dev"): "attribution-ru/gold.jsonl",
    ("uk", "dev"): "attribution-uk/gold.jsonl",
    ("ru", "train"): "attribution-train/train.jsonl",
    ("uk", "train"): "attribution-train/train.jsonl",
    ("en", "dev"): "polnear/dev.jsonl",
    ("en", "train"): "polnear/train.jsonl",
}


SECOND = {"uk": Path(__file__).parent / "attribution_uk" / "labels.jsonl"}


def texts(data: Path, lang: str, split: str) -> list[Row]:
    if split == "second":
        return joined(SECOND[lang], data) if lang in SECOND else []
    rows = [json.loads(line) for line in (data / FILES[lang, split]).open(encoding="utf-8")]
    return [
        {**r, "lang": lang}
        for r in rows
        if r.get("lang", lang) == lang and r.get("primary", True)
    ]


def half(row: Row) -> int:
    """Return the half a text belongs to: 0 to read while writing rules, 1 to measure on."""
    return hashlib.sha256(str(row["id"]).encode()).digest()[0] % 2


def publisher(row: Row) -> str:
    return str(row["id"]).rsplit("/", 1)[0].replace("_", " ") if "/" in str(row["id"]) else ""


def read(row: Row, deep: bool) -> list[dict[str, Any]]:
    document = Document(
        id="d",
        key=str(row["id"]),
        source=publisher(row),
        lang=row["lang"],
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
        for found in attributions(document, deep=deep)
    ]


def figures(total: Counter[str]) -> dict[str, float]:
    found = {
        name.removesuffix("|gold"): 2
        * total[name.removesuffix("|gold")]
        / max(1, total[name] + total[name.replace("|gold", "|ours")])
        for name in total
        if name.endswith("|gold")
    }
    found["triple precision"] = total["triple"] / max(1, total["triple|ours"])
    found["triple recall"] = total["triple"] / max(1, total["triple|gold"])
    for label in ("stance", "basis"):
        seen = {tuple(k.split("=")[1:]): n for k, n in total.items() if k.startswith(label)}
        if seen:
            found[label + " accuracy"] = sum(n for (g, p), n in seen.items() if g == p) / sum(
                seen.values()
            )
            found[label + " macro-F1"] = macro(seen)
    if total["chain seen"]:
        found["chain exact"] = total["chain"] / total["chain seen"]
        found["chain by key"] = total["chain key"] / total["chain seen"]
    return found


def macro(seen: Mapping[tuple[str, ...], int]) -> float:
    """Return the F1 of each label that gold has, averaged."""
    wanted, given, right = Counter[str](), Counter[str](), Counter[str]()
    for (gold, ours), n in seen.items():
        wanted[gold] += n
        given[ours] += n
        right[gold] += n * (gold == ours)
    return sum(2 * right[k] / (wanted[k] + given[k]) for k in wanted) / len(wanted)


def intervals(counts: Sequence[Counter[str]], rounds: int) -> Mapping[str, tuple[float, float]]:
    chance = random.Random(7)
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        total: Counter[str] = Counter()
        for one in chance.choices(counts, k=len(counts)):
            total.update(one)
        for name, value in figures(total).items():
            drawn[name].append(value)
    return {
        name: (sorted(some)[int(0.025 * len(some))], sorted(some)[int(0.975 * len(some)) - 1])
        for name, some in drawn.items()
    }


def measure(rows: Sequence[Row], title: str, given: argparse.Namespace) -> None:
    deep = not given.rules
    for lang in sorted({str(row["lang"]) for row in rows}):
        read(next(row for row in rows if row["lang"] == lang), deep)  # loads outside the clock
    began = time.process_time()
    predicted = [read(row, deep) for row in rows]
    spent = time.process_time() - began
    counts = [matched(row, found) for row, found in zip(rows, predicted, strict=True)]
    total = sum(counts, Counter())
    print(
        f"{title}: {len(rows)} texts, {total['triple|gold']} gold, {total['triple|ours']} found"
    )
    around = intervals(counts, given.boot) if given.boot else {}
    for name, value in figures(total).items():
        shown = f"  {name:20} {value:.3f}"
        if name in around:
            shown += "  ({:.3f}-{:.3f})".format(*around[name])
        print(shown)
    size = sum(len(row["text"].split()) for row in rows)
    print(f"  words per CPU-second {size / spent:,.0f}")
    if given.out:
        with given.out.open("w", encoding="utf-8") as file:
            for row, found in zip(rows, predicted, strict=True):
                line = {"id": row["id"], "attributions": found}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lang", choices=["ru", "uk", "en", "ru+uk"])
    parser.add_argument("--split", choices=["dev", "train", "second"], default="dev")
    parser.add_argument("--part", type=int, choices=[0, 1], help="half of the texts, by id")
    parser.add_argument("--boot", type=int, default=0)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--rules", action="store_true", help="the rules alone")
    given = parser.parse_args()
    for lang in [given.lang] if given.lang else ["ru", "uk", "en"]:
        rows = [r for one in lang.split("+") for r in texts(given.data, one, given.split)]
        rows = [r for r in rows if given.part is None or half(r) == given.part]
        if rows:
            measure(rows, f"{lang} {given.split}", given)


if __name__ == "__main__":
    main()
