"""Incident grouping on annotated posts: pairs of reports said to be of one incident.

usage: python benchmarks/incidents.py --data DIR [--wrong N] [--part N]

DIR holds posts.jsonl and gold.jsonl (post id, incident, incident_agreed): posts on which the
annotators differ are left out. Or it holds docs.jsonl (id, incident, title, date, url, text) of
news articles, one incident each: of these every N-th incident is taken, by hash (default 3).
"""

import argparse
import hashlib
import json
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

from reportedly.extract import extract
from reportedly.link import derivations, homes, incidents, signature, sources
from reportedly.model import Document
from reportedly.readers import documents, from_text


def load(path: Path) -> list[Document]:
    found = documents(path.read_bytes(), path.name, "0" * 64)
    return [item for item in found if isinstance(item, Document)]


def grouping(posts: list[Document]) -> dict[str, str]:
    """Return the incident each report is mainly about, by the report's key."""
    started = time.perf_counter()
    readings = {post.id: extract(post) for post in posts}
    read = time.perf_counter()
    steps = derivations(posts, {post.id: signature(post) for post in posts}, readings)
    linked = time.perf_counter()
    found = incidents(posts, readings, steps, sources(posts, readings))
    grouped = time.perf_counter()
    print(
        f"{len(posts)} reports, {len(found)} incidents: read {read - started:.1f} s, "
        f"derivations {linked - read:.1f} s, incidents {grouped - linked:.1f} s"
    )
    sizes = Counter(len(incident.reports) for incident in found)
    print("reports in an incident:", dict(sorted(sizes.items())))
    told = [account for reading in readings.values() for account in reading.accounts]
    key = {post.id: post.key for post in posts}
    return {key[report]: home for report, home in homes(found, told).items()}


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
    got = grouping(posts)
    right, want = pairs(got, ids), pairs(truth, ids)
    print(json.dumps({"incident_pairs": prf(right, want)}))
    silent = [key for key in ids if truth[key] and key not in got]
    spoken = [key for key in ids if not truth[key] and key in got]
    print(f"{len(silent)} of an incident without one; {len(spoken)} the other way round")
    for name, some in (("missed", want - right), ("false", right - want)):
        by = Counter((truth[one], truth[other]) for one, other in some)
        for (one, other), count in by.most_common(wrong):
            print(name, count, one, "|", other)


def article(line: dict[str, str]) -> Document:
    when = datetime.fromisoformat(line["date"]).replace(hour=18, tzinfo=UTC)
    source = urlsplit(line["url"].split("/", 5)[-1]).netloc
    text = f"{line['title']}\n\n{line['text']}"
    return from_text(text, key=line["id"], source=source, published=when, lang="en")


def bcubed(got: Mapping[str, str], truth: Mapping[str, str]) -> dict[str, float]:
    """Return B-cubed figures (Bagga and Baldwin 1998); who is in no group is alone."""
    mine: dict[str, set[str]] = defaultdict(set)
    theirs: dict[str, set[str]] = defaultdict(set)
    for key in truth:
        mine[got.get(key, key)].add(key)
        theirs[truth[key]].add(key)
    both = [(mine[got.get(key, key)], theirs[truth[key]]) for key in truth]
    precision = sum(len(a & b) / len(a) for a, b in both) / len(both)
    recall = sum(len(a & b) / len(b) for a, b in both) / len(both)
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def articles_benchmark(folder: Path, part: int) -> None:
    lines = (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    chosen = {
        line["id"]: line
        for line in map(json.loads, lines)
        if int(hashlib.sha256(line["incident"].encode()).hexdigest(), 16) % part == 0
    }
    truth = {key: line["incident"] for key, line in chosen.items()}
    got = grouping([article(line) for line in chosen.values()])
    found = prf(pairs(got, set(truth)), pairs(truth, set(truth)))
    print(json.dumps({"pairs": found, "b_cubed": bcubed(got, truth)}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", type=int, default=3, help="every N-th incident of articles")
    parser.add_argument("--wrong", type=int, default=0, help="show so many kinds of error")
    given = parser.parse_args()
    if (given.data / "docs.jsonl").exists():
        articles_benchmark(given.data, given.part)
    else:
        posts_benchmark(given.data, given.wrong)


if __name__ == "__main__":
    main()
