"""Which towns an adjective can be made from, in the spelling of either language."""

import pytest

from reportedly.extract.places.gazetteer import entry
from reportedly.extract.places.seats import seats


@pytest.mark.parametrize(
    ("adjective", "language", "town"),
    [
        ("Тульский", "ru", "Тула"),
        ("Тверской", "ru", "Тверь"),
        ("Елецкий", "ru", "Елец"),
        ("Пензенский", "ru", "Пенза"),
        ("Калужский", "ru", "Калуга"),
        ("Дрогобычский", "ru", "Дрогобич"),
        ("Сизранський", "uk", "Сызрань"),
        ("Кременчуцький", "uk", "Кременчук"),
        ("Вінницький", "uk", "Вінниця"),
        ("Чернівецький", "uk", "Чернівці"),
        ("Балаклійський", "uk", "Балаклія"),
        ("Таганрозький", "uk", "Таганрог"),
    ],
)
def test_towns(adjective: str, language: str, town: str) -> None:
    assert town in {entry(number).name for number in seats(adjective, language)}


@pytest.mark.parametrize("word", ["", "ский", "Женский", "Красный", "Тула"])
def test_none(word: str) -> None:
    assert not seats(word, "ru")
