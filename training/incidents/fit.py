"""Fit the bits of `link/incidents/articles.toml` to articles whose incidents are known.

usage: python training/incidents/fit.py --data DIR [--keep REST] [--write FILE]

DIR holds docs.jsonl (id, incident, title, date, url, text). Of the incidents, those whose hash
is even are fitted to (`--keep 1`: the odd ones): the other half stays to be measured on.
Every table is a sum of bits, so the fit is a logistic regression: a broken line is as many
features as it has points. Prints the cross-entropy on the fitted half, on five folds of it that
were left out in turn, and on the other half.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from incidents import article  # type: ignore[import-not-found]

from reportedly.extract import extract
from reportedly.link import derivations, signature
from reportedly.link.incidents import articles
from reportedly.link.incidents.keys import pairs
from reportedly.link.incidents.telling import tellings
from reportedly.model import Derivation, Document, Reading

RIDGE = 2.0  # pulls every bit towards nothing
LINES: Mapping[str, tuple[float, ...]] = {
    "words": (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4),
    "phrases": (0.0, 0.5, 1.0, 2.0, 4.0),
    "days": (0.0, 1.0, 2.0, 4.0, 8.0, 30.0, 120.0, 500.0),
    "told": (0.0, 6.0, 24.0, 96.0, 1000.0),
}
ABOUT = {
    "words": "cosine of the words",
    "phrases": "rare phrases that both have; each counts for less the more texts have it",
    "days": "days between the two publications",
    "told": "hours between the two told times, 0 where they meet",
}
HEAD = """# What speaks for two accounts being of one incident, where one is told at length,
# in bits. Tables are points (x, bits) joined by straight lines.
# Fitted by training/incidents/fit.py.
"""
Lines = dict[str, list[list[float]]]
Marks = dict[str, dict[str, float]]
Floats = npt.NDArray[np.float64]


def part_of(incident: str) -> int:
    return int(hashlib.sha256(incident.encode()).hexdigest(), 16)


def examples(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    steps: Sequence[Derivation],
    truth: Mapping[str, str],
) -> tuple[list[articles.Compared], Floats, list[int]]:
    """Return candidate pairs of main accounts, whether they are of one incident, and parts."""
    texts = tellings(documents, readings)
    found, same, part = [], [], []
    for one, other in pairs(texts, steps):
        left, right = texts[one][0], texts[other][0]
        main = all(each.account is None or each.account.headline for each in (left, right))
        if not main or not articles.apply(left, right):
            continue
        mine, yours = truth[left.document.key], truth[right.document.key]
        if part_of(mine) % 2 != part_of(yours) % 2:
            continue  # an incident of the other half is not looked at
        found.append(articles.compared(left, right))
        same.append(float(mine == yours))
        part.append(part_of(min(mine, yours)))
    return found, np.array(same), part


def hats(x: Floats, knots: Sequence[float]) -> Floats:
    """Return the weight of each point of a broken line for each `x`, none where it is NaN."""
    eye = np.eye(len(knots))
    rows = np.stack([np.interp(x, knots, row) for row in eye], axis=1)
    return np.where(np.isnan(x)[:, None], 0.0, rows)


def design(found: Sequence[articles.Compared]) -> tuple[Floats, list[tuple[str, ...]]]:
    """Return the features of each pair, and what each feature is called."""
    columns = [np.ones((len(found), 1))]
    names: list[tuple[str, ...]] = [("prior",)]
    for line, knots in LINES.items():
        told = np.array([getattr(each, line) for each in found], dtype=float)
        columns.append(hats(told, knots))
        names += [(line, str(knot)) for knot in knots]
    marks = sorted({mark for each in found for mark in each.marks})
    place = {mark: number for number, mark in enumerate(marks)}
    told = np.zeros((len(found), len(marks)))
    for row, each in enumerate(found):
        for mark in each.marks:
            told[row, place[mark]] += 1.0
    return np.hstack([*columns, told]), [*names, *(("marks", *mark) for mark in marks)]


def fitted(x: Floats, y: Floats) -> Floats:
    """Return the weights of a logistic regression, by Newton's method."""
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + ridge * weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return weights


def entropy(x: Floats, y: Floats, weights: Floats) -> float:
    """Return the mean bits of surprise at the answers."""
    signed = (x @ weights) * (2 * y - 1)
    return float(np.mean(np.logaddexp(0, -signed)) / np.log(2))


def written(prior: float, lines: Lines, marks: Marks) -> str:
    """Return a table as TOML."""
    told = [HEAD, f"prior = {prior}\n"]
    told += [
        f"# {ABOUT[line]}\n{line} = {json.dumps(points)}\n" for line, points in lines.items()
    ]
    for speaks, bits in marks.items():
        told += [
            f"[marks.{speaks}]",
            *(f"{json.dumps(mark)} = {b}" for mark, b in bits.items()),
            "",
        ]
    return "\n".join(told)


def table(weights: Floats, names: Sequence[tuple[str, ...]]) -> tuple[float, Lines, Marks]:
    """Return the weights in bits: the prior, the broken lines, the marks."""
    bits = {
        name: round(float(w / np.log(2)), 1) + 0.0
        for name, w in zip(names, weights, strict=True)
    }
    marks: Marks = {}
    for name, value in bits.items():
        if name[0] == "marks":
            marks.setdefault(name[1], {})[name[2]] = value
    lines = {
        line: [[knot, bits[line, str(knot)]] for knot in knots] for line, knots in LINES.items()
    }
    return bits["prior",], lines, marks


def report(x: Floats, y: Floats, part: Sequence[int], keep: int) -> Floats:
    """Print how well the fit does on pairs it has not seen; return the weights."""
    mine = np.array([each % 2 == keep for each in part])
    fold = np.array([each // 2 % 5 for each in part])
    weights = fitted(x[mine], y[mine])
    left = []
    for number in range(5):
        out = mine & (fold == number)
        left.append(entropy(x[out], y[out], fitted(x[mine & ~out], y[mine & ~out])))
    print(f"{len(y)} pairs, {int(y.sum())} of one incident; bits of surprise a pair:")
    print(
        f"  fitted half {entropy(x[mine], y[mine], weights):.4f}, left out {np.mean(left):.4f}"
    )
    print(f"  other half {entropy(x[~mine], y[~mine], weights):.4f}")
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--keep", type=int, default=0)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    lines = (given.data / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = list(map(json.loads, lines))
    documents = [article(row) for row in rows]
    readings = {document.id: extract(document) for document in documents}
    signatures = {document.id: signature(document) for document in documents}
    steps = derivations(documents, signatures, readings)
    truth = {row["id"]: row["incident"] for row in rows}
    found, same, part = examples(documents, readings, steps, truth)
    x, names = design(found)
    made = table(report(x, same, part, given.keep), names)
    text = written(*made)
    print(text)
    if given.write:
        given.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
