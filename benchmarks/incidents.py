"""Incident grouping on annotated posts: pairs of reports said to be of one incident.

usage: python benchmarks/incidents.py --data DIR [--gva DIR] [--wrong N]

DIR holds posts.jsonl and gold.jsonl (post id, incident, incident_agreed). Posts on which the
annotators differ are left out, as are posts without an incident when they stay alone.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from reportedly.extract import extract
from reportedly.link import derivations, homes, incidents, signature, sources
from reportedly.model import Document, Incident, Reading
from reportedly.readers import documents


def load(path: Path) -> list[Document]:
    found = documents(path.read_bytes(), path.name, "0" * 64)
    return [item for item in found if isinstance(item, Document)]


def build(posts: list[Document]) -> tuple[dict[str, Reading], tuple[Incident, ...]]:
    started = time.perf_counter()
    readings = {post.id: extract(post) for post in posts}
    read = time.perf_counter()
    steps = derivations(posts, {post.id: signature(post) for post in posts}, readings)
    linked = time.perf_counter()
    found = incidents(posts, readings, steps, sources(posts))
    grouped = time.perf_counter()
    print(
        f"{len(posts)} reports: read {read - started:.1f} s, derivations "
        f"{linked - read:.1f} s, incidents {grouped - linked:.1f} s"
    )
    return readings, found


def pairs(groups: Mapping[str, str], ids: set[str]) -> set[tuple[str, str]]:
    by: dict[str, list[str]] = defaultdict(list)
    for key in sorted(ids):
        if groups.get(key):
            by[groups[key]].append(key)
    return {pair for group in by.values() for pair in combinations(group, 2)}


def prf(got: set[tuple[str, str]], want: set[tuple[str, str]]) -> dict[str, float]:
    right = len(got & want)
    precision, recall = right / len(got) if got else 0.0, right / len(want) if want else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def posts_benchmark(folder: Path, wrong: int) -> None:
    posts = load(folder / "posts.jsonl")
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {line["id"]: line for line in map(json.loads, lines)}
    ids = {key for key, line in gold.items() if line["incident_agreed"]}
    truth = {key: line["incident"] for key, line in gold.items()}
    readings, found = build(posts)
    told = [account for reading in readings.values() for account in reading.accounts]
    key = {post.id: post.key for post in posts}
    got = {key[report]: home for report, home in homes(found, told).items()}
    right, want = pairs(got, ids), pairs(truth, ids)
    print(json.dumps({"incident_pairs": prf(right, want), "incidents": len(found)}))
    sizes = Counter(len(incident.reports) for incident in found)
    print("reports in an incident:", dict(sorted(sizes.items())))
    silent = [key for key in ids if truth[key] and key not in got]
    spoken = [key for key in ids if not truth[key] and key in got]
    print(f"{len(silent)} of an incident without one; {len(spoken)} the other way round")
    for name, some in (("missed", want - right), ("false", right - want)):
        by = Counter((truth[one], truth[other]) for one, other in some)
        for (one, other), count in by.most_common(wrong):
            print(name, count, one, "|", other)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wrong", type=int, default=0, help="show so many kinds of error")
    given = parser.parse_args()
    posts_benchmark(given.data, given.wrong)


if __name__ == "__main__":
    main()
