"""The bundled gazetteer: look-up in three languages, and what it must not claim."""

import math

import pytest

from reportedly.extract.places.gazetteer import country, entry, look_up
from reportedly.extract.places.keys import key


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Краснодар", "542420"),
        ("Krasnodar", "542420"),
        ("Харків", "706483"),
        ("Харьков", "706483"),
        ("Kharkov", "706483"),
        ("Kharkiv", "706483"),
        ("Київ", "703448"),
        ("Kiev", "703448"),
        ("Слов’янськ", "693468"),
        ("Кубань", "RU.38"),
        ("Сумщина", "UA.21"),
        ("Kursk Oblast", "RU.41"),
        ("Крым", "UA.11"),
        ("Украина", "UA"),
        ("США", "US"),
    ],
)
def test_found_in_every_language(name: str, ident: str) -> None:
    assert ident in [place.id for place in look_up(name)]


def test_crimea_is_shown_as_ukraine() -> None:
    for name in ("Симферополь", "Керчь", "Севастополь", "Крым", "аэродром Бельбек"):
        assert look_up(name)[0].country == "UA"


def test_every_region_of_both_countries_has_an_extent() -> None:
    regions = [e for e in map(entry, range(2_500)) if e.kind == "region"]
    for code, least in (("RU", 75), ("UA", 25), ("BY", 6), ("US", 50)):
        ours = [region for region in regions if region.country == code]
        assert len(ours) >= least
        assert all(region.radius_km >= 10 for region in ours)


def test_village_without_coordinates_is_an_area() -> None:
    villages = [e for e in map(entry, range(117_000, 117_400)) if e.kind == "area"]
    assert villages
    assert all(village.radius_km >= 15 for village in villages)


def test_entries_are_on_the_globe() -> None:
    for number in range(0, 117_000, 97):
        place = entry(number)
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
        assert math.isfinite(place.radius_km)
        assert place.radius_km > 0


def test_country_by_code() -> None:
    found = country("UA")
    assert found is not None
    assert found.name == "Україна"
    assert country("QQ") is None


@pytest.mark.parametrize("name", ["", " ", "Ъ", "no such place", "\t", "\n", "а" * 10_000])
def test_nothing_found(name: str) -> None:
    assert look_up(name) == ()


def test_key_is_a_fixed_point() -> None:
    for name in ("Орёл", "Khmel'nyts'kyy", "Слов’янськ", "Sankt-Peterburg"):
        assert key(key(name)) == key(name)
