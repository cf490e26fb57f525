"""Quality may rise; where it falls under a pinned floor, the change has to say why."""

import json
from importlib import resources
from pathlib import Path

import pytest

import reportedly

from .measure import gold_digest, measure

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    with resources.as_file(resources.files("reportedly.sample")) as sample:
        return measure(reportedly.build([sample]))


def test_the_floors_were_measured_on_this_gold() -> None:
    assert gold_digest() == FLOORS["gold"]


@pytest.mark.parametrize("name", sorted(FLOORS["floors"]))
def test_quality_stays_above_its_floor(name: str, figures: dict[str, float]) -> None:
    assert figures[name] >= FLOORS["floors"][name], figures
