"""Run one peer on the documents of generate.py: peers.py TOOL DOCS SIZE (see run.py).

As shipped, a peer gives pairs of Jaccard .3 or more over runs of three words, and documents
that hang together are one family. `rensa-tree` is the fair peer: pairs of .15 or more, each
document goes back to the best earlier one.
"""

import json
import re
import sys
import time
from collections import defaultdict

import numpy as np
from score import load, score

HASHES, SEED = 128, 42
_WORD = re.compile(r"\w+")

Pairs = list[tuple[int, int]]


def runs(text: str) -> list[str]:
    words = _WORD.findall(text.lower())
    return list({" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))})


def rensa(texts: list[str], least: float, bands: int) -> tuple[Pairs, np.ndarray]:
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    made = RMinHash.from_token_sets([runs(t) for t in texts], num_perm=HASHES, seed=SEED)
    index = RMinHashLSH(threshold=least, num_perm=HASHES, num_bands=bands)
    index.insert_many(made)
    found = [(i, j) for i, near in enumerate(index.query_all(made)) for j in near if i != j]
    return found, np.array([one.digest() for one in made], dtype=np.uint64)


def agreeing(pairs: Pairs, signs: np.ndarray, least: float) -> tuple[np.ndarray, np.ndarray]:
    rows = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    step = 200_000
    alike = [
        (signs[rows[at : at + step, 0]] == signs[rows[at : at + step, 1]]).mean(1)
        for at in range(0, len(rows), step)
    ]
    same = np.concatenate(alike) if alike else np.zeros(0)
    return rows[same >= least], same[same >= least]


def by_rensa(texts: list[str]) -> Pairs:
    pairs, signs = rensa(texts, 0.3, 32)
    return agreeing([(i, j) for i, j in pairs if j > i], signs, 0.3)[0].tolist()


def by_tree(texts: list[str], times: list[str]) -> Pairs:
    pairs, signs = rensa(texts, 0.15, 64)
    earlier = [(i, j) for i, j in pairs if (times[j], j) < (times[i], i)]
    rows, same = agreeing(earlier, signs, 0.15)
    rank = np.argsort(np.argsort(np.array(times), kind="stable"), kind="stable")
    order = np.lexsort((rank[rows[:, 1]], -same, rows[:, 0]))
    rows = rows[order]
    first = np.r_[True, rows[1:, 0] != rows[:-1, 0]]
    return rows[first].tolist()


def by_gaoya(texts: list[str]) -> Pairs:
    import gaoya  # noqa: PLC0415

    index = gaoya.minhash.MinHashStringIndex(
        hash_size=32, jaccard_threshold=0.3, num_bands=32, band_size=HASHES // 32,
        num_hashes=HASHES, analyzer="word", lowercase=True, ngram_range=(3, 3),
    )  # fmt: skip
    step, found = 10_000, []
    for at in range(0, len(texts), step):
        block = texts[at : at + step]
        index.par_bulk_insert_docs(list(range(at, at + len(block))), block)
    for at in range(0, len(texts), step):
        for i, near in enumerate(index.par_bulk_query(texts[at : at + step]), at):
            found += [(i, j) for j in near if j > i]
    return found


def by_datasketch(texts: list[str]) -> Pairs:
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index = MinHashLSH(num_perm=HASHES, params=(32, HASHES // 32))
    sets = [[run.encode() for run in runs(text)] for text in texts]
    made = list(MinHash.generator(sets, num_perm=HASHES))
    with index.insertion_session() as session:
        for at, one in enumerate(made):
            session.insert(at, one, check_duplication=False)
    signs = np.array([one.hashvalues for one in made], dtype=np.uint64)
    found = [(i, j) for i, one in enumerate(made) for j in index.query(one) if j > i]
    return agreeing(found, signs, 0.3)[0].tolist()


def connected(pairs: Pairs, count: int) -> dict[int, list[int]]:
    """Return for each document the first of those that hang together with it."""
    leader = list(range(count))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        leader[high] = low
    return {at: [find(at)] for at in range(count) if find(at) != at}


def main() -> None:
    tool, path, size = sys.argv[1:]
    rows = load(path, int(size))
    texts = [row["text"] for row in rows]
    start = time.process_time()
    if tool == "rensa-tree":
        parents = defaultdict(list)
        for child, parent in by_tree(texts, [row["published"] for row in rows]):
            parents[child].append(parent)
        spent = time.process_time() - start
        count = sum(map(len, parents.values()))
    else:
        ways = {"rensa": by_rensa, "gaoya": by_gaoya, "datasketch": by_datasketch}
        pairs = ways[tool](texts)
        spent = time.process_time() - start
        parents, count = connected(pairs, len(rows)), len(pairs)
    figures = {
        "tool": tool,
        "documents": len(rows),
        "cpu_seconds": round(spent, 2),
        "per_cpu_second": round(len(rows) / spent),
        **score(rows, parents),
        "links": count,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
