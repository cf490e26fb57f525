"""What the learned reader finds, and how fast.

    python benchmarks/reader.py --weights reader.msgpack --gold FILE.jsonl --out PRED.jsonl

FILE has one document a line: `id`, `text`, `attributions` (PolNeAR's or this project's). PRED
takes `{"id", "attributions": [{"source", "cue", "content", "stance", "basis"}]}` for a scorer
of spans; what can be said without one is printed: relations, stance and basis of those whose
cue and content overlap, words per second of processor time.
"""

import argparse
import json
import resource
import time
from collections import Counter
from pathlib import Path
from typing import Any

from reportedly.extract.reader import Found, Reader, decoded


def overlaps(one: Any, other: Any) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def macro(pairs: list[tuple[str, str]]) -> float:
    """Return the macro-averaged F1 over the classes of gold, of `(gold, read)` pairs."""
    right, gold, read = Counter(), Counter(), Counter()
    for wanted, given in pairs:
        gold[wanted] += 1
        read[given] += 1
        right[wanted] += wanted == given
    return sum(2 * right[k] / (gold[k] + read[k]) for k in gold) / max(1, len(gold))


def matched(document: dict[str, Any], found: tuple[Found, ...]) -> list[tuple[Any, Found]]:
    return [
        (gold, one)
        for gold in document["attributions"]
        for one in found
        if overlaps(gold["cue"], one.cue) and overlaps(gold["content"], one.content)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--weights", type=Path, required=True, help="what training/reader packed"
    )
    args = parser.parse_args()
    with args.gold.open(encoding="utf-8") as lines:
        documents = [d for d in map(json.loads, lines) if d.get("primary", True)]
    reader = Reader(decoded(args.weights.read_bytes()))
    began = time.process_time()
    read = [reader.relations(d["text"]) for d in documents]
    spent = time.process_time() - began
    with args.out.open("w", encoding="utf-8") as out:
        for document, found in zip(documents, read, strict=True):
            rows = [
                {
                    "source": one.source,
                    "cue": one.cue,
                    "content": one.content,
                    "score": one.score,
                    "stance": one.stance,
                    "basis": one.basis,
                }
                for one in found
            ]
            out.write(json.dumps({"id": document["id"], "attributions": rows}) + "\n")
    words = sum(len(d["text"].split()) for d in documents)
    pairs = [p for d, f in zip(documents, read, strict=True) for p in matched(d, f)]
    print(f"{len(documents)} documents, {words} words, {sum(map(len, read))} relations")
    for name in ("basis", "stance"):
        known = [(gold[name], str(getattr(one, name))) for gold, one in pairs if name in gold]
        if known:
            share = sum(a == b for a, b in known) / len(known)
            print(f"{name}: right {share:.3f}, macro F1 {macro(known):.3f} of {len(known)}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{words / spent:.0f} words per CPU second, {peak:.0f} MB")


if __name__ == "__main__":
    main()
