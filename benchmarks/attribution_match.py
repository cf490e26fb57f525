"""Relations told of a text against those that were annotated: what was found, how exactly."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportedly.lang.register import name_key

Row = Mapping[str, Any]
ROLES = ("source", "cue", "content")
FITS = {
    "triple": lambda d: min(d) >= 0.5,
    "triple exact": lambda d: min(d) == 1,
    "who said what": lambda d: min(d[0], d[2]) >= 0.5,
    "cue and content": lambda d: min(d[1], d[2]) >= 0.5,
}
_WORD = re.compile(r"\w+(?:['’.,\-]\w+)*|[^\w\s]")


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


def matched(row: Row, predicted: Sequence[Row]) -> Counter[str]:
    """Count what was found of one text, by every rule of matching."""
    words = Words(row["text"])
    gold = [{r: words.under(a.get(r) or []) for r in ROLES} for a in row["attributions"]]
    ours = [{r: words.under(a[r]) for r in ROLES} for a in predicted]
    ignored = words.under(row.get("ignore") or [], marks=True)
    kept = [k for k, o in enumerate(ours) if not (o["cue"] | o["content"]) & ignored]
    count = spans(gold, [ours[k] for k in kept])
    near = [
        [[dice(g[r], ours[k][r]) for r in ROLES] for k in kept] for g in gold
    ]  # gold x predicted x role
    for name, fit in FITS.items():
        pairs = paired([[p for p, d in enumerate(line) if fit(d)] for line in near])
        count.update({name: len(pairs), name + "|gold": len(gold), name + "|ours": len(kept)})
        if name == "triple":
            for g, p in pairs.items():
                count.update(labels(row["attributions"][g], predicted[kept[p]]))
    return count


def spans(gold: Sequence[Row], ours: Sequence[Row]) -> Counter[str]:
    """Count distinct spans that are equal, and words that have the same role."""
    count: Counter[str] = Counter()
    for role in ROLES:
        wanted, given = ({a[role] for a in some if a[role]} for some in (gold, ours))
        inside, read = (frozenset[int]().union(*some) for some in (wanted, given))
        for name, one, other in (
            (f"{role} exact", wanted, given),
            (f"{role} word", inside, read),
        ):
            count.update(
                {name: len(one & other), name + "|gold": len(one), name + "|ours": len(other)}
            )
    return count


def labels(gold: Row, ours: Row) -> Counter[str]:
    """Count the labels of a relation that was found."""
    count: Counter[str] = Counter()
    for label in ("stance", "basis"):
        if gold.get(label):  # null where the gold leaves it open: no class
            count[f"{label}={gold[label]}={ours[label]}"] += 1
    if "chain" in gold:
        keys = [[name_key(name) for name in one["chain"]] for one in (gold, ours)]
        count.update({"chain seen": 1, "chain": gold["chain"] == ours["chain"]})
        count["chain key"] += keys[0] == keys[1]
    return count
