"""Truth discovery on public data sets and on simulated copying.

    python benchmarks/truth.py --data DIR

DIR holds `data/book`, `data/population` and `data/weather` of the spectrum repository
(https://github.com/totucuong/spectrum). Simulated copying needs no data.

Peers must not see the order of the rows: in `population` the first value in the file is the
true one more often than not, and a Dawid-Skene that numbers the values of a fact by that order
learns it as a prior over numbers (.844; .73 to .77 once the rows are shuffled).
"""

import argparse
import csv
import itertools
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from truth_copying import Good, Words, informed, simulated

from reportedly.weigh.truth import Said, truth

Claims = list[tuple[str, str, str]]  # source, fact, value

SEEDS = (3, 4, 5)


def book(data: Path) -> tuple[Claims, dict[str, str]]:
    one: dict[tuple[str, str], str] = {}
    for row in _tsv(data / "book" / "book.txt"):
        if len(row) >= 4 and (names := surnames(row[3])):
            one[row[0], row[1]] = names
    gold = {
        row[0]: surnames(row[1])
        for row in _tsv(data / "book" / "book_golden.txt")
        if len(row) > 1
    }
    return [(s, o, v) for (s, o), v in one.items()], gold


def surnames(text: str) -> str:
    """Return an author list as sorted surnames."""
    text = re.sub(r"\(.*?\)", " ", text.lower())
    if "not available" in text or not text.strip():
        return ""
    found = set()
    for part in _authors(text):
        words = re.sub(r"[^\w, ']", " ", part).strip()
        first = words.split(",")[0].split() if "," in words else words.split()
        if first:
            found.add(first[0] if "," in words else first[-1])
    return ";".join(sorted(found))


def _authors(text: str) -> list[str]:
    if ";" in text:
        return text.split(";")
    pieces = text.split(",")
    inverted = len(pieces) % 2 == 0 and all(len(each.split()) == 1 for each in pieces[::2])
    if inverted and " and " not in text and "/" not in text:
        return [f"{a},{b}" for a, b in zip(pieces[::2], pieces[1::2], strict=True)]
    return re.split(r" and |/|&|,|\|", text)


def population(data: Path) -> tuple[Claims, dict[str, str]]:
    folder = data / "population"
    return _table([folder / "population_claims.csv"]), _gold(folder / "population_truth.csv")


def weather(data: Path) -> tuple[Claims, dict[str, str]]:
    files = sorted((data / "weather" / "claims").glob("*.csv"))
    gold = _gold(data / "weather" / "ground_truth" / "weather_truth.csv")
    claims = [(s, o, n) for s, o, v in _table(files) if (n := number(v)) is not None]
    return claims, {o: n for o, v in gold.items() if (n := number(v)) is not None}


def number(text: str) -> str | None:
    digits = re.sub(r"[^\d.\-]", "", text)
    try:
        return str(round(float(digits), 1))
    except ValueError:
        return None


def _tsv(path: Path) -> Iterable[list[str]]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        yield from (line.rstrip("\n").split("\t") for line in lines)


def _table(files: list[Path]) -> Claims:
    one: dict[tuple[str, str], str] = {}
    for file in files:
        with file.open(encoding="utf-8", errors="replace", newline="") as lines:
            for row in csv.DictReader(lines):
                fact = f"{row['ObjectID']}|{row['PropertyID']}"
                one[row["SourceID"], fact] = row["PropertyValue"]
    return [(s, o, v) for (s, o), v in one.items()]


def _gold(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        return {
            f"{row['ObjectID']}|{row['PropertyID']}": row["PropertyValue"]
            for row in csv.DictReader(lines)
        }


def majority(said: Iterable[Said]) -> dict[str, dict[str, float]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in said:
        votes[str(one.fact)][str(one.value)] += 1
    return {
        fact: {value: n / given.total() for value, n in given.items()}
        for fact, given in votes.items()
    }


def figures(values: dict[str, dict[str, float]], gold: dict[str, str]) -> dict[str, float]:
    """Return accuracy, Brier score and expected calibration error of the likeliest values."""
    told = [
        (max(given.values()), min(given, key=lambda v: (-given[v], str(v))) == gold[fact])
        for fact, given in values.items()
        if fact in gold
    ]
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for sure, right in told:
        bins[min(9, int(sure * 10))].append((sure, right))
    off = sum(abs(sum(s for s, _ in each) - sum(r for _, r in each)) for each in bins.values())
    return {
        "facts": len(told),
        "accuracy": round(sum(right for _, right in told) / len(told), 4),
        "brier": round(sum((sure - right) ** 2 for sure, right in told) / len(told), 4),
        "ece": round(off / len(told), 4),
    }


def methods(words: Words, good: Good, seed: int) -> dict[str, dict[str, dict[str, float]]]:
    """Return the values by each method; `half` knows every other link to a family."""
    chance = random.Random(seed)
    blind = [word for _, word in words]
    known = [Said(family, word.fact, word.value) for family, word in words]
    half = [
        one if chance.random() < 0.5 else other for one, other in zip(known, blind, strict=True)
    ]
    return {
        "majority": majority(blind),
        "blind": truth(blind).values,
        "half": truth(half).values,
        "known": truth(known).values,
        "bound": informed(words, good),
    }


def copying() -> None:
    """Print the means over the seeds for each share of copiers."""
    names = ("majority", "blind", "half", "known", "bound")
    print("simulated copying: accuracy by method, then of `known` the error cut against the")
    print("better copy-blind one, the cut of `bound`, Brier score, calibration error (ece)")
    print(
        "claims copiers", *(f"{name:>8}" for name in (*names, "cut", "can be", "brier", "ece"))
    )
    wrong: dict[str, float] = defaultdict(float)
    for per, share in itertools.product((8, 15), (0.0, 0.2, 0.4, 0.6, 0.8)):
        told = []
        for seed in SEEDS:
            words, gold, good = simulated(per, share, seed)
            found = methods(words, good, seed)
            told.append({name: figures(found[name], gold) for name in names})
        mean = {
            (name, what): sum(each[name][what] for each in told) / len(told)
            for name in names
            for what in ("accuracy", "brier", "ece")
        }
        missed = {name: 1 - mean[name, "accuracy"] for name in names}
        missed["best"] = min(missed["majority"], missed["blind"])
        for name, each in missed.items():
            wrong[name] += each
        row = [mean[name, "accuracy"] for name in names]
        row += [cut(missed, "known"), cut(missed, "bound")]
        row += [mean["known", "brier"], mean["known", "ece"]]
        print(f"{per:6} {share:7.0%}", *(f"{each:8.3f}" for each in row))
    print(f"all: error cut {cut(wrong, 'known'):.3f}, bound {cut(wrong, 'bound'):.3f}")


def cut(missed: dict[str, float], name: str) -> float:
    return 1 - missed[name] / missed["best"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the spectrum repository")
    data = parser.parse_args().data
    if data is not None:
        print(
            "set         claims CPU-s  majority: accuracy brier   ece"
            "  ours: accuracy brier   ece"
        )
        for load in (book, population, weather):
            claims, gold = load(data / "data")
            said = [Said(*claim) for claim in claims]
            start = time.process_time()
            found = truth(said)
            spent = time.process_time() - start
            both = figures(majority(said), gold), figures(found.values, gold)
            row = [each[what] for each in both for what in ("accuracy", "brier", "ece")]
            print(
                f"{load.__name__:10} {len(said):7} {spent:5.1f}           "
                "{:8.3f} {:.3f} {:.3f}       {:8.3f} {:.3f} {:.3f}".format(*row)
            )
    copying()


if __name__ == "__main__":
    main()
