"""Places, counts and incidents of single posts against the annotated `origins-ru` posts.

usage: python benchmarks/incident_facts.py --data DIR [--show place|counts|incident|speed]

DIR holds `origins-ru/posts.jsonl` and `gold.jsonl`. Prints one JSON object. A place is right
where the account's place bears a name that either annotator gave; a count where both ends
are exact; `place or its town` also counts a street or site that lies in a town they named.
`invented`: counts of a kind the annotators saw none of, among all told.
"""

import argparse
import json
import re
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

from reportedly.extract import attributions
from reportedly.extract.happening import tell
from reportedly.extract.places.gazetteer import entry, numbers
from reportedly.extract.places.keys import key
from reportedly.model import Account, Claim, Count, Document, Place

SLOTS = {
    "killed": ("killed", ""),
    "injured": ("injured", ""),
    "detained": ("detained", ""),
    "drones_downed": ("downed", ""),
    "missiles_downed": ("downed", "missiles"),
    "drones_launched": ("launched", ""),
    "missiles_launched": ("launched", "missiles"),
}
QUOTES = dict.fromkeys(map(ord, '«»"“”„'))  # the annotators quote names or do not
DAY = re.compile(r"_\d+$")  # "missiles_downed_1125": of one of the days a post tells of
Told = tuple[str, int, int | None]


def document(post: dict[str, str]) -> Document:
    return Document(
        id=post["id"],
        key=post["id"],
        source=post["source"],
        lang=post["lang"],
        text=post["text"],
        published=datetime.fromisoformat(post["published"]),
        original="",
        place="",
        read_by="benchmark",
    )


def names(place: Place) -> set[str]:
    found = {key(place.name.translate(QUOTES))}
    for number in numbers(key(place.name)):
        if (one := entry(number)).id == place.gazetteer:
            found |= {key(one.en), key(one.ru), key(one.uk)}
    return found


def same_place(place: Place, gold: list[str]) -> bool:
    gold = [name.translate(QUOTES) for name in gold]
    if any(key(name) in names(place) for name in gold):
        return True
    ids = {entry(n).id for name in gold for n in numbers(key(name))[:1]}
    return place.gazetteer in ids


def within(place: Place, gold: list[str]) -> bool:
    """Tell whether a street or site, known by name only, was put in a town they named."""
    towns = (entry(n) for name in gold for n in numbers(key(name.translate(QUOTES))))
    point = place.lat, place.lon
    return place.gazetteer is None and any((town.lat, town.lon) == point for town in towns)


def counts(account: Account, claims: dict[str, Claim]) -> set[Told]:
    found = set()
    for claim in (claims[i] for i in account.claims):
        if not isinstance(claim.value, Count):
            continue
        unit = "missiles" if "missiles" in (claim.value.scope or "") else ""
        for name, slot in SLOTS.items():
            if slot == (claim.slot, unit):
                low, best, high = claim.value.low, claim.value.best, claim.value.high
                about = low < best < (high or 0)  # "about 40": the annotators gave the 40
                found.add((name, best, best) if about else (name, low, high))
    return found


def f1(hit: int, told: int, wanted: int) -> dict[str, float]:
    p, r = hit / max(told, 1), hit / max(wanted, 1)
    return {
        "precision": round(p, 3),
        "recall": round(r, 3),
        "f1": round(2 * p * r / max(p + r, 1e-9), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", default="")
    given = parser.parse_args()
    folder = given.data / "origins-ru"
    posts = [json.loads(line) for line in (folder / "posts.jsonl").open()]
    golds = {g["id"]: g for g in map(json.loads, (folder / "gold.jsonl").open())}
    tally: Counter[str] = Counter()
    spent, length = 0.0, 0
    for post in posts:
        gold, doc = golds[post["id"]], document(post)
        said = attributions(doc)
        begun = time.process_time()
        accounts, claims = tell(doc, said)
        spent += time.process_time() - begun
        length += len(doc.text.split())
        by_id = {claim.id: claim for claim in claims}
        main_one = next((a for a in accounts if a.headline), None)
        if gold["incident_agreed"]:
            wanted, got = bool(gold["incident"]), main_one is not None
            tally["incident hit"] += wanted and got
            tally["incident told"] += got
            tally["incident wanted"] += wanted
            tally["any account hit"] += wanted and bool(accounts)
            if given.show == "incident" and wanted != got:
                print("MISSED" if wanted else "FALSE", gold["incident"], post["text"][:400])
        if gold["incident"] and gold["place_either"]:
            tally["place wanted"] += 1
            place = main_one.place if main_one else None
            tally["place told"] += place is not None
            right = place is not None and same_place(place, gold["place_either"])
            tally["place hit"] += right
            inside = place is not None and within(place, gold["place_either"])
            tally["place or its town hit"] += right or inside
            if given.show == "place" and not (right or inside):
                print(
                    gold["place_either"], "got", place and place.name, "|", post["text"][:300]
                )
        if not gold["incident"]:
            continue
        wanted_counts = {
            (slot, low or 0, high)
            for slot, (low, high) in gold["counts"].items()
            if slot in SLOTS
        }
        kinds = {DAY.sub("", slot) for slot in gold["counts"]}
        got_counts = counts(main_one, by_id) if main_one else set()
        got_counts = {c for c in got_counts if c[0] not in gold["counts_disputed"]}
        tally["counts wanted"] += len(wanted_counts)
        tally["counts told"] += len(got_counts)
        tally["counts hit"] += len(wanted_counts & got_counts)
        tally["counts invented"] += sum(c[0] not in kinds for c in got_counts)
        if given.show == "counts" and wanted_counts != got_counts:
            print("wanted", sorted(wanted_counts - got_counts, key=str), end=" ")
            print("got", sorted(got_counts - wanted_counts, key=str), "|", post["text"][:500])
    result = {
        "posts": len(posts),
        "incident": f1(tally["incident hit"], tally["incident told"], tally["incident wanted"]),
        "incident recall by any account": round(
            tally["any account hit"] / tally["incident wanted"], 3
        ),
        "place": round(tally["place hit"] / tally["place wanted"], 3),
        "place or its town": round(tally["place or its town hit"] / tally["place wanted"], 3),
        "places": tally["place wanted"],
        "counts": f1(tally["counts hit"], tally["counts told"], tally["counts wanted"]),
        "invented": round(tally["counts invented"] / max(1, tally["counts told"]), 3),
        "words per CPU-second": round(length / spent),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
