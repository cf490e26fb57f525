"""Sentences a news desk met in a case of its own, and what may not be read into them."""

import pytest

from reportedly.extract import extract
from reportedly.model import Count, Label, Place
from reportedly.readers import from_text


def told(text: str, slot: str) -> list[object]:
    read = extract(from_text(text, key="r", source="desk"), deep=False)
    found = []
    for claim in read.claims:
        value = claim.value
        if claim.slot == slot:
            if isinstance(value, Count):
                found.append(value.best)
            elif isinstance(value, Label):
                found.append(value.value)
            elif isinstance(value, Place):
                found.append(value.name)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Мэр Пензы сообщил об одном погибшем и трёх пострадавших при взрыве в Пензе.",
        "Мер Полтави повідомив про одного загиблого та трьох постраждалих у Полтаві.",
        "The mayor told of one person killed and three people injured in a blast in Odesa.",
    ],
)
def test_the_dead_of_a_list_are_not_added_to_the_hurt(text: str) -> None:
    assert told(text, "killed") == [1]
    assert told(text, "injured") == [3]


@pytest.mark.parametrize(
    "text",
    [
        "При взрыве в Пензе ранены семь человек. Двое раненых остаются в больнице.",
        "A blast in Odesa injured seven people. Two of the injured remain in hospital.",
        "Через вибух у Полтаві поранено сім людей. Двоє поранених залишаються в лікарні.",
    ],
)
def test_those_still_in_hospital_are_not_all_the_hurt(text: str) -> None:
    assert told(text, "injured") == [7]


def test_those_still_in_hospital_alone_are_no_figure_of_the_hurt() -> None:
    text = "При взрыве в Пензе погиб сторож. Двое раненых остаются в больнице."
    assert told(text, "injured") == []


def test_a_drone_strike_on_a_plant_is_no_missile_strike() -> None:
    assert "missile_strike" not in told(
        "A drone strike on a depot in Odesa killed two.", "type"
    )


def test_where_a_source_works_is_no_measure_taken() -> None:
    text = "В Пензе горит склад, рассказал источник в экстренных службах."
    assert told(text, "measure") == []


def test_a_site_before_its_country_is_the_scene() -> None:
    text = "Two were killed in a drone attack on the Syzran refinery in Russia."
    assert told(text, "place")[0] == "Сызранский НПЗ"


def test_the_item_of_a_list_about_another_town_is_not_of_the_one_before() -> None:
    text = (
        "Главное за ночь:\n\n"
        "— В Воронеже обломки дрона повредили жилой дом, ранена женщина.\n"
        "— В Саратове закрывали аэропорт."
    )
    assert "airport" not in told(text, "target")


@pytest.mark.parametrize("head", ["Сводка за ночь", "Сводка на утро"])
def test_the_heading_of_a_digest_is_no_office(head: str) -> None:
    text = f"{head}: в Пензе взрыв, ранены двое."
    read = extract(from_text(text, key="r", source="desk"), deep=False)
    assert read.attributions == ()
