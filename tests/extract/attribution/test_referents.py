"""Names of persons, put together from a given name and a surname."""

import pytest

from reportedly.extract.attribution.referents import full_name


@pytest.mark.parametrize(
    ("given", "last", "whole"),
    [
        ("Шалва", "Бараташвили", "Шалва Бараташвили"),  # a given name of either gender
        ("Ивана", "Сидорова", "Иван Сидоров"),
    ],
)
def test_a_name_is_given_in_the_nominative(given: str, last: str, whole: str) -> None:
    assert full_name(given, last) == whole
