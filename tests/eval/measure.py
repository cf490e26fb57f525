"""Measure the whole path on the constructed case: gold by the project, figures by name."""

import hashlib
import itertools
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reportedly import Case
from reportedly.export import lines

GOLD = Path(__file__).parent.parent / "cases" / "stavropol"
Row = dict[str, Any]
Ranges = list[tuple[int, int]]


def gold_rows() -> list[Row]:
    return [json.loads(line) for line in (GOLD / "gold.jsonl").read_text("utf-8").splitlines()]


def gold_digest() -> str:
    """Name the gold the floors were measured on."""
    files = sorted(GOLD.glob("*.json*"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def f1(right: int, said: int, wanted: int) -> float:
    return round(2 * right / (said + wanted), 4) if said + wanted else 1.0


def measure(case: Case) -> dict[str, float]:
    """Return every figure, 0..1, the higher the better."""
    gold = {row["id"]: row for row in gold_rows()}
    reports = {row["report"]: row for row in lines.origin_rows(case)}
    return {
        "attribution_f1": _attributions(case, gold),
        "chain_accuracy": _chains(case, gold),
        "incident_pairs_f1": _incidents(reports, gold),
        "derived_f1": _derived(reports, gold),
        "parent_accuracy": _parents(reports, gold),
        "place_accuracy": _places(case, gold),
        "counts_f1": _counts(case, gold),
        "origins_within": _origins(case, gold),
    }


def _located(text: str, quote: str, nth: int) -> tuple[int, int] | None:
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            return None
    return at, at + len(quote)


def _gold_ranges(text: str, said: Row) -> dict[str, Ranges]:
    """Return gold spans by role; `nth` counts in the body, the title left out."""
    nth = said.get("nth", {})
    found = {}
    for role in ("source", "cue", "content"):
        quotes = said[role] if isinstance(said[role], list) else [said[role]]
        spans = [_located(text, quote, nth.get(role, 1)) for quote in quotes if quote]
        found[role] = [span for span in spans if span is not None]
    return found


def _dice(a: Ranges, b: Ranges) -> float:
    if not a and not b:
        return 1.0
    shared = sum(max(0, min(d, f) - max(c, e)) for c, d in a for e, f in b)
    size = sum(d - c for c, d in (*a, *b))
    return 2 * shared / size


def _matches(case: Case, gold: dict[str, Row]) -> tuple[list[tuple[Row, Any]], int, int]:
    """Pair gold relations with found ones whose three roles overlap by half."""
    pairs: list[tuple[Row, Any]] = []
    said = wanted = 0
    for document in case.documents:
        if document.key not in gold:
            continue
        skipped = len(document.title) + 1 if document.title else 0
        body = document.text[skipped:]
        found = [each for each in case.attributions if each.doc == document.id]
        said += len(found)
        for want in gold[document.key]["attributions"]:
            wanted += 1
            roles = _gold_ranges(body, want)
            for each in found:
                ours = {
                    role: [(s.start - skipped, s.end - skipped) for s in getattr(each, role)]
                    for role in roles
                }
                if all(_dice(roles[role], ours[role]) >= 0.5 for role in roles):
                    pairs.append((want, each))
                    found.remove(each)
                    break
    return pairs, said, wanted


def _attributions(case: Case, gold: dict[str, Row]) -> float:
    pairs, said, wanted = _matches(case, gold)
    return f1(len(pairs), said, wanted)


def _chains(case: Case, gold: dict[str, Row]) -> float:
    """Share of found relations whose chain has the gold length and the gold origin's basis."""
    pairs, _, _ = _matches(case, gold)
    right = sum(
        len(want["chain"]) == len(each.chain) and want["basis"] == each.basis.value
        for want, each in pairs
    )
    return round(right / len(pairs), 4)


def _pairs(groups: Iterable[list[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def _grouped(rows: dict[str, Row]) -> set[tuple[str, str]]:
    groups: dict[str, list[str]] = {}
    for report, row in rows.items():
        if row["incident"]:
            groups.setdefault(row["incident"], []).append(report)
    return _pairs(groups.values())


def _incidents(reports: dict[str, Row], gold: dict[str, Row]) -> float:
    want = _grouped(gold)
    got = _grouped({report: row for report, row in reports.items() if report in gold})
    return f1(len(want & got), len(got), len(want))


def _derived(reports: dict[str, Row], gold: dict[str, Row]) -> float:
    want = {report for report, row in gold.items() if row["derived"]}
    got = {report for report in gold if reports[report]["derived"]}
    return f1(len(want & got), len(got), len(want))


def _parents(reports: dict[str, Row], gold: dict[str, Row]) -> float:
    derived = {report: row for report, row in gold.items() if row["derived"]}
    right = sum(
        bool(
            {step["from"] for step in row["derived"]}
            & {step["from"] for step in reports[report]["derived"]}
        )
        for report, row in derived.items()
    )
    return round(right / len(derived), 4)


def _places(case: Case, gold: dict[str, Row]) -> float:
    """Share of reports of an incident one of whose accounts has the gold place."""
    latin = {"Stavropol": "Ставрополь"}
    right = asked = 0
    for document in case.documents:
        row = gold.get(document.key)
        if row and row["incident"]:
            asked += 1
            places = [a.place.name for a in case.accounts if a.doc == document.id and a.place]
            right += latin.get(row["place"], row["place"]) in places
    return round(right / asked, 4)


_SLOTS = {"drones_downed": "downed", "killed": "killed", "injured": "injured"}


def _counts(case: Case, gold: dict[str, Row]) -> float:
    """F1 over (report, slot, low, high) where the gold gives one figure for the report."""
    want = {
        (report, _SLOTS[name], low, high)
        for report, row in gold.items()
        for name, (low, high) in row["counts"].items()
    }
    keys = {document.id: document.key for document in case.documents}
    got = {
        (keys[claim.doc], claim.slot, claim.value.low, claim.value.high)  # type: ignore[union-attr]
        for claim in case.claims
        if claim.slot in _SLOTS.values() and not getattr(claim.value, "scope", None)
    }
    return f1(len(want & got), len(got), len(want))


def _origins(case: Case, gold: dict[str, Row]) -> float:
    """Share of gold incidents whose best matching incident counts its origins as gold does."""
    truth = json.loads((GOLD / "incidents.json").read_text("utf-8"))
    rows = lines.incident_rows(case)
    right = 0
    for slug, want in truth.items():
        members = {report for report, row in gold.items() if row["incident"] == slug}
        best: Row = max(rows, key=lambda row: len(members & set(row["reports"])))  # type: ignore[call-overload]
        low, high = want["independent_origins"]
        right += low <= best["origins"]["independent"] <= high
    return round(right / len(truth), 4)
