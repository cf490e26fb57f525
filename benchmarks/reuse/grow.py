"""Add reports one by one to a case that is there already; compare with building it anew.

usage: grow.py --docs FILE [--size N] [--add K] [--anywhere]

The last K of N documents in time are added, or with --anywhere a sample of K from all times
(each then also changes what later reports are compared with). Prints CPU milliseconds of one
addition, signature included, and how many reports differ from a rebuild: 0.
"""

import argparse
import json
import random
import time

from run import documents
from score import load

from reportedly import link
from reportedly.link.reuse import Growing


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--docs", required=True)
    arguments.add_argument("--size", type=int)
    arguments.add_argument("--add", type=int, default=200)
    arguments.add_argument("--anywhere", action="store_true")
    given = arguments.parse_args()
    docs = sorted(documents(load(given.docs, given.size), False), key=lambda d: d.published)
    new = random.Random(3).sample(docs, given.add) if given.anywhere else docs[-given.add :]
    later = {doc.id for doc in new}
    signatures = link.signatures(docs)
    start = time.process_time()
    growing = Growing([doc for doc in docs if doc.id not in later], signatures)
    built = time.process_time() - start
    spent, touched = [], []
    for doc in new:
        start = time.process_time()
        touched.append(len(growing.add(doc, link.signature(doc))))
        spent.append(1000 * (time.process_time() - start))
    spent.sort()
    anew = Growing(docs, signatures)
    figures = {
        "documents": len(docs),
        "added": len(new),
        "anywhere": given.anywhere,
        "index_seconds": round(built, 2),
        "median_ms": round(spent[len(spent) // 2], 1),
        "p90_ms": round(spent[len(spent) * 9 // 10], 1),
        "longest_ms": round(spent[-1], 1),
        "compared_anew": round(sum(touched) / len(touched), 1),
        "unlike_a_rebuild": sum(growing.found(doc.id) != anew.found(doc.id) for doc in docs),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
