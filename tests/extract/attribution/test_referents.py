"""Names of persons, put together from a given name and a surname."""

from collections.abc import Callable

import pytest

from reportedly.extract.attribution import attributions
from reportedly.extract.attribution.referents import full_name
from reportedly.model import Document

Make = Callable[..., Document]


@pytest.mark.parametrize(
    ("given", "last", "whole"),
    [
        ("Шалва", "Бараташвили", "Шалва Бараташвили"),  # a given name of either gender
        ("Ивана", "Сидорова", "Иван Сидоров"),
    ],
)
def test_a_name_is_given_in_the_nominative(given: str, last: str, whole: str) -> None:
    assert full_name(given, last) == whole


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Павел Павлов торгует в порту. Павел сказал, что мост закрыт.", "Павел Павлов"),
        ("В МАКе сказали, что мост закрыт.", "МАК"),
    ],
)
def test_a_first_name_and_an_acronym_are_named_in_full(
    document: Make, text: str, name: str
) -> None:
    (only,) = attributions(document(text, "ru"))
    assert [voice.name for voice in only.chain] == [name]
