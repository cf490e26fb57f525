"""Conflicts between texts: 120 pairs written for it, read and compared as a build does."""

import tomllib
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reportedly.extract import extract
from reportedly.link import sources
from reportedly.link.agreement import Ledger, questions
from reportedly.model import Basis, Independence, Origin
from reportedly.readers import from_text

PAIRS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "conflicts.toml").read_text("utf-8")
)["pair"]
EVENING = datetime(2024, 5, 15, 14, 0, tzinfo=UTC)
COUNTS = {"killed", "injured", "missing", "detained", "launched", "downed"}


def conflict(pair: dict[str, Any]) -> bool:
    """Tell whether the two texts are found to contradict each other on the pair's slot."""
    names = ("Gazeta", "Gazeta") if pair.get("same") else ("Gazeta", "Kanal Yug")
    docs = [
        from_text(pair[key], key=key, source=name, published=EVENING + timedelta(hours=hour))
        for hour, (key, name) in enumerate(zip(("one", "other"), names, strict=True))
    ]
    readings = {doc.id: extract(doc) for doc in docs}
    behind = [
        Origin(
            id=doc.key,
            first=doc.id,
            voice=None,
            basis=Basis.UNSTATED,
            reports=(doc.id,),
            independence=Independence.INDEPENDENT,
            because="made for the test",
        )
        for doc in docs
    ]
    ledger = Ledger.of(docs, readings, sources(docs))
    asked = questions(ledger.claims.values(), behind, ledger)
    return any(question.slot == pair["slot"] and question.conflict for question in asked)


def f1(pairs: list[dict[str, Any]]) -> float:
    """Return the F1 of finding conflicts."""
    met = Counter((pair["conflict"], conflict(pair)) for pair in pairs)
    wrong = met[True, False] + met[False, True]
    return 2 * met[True, True] / (2 * met[True, True] + wrong)


def test_there_are_120_pairs_of_every_slot_in_three_languages() -> None:
    assert len(PAIRS) == 120
    langs = Counter(from_text(pair["one"]).lang for pair in PAIRS)
    assert min(langs[lang] for lang in ("en", "ru", "uk")) >= 20
    slots = "type place time cause actor weapon target damage measure position"
    assert {pair["slot"] for pair in PAIRS} == {*slots.split(), *COUNTS}
    assert 50 <= sum(pair["conflict"] for pair in PAIRS) <= 75


def test_who_agrees_is_not_said_to_contradict() -> None:
    agreeing = [pair for pair in PAIRS if not pair["conflict"]]
    assert [pair for pair in agreeing if conflict(pair)] == []


@pytest.mark.parametrize(("slots", "floor"), [(None, 0.90), (COUNTS, 0.95)])
def test_conflicts_are_found(slots: set[str] | None, floor: float) -> None:
    assert f1([pair for pair in PAIRS if slots is None or pair["slot"] in slots]) >= floor


def test_pairs_written_before_it_was_known_how_they_fare() -> None:
    text = (Path(__file__).parent.parent / "cases" / "conflicts_more.toml").read_text("utf-8")
    more = tomllib.loads(text)["pair"]
    assert f1(more) >= 0.85
    assert f1([pair for pair in more if pair["slot"] in COUNTS]) >= 0.95
    assert not [pair for pair in more if not pair["conflict"] and conflict(pair)]


def test_who_saw_no_damage_contradicts_who_saw_some() -> None:
    text = (Path(__file__).parent.parent / "cases" / "conflicts_damage.toml").read_text("utf-8")
    pairs = tomllib.loads(text)["pair"]
    assert [pair for pair in pairs if conflict(pair) != pair["conflict"]] == []
