"""Make copies of real posts and articles, each with the truth of where it comes from.

usage: generate.py --data DIR [--data DIR ...] --size N --out FILE [--longest 300] [--seed 7]

Every *.jsonl under a DIR whose rows have a "text" gives originals (40 words or more, near
duplicates among them dropped, so that the truth is clean), cut after the sentence that makes
it --longest words. FILE gets one document a line:
id, kind, sources (ids of the true originals), family (the original's id), source (outlet),
published, text. Kinds: original, verbatim, trimmed, light, heavy, quoted, digest.
"""

import argparse
import json
import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

WORDS = 40  # an original has at least so many words before it is cut
OUTLETS = 400
ORIGINALS, HOSTS = 0.12, 0.2  # part of the documents that are originals; of texts set aside
KINDS = {
    "verbatim": 0.22,
    "trimmed": 0.22,
    "light": 0.20,
    "heavy": 0.20,
    "quoted": 0.08,
    "digest": 0.08,
}
CITIES = ["МОСКВА", "KYIV", "LONDON", "КРАСНОДАР", "ХАРКІВ", "WARSAW", "РОСТОВ", "GENEVA"]
START = datetime(2024, 11, 1, tzinfo=UTC)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


def texts(folders: list[Path], longest: int) -> list[str]:
    """Return the distinct texts of the corpora, footers of each channel dropped, in order."""
    found: dict[str, None] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.jsonl")):
            rows = [json.loads(line) for line in path.open(encoding="utf-8")]
            bodies = [row["text"] for row in rows if isinstance(row.get("text"), str)]
            lines: dict[str, int] = {}
            for body in bodies:
                for line in {line.strip() for line in body.split("\n")}:
                    lines[line] = lines.get(line, 0) + 1
            for body in bodies:
                kept = (line for line in body.split("\n") if lines[line.strip()] < 3)
                words = " ".join(kept).split()
                if len(words) >= WORDS:
                    found.setdefault(_cut(" ".join(words), longest))
    return clean(list(found))


def _cut(text: str, longest: int) -> str:
    kept: list[str] = []
    for sentence in sentences(text):
        if kept and sum(len(one.split()) for one in kept) >= longest:
            break
        kept.append(sentence)
    return " ".join(kept)


def sentences(text: str) -> list[str]:
    return [one for one in _SENTENCE.split(text) if one]


def clean(found: list[str]) -> list[str]:
    """Drop texts that share more than .1 of their runs of five words with an earlier one."""
    seen: set[int] = set()
    kept = []
    for text in found:
        words = re.findall(r"\w+", text.lower())
        runs = {hash(tuple(words[at : at + 5])) for at in range(len(words) - 4)}
        if len(runs & seen) <= 0.1 * len(runs):
            kept.append(text)
        seen |= runs
    return kept


