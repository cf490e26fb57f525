"""Score found parents of generated copies: recall by kind, families, direction."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

KINDS = ("verbatim", "trimmed", "light", "heavy", "quoted", "digest")
ALONE = {"quoted", "digest"}  # documents of their own, left out of the families


def load(path: str, size: int | None = None) -> list[dict]:
    import json  # noqa: PLC0415

    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][:size]
    for row in rows:
        row["sources"] = [source for source in row["sources"] if source < len(rows)]
    return rows


def score(rows: Sequence[dict], parents: Mapping[int, Sequence[int]]) -> dict:
    """Return the figures for `parents`: places in `rows`, best parent first.

    A copy is found if a parent of it leads, by best parents, to where its true original
    leads; a digest counts once for each of its originals.
    """
    roots = _roots(len(rows), parents)
    hit: dict[str, list[bool]] = defaultdict(list)
    for child, row in enumerate(rows):
        found = {roots[parent] for parent in parents.get(child, ())} | {roots[child]}
        for source in row["sources"]:
            hit[row["kind"]].append(roots[source] in found)
    pairs = [(child, parent) for child, found in parents.items() for parent in found]
    right = sum(_related(rows, *pair) for pair in pairs)
    kept = [at for at, row in enumerate(rows) if row["kind"] not in ALONE]
    mine, true = [roots[at] for at in kept], [rows[at]["family"] for at in kept]
    return {
        "recall": {kind: _share(hit[kind]) for kind in KINDS},
        "links": len(pairs),
        "link_precision": round(right / max(1, len(pairs)), 4),
        "bcubed": bcubed(mine, true),
        "ari": rand(mine, true),
        "direction": direction(rows, pairs),
    }


def _share(hits: list[bool]) -> float | None:
    return round(sum(hits) / len(hits), 4) if hits else None


def _roots(count: int, parents: Mapping[int, Sequence[int]]) -> list[int]:
    best = {child: found[0] for child, found in parents.items() if found}
    roots = []
    for at in range(count):
        top, seen = at, {at}
        while top in best and best[top] not in seen:
            top = best[top]
            seen.add(top)
        roots.append(top)
    return roots


def _families(row: dict, rows: Sequence[dict]) -> set[int]:
    return {rows[one]["family"] for one in row["sources"]} or {row["family"]}


def _related(rows: Sequence[dict], child: int, parent: int) -> bool:
    return bool(_families(rows[child], rows) & _families(rows[parent], rows))


def direction(rows: Sequence[dict], pairs: list[tuple[int, int]]) -> float | None:
    """Return the part of links between a copy and its original that point to the original."""
    told = [
        parent in rows[child]["sources"]
        for child, parent in pairs
        if parent in rows[child]["sources"] or child in rows[parent]["sources"]
    ]
    return _share(told)


def bcubed(mine: list[int], true: list[int]) -> dict:
    size, truth = Counter(mine), Counter(true)
    both = Counter(zip(mine, true, strict=True))
    precision = sum(n * n / size[a] for (a, _), n in both.items()) / len(mine)
    recall = sum(n * n / truth[b] for (_, b), n in both.items()) / len(mine)
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def rand(mine: list[int], true: list[int]) -> float:
    """Return the adjusted Rand index (Hubert and Arabie 1985)."""

    def pairs(counts: Counter) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    both = pairs(Counter(zip(mine, true, strict=True)))
    one, other = pairs(Counter(mine)), pairs(Counter(true))
    chance = one * other / max(1, len(mine) * (len(mine) - 1) // 2)
    most = (one + other) / 2
    return round((both - chance) / (most - chance), 4) if most != chance else 1.0
