"""Killed, injured, date and city of shootings, from our incident of their articles.

usage: python benchmarks/gva_facts.py --data DIR [--part N] [--rest R] [--show SLOT] [--narrow]

DIR holds docs.jsonl (see incidents.py) and incidents.json (by incident: date, city_or_county,
num_killed, num_injured). Of the true incidents every N-th is taken, by hash. For each, the one
of ours that is home to most of its articles answers: the most probable count that is no part
of another and that none has replaced, nobody hurt where none is told; the day in the middle of
its time; its place, which may be a county. GVA gives the city of a quarter: where the place
lies in a town that the incident's accounts also name, that town answers. `--narrow` takes the
place as it is.
"""

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from incidents import article

from reportedly.extract import extract
from reportedly.extract.places.gazetteer import entry, numbers
from reportedly.extract.places.keys import key
from reportedly.link import derivations, homes, incidents, signature, sources
from reportedly.link.agreement import kilometres
from reportedly.model import Assessment, Count, Document, Incident, Place, Reading
from reportedly.weigh import assess

LEAST = 2.0  # km of a quarter that must lie in its town
WIDER = 1.5  # times as wide as its quarter a town is at least
SLOTS = ("killed", "injured", "date", "city")


def chosen(folder: Path, part: int, rest: int) -> list[dict[str, str]]:
    lines = (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        line
        for line in map(json.loads, lines)
        if int(hashlib.sha256(line["incident"].encode()).hexdigest(), 16) % part == rest
    ]


def grouped(
    articles: list[Document], readings: Mapping[str, Reading]
) -> tuple[tuple[Incident, ...], tuple[Assessment, ...], dict[str, str]]:
    steps = derivations(articles, {doc.id: signature(doc) for doc in articles}, readings)
    voices = sources(articles, readings)
    found = incidents(articles, readings, steps, voices)
    told = [account for reading in readings.values() for account in reading.accounts]
    graded = assess(found, readings, articles, steps, voices)
    return found, graded, homes(found, told)


def count(incident: Incident, slot: str, bits: Mapping[tuple[str, str, int], float]) -> int:
    """Return the most probable count of the incident, 0 where none is told."""
    for question in incident.questions:
        if question.slot == slot:
            ranked = [
                (
                    not answer.value.scope,
                    bits[incident.id, slot, number],
                    len(answer.reports),
                    -number,
                )
                for number, answer in enumerate(question.answers)
                if not answer.denied and isinstance(answer.value, Count)
                if (incident.id, slot, number) in bits
            ]
            if ranked:
                value = question.answers[-max(ranked)[3]].value
                return value.best if isinstance(value, Count) else 0
    return 0


def day(incident: Incident, published: list[datetime]) -> date:
    when = incident.when
    if when is None:
        return min(published).date()
    return (when.earliest + (when.latest - when.earliest) / 2).date()


def _bare(name: str) -> str:
    return key(re.sub(r"\b(county|city)\b", "", name, flags=re.I).strip())


def told_places(readings: Iterable[Reading]) -> dict[str, Counter[Place]]:
    """Return the places of each account, by its id."""
    found: dict[str, Counter[Place]] = {}
    for reading in readings:
        claims = {claim.id: claim.value for claim in reading.claims}
        for account in reading.accounts:
            told = (claims[each] for each in account.claims)
            found[account.id] = Counter(one for one in told if isinstance(one, Place))
    return found


def extent(place: Place) -> float:
    """Return how wide a town is by itself: "near" it is wider."""
    known = (entry(number) for number in numbers(key(place.name)))
    found = (one.radius_km for one in known if one.id == place.gazetteer)
    return next(found, place.radius_km)


def town(incident: Incident, told: Mapping[str, Counter[Place]]) -> Place | None:
    """Return the place of an incident, or the town most told of that holds it."""
    place = incident.place
    if place is None:
        return None
    every: Counter[Place] = Counter()
    for account in incident.accounts:
        every.update(told[account])
    around = [
        (count, one.radius_km, one.name, one)
        for one, count in every.items()
        if one.kind == "settlement"
        and (one == place or extent(one) > WIDER * place.radius_km)
        and kilometres(one, place) + min(place.radius_km, LEAST) <= extent(one)
    ]
    return max(around)[3] if around else place


def same_city(place: Place | None, wanted: str) -> bool:
    if place is None:
        return False
    outer, _, inner = wanted.partition("(")  # "Chicago (Roseland)"
    return _bare(place.name) in {_bare(outer), _bare(inner.strip(")"))}


def compared(
    incident: Incident | None,
    truth: Mapping[str, object],
    published: list[datetime],
    bits: Mapping[tuple[str, str, int], float],
    told: Mapping[str, Counter[Place]],
) -> Iterator[tuple[str, bool, object, object]]:
    """Yield for each slot whether it is right, what was said and what was wanted."""
    when = datetime.strptime(str(truth["date"]), "%B %d, %Y").date()  # noqa: DTZ007 - a day
    wanted = (truth["num_killed"], truth["num_injured"], when, truth["city_or_county"])
    if incident is None:
        yield from ((slot, False, None, want) for slot, want in zip(SLOTS, wanted, strict=True))
        return
    killed, injured = count(incident, "killed", bits), count(incident, "injured", bits)
    yield "killed", killed == wanted[0], killed, wanted[0]
    yield "injured", injured == wanted[1], injured, wanted[1]
    yield "date", (mine := day(incident, published)) == when, mine, when
    place = town(incident, told) if told else incident.place
    yield "city", same_city(place, str(wanted[3])), place and place.name, wanted[3]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", type=int, default=3)
    parser.add_argument("--rest", type=int, default=0)
    parser.add_argument("--show", default="")
    parser.add_argument("--narrow", action="store_true", help="the city of a quarter is itself")
    given = parser.parse_args()
    lines = chosen(given.data, given.part, given.rest)
    facts = json.loads((given.data / "incidents.json").read_text(encoding="utf-8"))
    articles = [article(line) for line in lines]
    readings = {doc.id: extract(doc) for doc in articles}
    found, graded, home = grouped(articles, readings)
    bits = {
        (each.incident, each.slot, each.answer): each.bits
        for each in graded
        if all(reason.name != "superseded" for reason in each.reasons)
    }
    told = {} if given.narrow else told_places(readings.values())
    by_id = {incident.id: incident for incident in found}
    of: dict[str, list[Document]] = defaultdict(list)
    for line, doc in zip(lines, articles, strict=True):
        of[line["incident"]].append(doc)
    right: Counter[str] = Counter()
    asked = 0
    for name, docs in sorted(of.items()):
        if name not in facts:
            continue
        asked += 1
        votes = Counter(home[doc.id] for doc in docs if doc.id in home)
        mine = by_id[votes.most_common(1)[0][0]] if votes else None
        published = [doc.published for doc in docs if doc.published]
        for slot, good, said, want in compared(mine, facts[name], published, bits, told):
            right[slot] += good
            if given.show == slot and not good:
                print(f"{name}: told {said}, wanted {want} | {docs[0].text[:300]!r}")
    shares = {slot: round(right[slot] / asked, 3) for slot in SLOTS}
    print(json.dumps({"incidents": asked, **shares}))


if __name__ == "__main__":
    main()