class Maker:
    """Makes copies; all chance comes from one seed."""

    def __init__(self, bodies: list[str], size: int, seed: int) -> None:
        self.chance = random.Random(seed)
        bodies = sorted(bodies)
        self.chance.shuffle(bodies)
        hosts = round(len(bodies) * HOSTS)
        self.words = [word for body in bodies for word in body.split() if word.count("/") < 2]
        self.hosts, real = bodies[:hosts], bodies[hosts:]
        count = round(size * ORIGINALS)
        self.originals = real[:count]
        while len(self.originals) < count:  # more than the corpora hold: real words, mixed
            self.originals.append(self.mixed(real[len(self.originals) % len(real)]))
        self.plates = [
            (
                self.chance.choice(CITIES),
                " ".join(self.chance.choices(self.words, k=self.chance.randint(1, 2))),
                " ".join(self.chance.choices(self.words, k=self.chance.randint(8, 20))),
                self.chance.choice(["\n\n", "\n\n", "\n\n", " "]),
            )
            for _ in range(OUTLETS)
        ]

    def mixed(self, text: str) -> str:
        """Keep sentence lengths and marks; the words come from the whole corpus."""
        return " ".join(
            self.chance.choice(self.words) if self.chance.random() < 0.95 else word
            for word in text.split()
        )

    def plated(self, text: str, outlet: int) -> str:
        city, agency, footer, gap = self.plates[outlet]
        return f"{city}, {agency} - {text}{gap}{footer}"

    def edited(self, text: str, part: float) -> str:
        out: list[str] = []
        for word in text.split():
            roll = self.chance.random()
            if roll < part * 0.6:
                out.append(self.chance.choice(self.words))
            elif roll < part * 0.8:
                continue
            elif roll < part:
                out += [word, self.chance.choice(self.words)]
            else:
                out.append(word)
        return " ".join(out)

    def copy(self, kind: str, text: str, other: str) -> str:
        parts, chance = sentences(text), self.chance
        if kind == "trimmed":
            words = text.split()
            return " ".join(words[: max(12, round(len(words) * chance.uniform(0.4, 0.8)))])
        if kind == "light":
            return self.edited(text, chance.uniform(0.05, 0.10))
        if kind == "heavy":
            parts = [one for one in parts if chance.random() > 0.2] or parts
            for at in range(len(parts) - 1):
                if chance.random() < 0.3:
                    parts[at], parts[at + 1] = parts[at + 1], parts[at]
            return self.edited(" ".join(parts), chance.uniform(0.20, 0.30))
        if kind == "quoted":
            host = sentences(self.mixed(chance.choice(self.hosts)))
            host.insert(chance.randint(0, len(host)), f"«{self.excerpt(parts, 3)}»")
            return " ".join(host)
        if kind == "digest":
            return "\n\n".join(self.excerpt(sentences(one), 4) for one in (text, other))
        return text

    def excerpt(self, parts: list[str], longest: int) -> str:
        """Return one to `longest` sentences that stand together, ten words or more."""
        count = min(len(parts), self.chance.randint(1, longest))
        first = self.chance.randint(0, len(parts) - count)
        while len(" ".join(parts[first : first + count]).split()) < 10 and count < len(parts):
            first, count = max(0, first - 1), count + 1
        return " ".join(parts[first : first + count])

    def documents(self, size: int) -> list[dict]:
        chance, count = self.chance, len(self.originals)
        times = [START + timedelta(minutes=chance.randrange(20160)) for _ in range(count)]
        rows = [
            {"kind": "original", "sources": [], "family": at, "published": times[at],
             "source": chance.randrange(OUTLETS), "text": text}
            for at, text in enumerate(self.originals)
        ]  # fmt: skip
        draw = np.random.default_rng(chance.randrange(1 << 30))
        weights = draw.pareto(1.2, count) + 0.05
        weights[draw.random(count) < 0.3] = 0
        weights = np.minimum(weights, 60) / np.minimum(weights, 60).sum()
        picks = draw.choice(count, size=(size - count, 2), p=weights).tolist()
        kinds = chance.choices(list(KINDS), list(KINDS.values()), k=size - count)
        for kind, (one, two) in zip(kinds, picks, strict=True):
            outlet = chance.randrange(OUTLETS)
            sources = [one, two] if kind == "digest" and one != two else [one]
            text = self.copy(kind, self.originals[one], self.originals[two])
            plain = kind in {"quoted", "digest"}
            rows.append(
                {"kind": kind, "sources": sources, "family": len(rows) if plain else one,
                 "published": max(times[at] for at in sources)
                 + timedelta(minutes=1 + int(chance.expovariate(1 / 360))),
                 "source": outlet, "text": text if plain else self.plated(text, outlet)}
            )  # fmt: skip
        return rows


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, action="append")
    arguments.add_argument("--size", type=int, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--longest", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=7)
    given = arguments.parse_args()
    maker = Maker(texts(given.data, given.longest), given.size, given.seed)
    rows = maker.documents(given.size)
    order = list(range(len(rows)))
    maker.chance.shuffle(order)
    place = {row: at for at, row in enumerate(order)}
    with given.out.open("w", encoding="utf-8") as out:
        for at, row in enumerate(order):
            made = dict(rows[row], id=at, family=place[rows[row]["family"]])
            made["sources"] = [place[one] for one in made["sources"]]
            made["source"] = f"outlet {made['source']}"
            made["published"] = made["published"].isoformat()
            out.write(json.dumps(made, ensure_ascii=False) + "\n")
    length = sum(len(row["text"].split()) for row in rows) / len(rows)
    print(f"{len(rows)} documents, {len(maker.originals)} originals, {length:.0f} words each")


if __name__ == "__main__":
    main()
