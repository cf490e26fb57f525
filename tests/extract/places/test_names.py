"""Case forms and spellings lead back to the gazetteer."""

import pytest

from reportedly.extract.places.gazetteer import entry
from reportedly.extract.places.names import called


@pytest.mark.parametrize(
    ("language", "written", "name"),
    [
        ("ru", "Краснодаром", "Краснодар"),
        ("ru", "Сумах", "Суми"),
        ("ru", "Энгельсе", "Энгельс"),
        ("ru", "Набережных Челнах", "Набережные Челны"),
        ("ru", "Славянске-на-Кубани", "Славянск-на-Кубани"),
        ("ru", "Ростове-на-Дону", "Ростов-на-Дону"),
        ("ru", "Старом Осколе", "Старый Оскол"),
        ("ru", "Ельце", "Елец"),
        ("ru", "Химок", "Химки"),
        ("ru", "Видном", "Видное"),
        ("ru", "Орехово-Зуеве", "Орехово-Зуево"),
        ("ru", "Алтайском крае", "Алтайский край"),
        ("ru", "Ростовской областью", "Ростовская область"),
        ("ru", "Ингушетии", "Ингушетия"),
        ("ru", "Казанью", "Казань"),
        ("uk", "Харкові", "Харків"),
        ("uk", "Києва", "Київ"),
        ("uk", "Одещині", "Одеська область"),
        ("uk", "Кривому Розі", "Кривий Ріг"),
        ("uk", "Кременчуці", "Кременчук"),
        ("uk", "Тернополі", "Тернопіль"),
        ("uk", "Шостці", "Шостка"),
        ("uk", "Часовому Яру", "Часів Яр"),
        ("uk", "Ромнах", "Ромни"),
        ("uk", "Запоріжжі", "Запоріжжя"),
        ("en", "Odessa", "Одеса"),
        ("en", "Krasnodar Krai", "Краснодарский край"),
        ("en", "Zaporizhzhya", "Запоріжжя"),
        ("en", "Kharkiv's", "Харків"),
    ],
)
def test_declined(language: str, written: str, name: str) -> None:
    assert name in [entry(n).name for n in called(tuple(written.split()), language)]


@pytest.mark.parametrize("words", [("и",), ("",), ("а" * 500,), ("-",), ("a-b-c-d-e-f-g",)])
def test_no_name(words: tuple[str, ...]) -> None:
    for language in ("en", "ru", "uk"):
        called(words, language)
