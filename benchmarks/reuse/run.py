"""Find the copies that generate.py made; recall, families, direction, speed, memory.

usage: run.py --docs FILE [--size N] [--hidden] [--fast] [--profile] [--peers PYTHON]

--hidden takes the times away, so that direction must come from the words. --fast runs
`link.near`: pairs alone, as the peers give them. --peers names a
Python that has datasketch, rensa and gaoya; each peer then runs on the same documents.
Times are CPU seconds of the whole process, text to links with their passages.
"""

import argparse
import cProfile
import json
import pstats
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from datetime import datetime
from pathlib import Path

from score import load, score

from reportedly import link
from reportedly.model import Derivation, Document, document_id


def documents(rows: list[dict], hidden: bool) -> list[Document]:
    made = []
    for row in rows:
        published = None if hidden else datetime.fromisoformat(row["published"])
        key = f"{row['source']}/{row['id']}"
        made.append(
            Document(
                id=document_id(key, row["source"], row["text"], published, None),
                key=key,
                source=row["source"],
                lang="ru",
                text=row["text"],
                published=published,
                original="0" * 64,
                place="",
                read_by="benchmark",
            )
        )
    return made


def linked(docs: list[Document]) -> tuple[Derivation, ...]:
    signatures = link.signatures(docs)
    return link.derivations(docs, signatures, {})


def ours(rows: list[dict], hidden: bool, fast: bool, profiled: bool) -> dict:
    docs = documents(rows, hidden)
    work = link.near if fast else linked
    work(docs[:2000])  # tables and machine code are loaded once
    random.Random(1).shuffle(docs)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    profile = cProfile.Profile()
    if profiled:
        profile.enable()
    start = time.process_time()
    found = work(docs)
    spent = time.process_time() - start
    if profiled:
        profile.disable()
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    at = {doc.id: int(doc.key.rsplit("/", 1)[1]) for doc in docs}
    parents = defaultdict(list)
    for one in found:
        if one.parent is not None:
            parents[at[one.doc]].append(at[one.parent])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "tool": "reportedly" + " (fast)" * fast + " (times hidden)" * hidden,
        "documents": len(rows),
        "cpu_seconds": round(spent, 2),
        "per_cpu_second": round(len(rows) / spent),
        "memory_mb": round((peak - before) / 1024),
        **score(rows, parents),
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--docs", required=True)
    arguments.add_argument("--size", type=int)
    arguments.add_argument("--hidden", action="store_true")
    arguments.add_argument("--fast", action="store_true")
    arguments.add_argument("--profile", action="store_true")
    arguments.add_argument("--peers", metavar="PYTHON")
    given = arguments.parse_args()
    rows = load(given.docs, given.size)
    print(json.dumps(ours(rows, given.hidden, given.fast, given.profile)), flush=True)
    if given.peers:
        script = Path(__file__).with_name("peers.py")
        for peer in ("rensa", "rensa-tree", "gaoya", "datasketch"):
            command = [given.peers, str(script), peer, given.docs, str(len(rows))]
            subprocess.run(command, check=True, stdout=sys.stdout)


if __name__ == "__main__":
    main()
