"""Truth discovery on public data sets and on simulated copying.

    python benchmarks/truth.py --data DIR

DIR holds `data/book`, `data/population` and `data/weather` of the spectrum repository
(https://github.com/totucuong/spectrum). Simulated copying needs no data.
"""

import argparse
import csv
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from reportedly.weigh.truth import Said, truth

Claims = list[tuple[str, str, str]]  # source, fact, value


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


def figures(values: dict, gold: dict[str, str]) -> dict[str, float]:
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


def simulated(per: int, copying: float, seed: int) -> tuple[list[tuple[str, Said]], dict]:
    """Return (family, word) pairs and the truth: copiers repeat one of five weak sources."""
    chance = random.Random(seed)
    count = 300
    good = [0.3 + 0.6 * chance.betavariate(4, 3) for _ in range(count)]
    order = chance.sample(range(count), count)
    popular = order[:5]
    for source, share in zip(popular, (0.45, 0.5, 0.55, 0.6, 0.65), strict=True):
        good[source] = share
    copies = {each: chance.choice(popular) for each in order[5 : 5 + int(count * copying)]}

    def told(source: int) -> int:
        if chance.random() < good[source]:
            return 0
        return 1 + min(4, int(chance.expovariate(1 / 1.2)))

    words, gold = [], {}
    for fact in range(2000):
        names = [f"v{each}" for each in chance.sample(range(1000), 6)]  # ties favour none
        gold[f"o{fact}"] = names[0]
        first = {source: told(source) for source in popular}
        for source in chance.sample(range(count), per):
            copied = source in copies and chance.random() < 0.9
            heard = first[copies[source]] if copied else first.get(source)
            value = names[told(source) if heard is None else heard]
            family = copies[source] if copied else source
            words.append((f"s{family}", Said(f"s{source}", f"o{fact}", value)))
    return words, gold


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the spectrum repository")
    data = parser.parse_args().data
    if data is not None:
        for load in (book, population, weather):
            claims, gold = load(data / "data")
            said = [Said(*claim) for claim in claims]
            start = time.process_time()
            found = truth(said)
            spent = time.process_time() - start
            print(f"{load.__name__}: {len(said)} claims, {spent:.1f} CPU-s")
            print("  one-coin EM  ", figures(found.values, gold))
            print("  majority     ", figures(majority(said), gold))
    for per in (8, 15):
        for copying in (0.0, 0.2, 0.4, 0.6, 0.8):
            words, gold = simulated(per, copying, seed=3)
            blind = figures(truth(word for _, word in words).values, gold)
            known = figures(
                truth(Said(family, word.fact, word.value) for family, word in words).values,
                gold,
            )
            plain = figures(majority(word for _, word in words), gold)
            print(f"{per} claims a fact, {copying:.0%} copiers")
            print("  families known", known)
            print("  copy-blind    ", blind)
            print("  majority      ", plain)


if __name__ == "__main__":
    main()
