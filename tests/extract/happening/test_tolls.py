"""The dead and the hurt told town by town: each place has its own figures."""

from datetime import UTC, datetime

import pytest

from reportedly.extract.happening import tell
from reportedly.model import Count
from reportedly.readers import from_text

PUBLISHED = datetime(2024, 5, 15, 12, tzinfo=UTC)


def tolls(text: str, lang: str) -> dict[str, dict[str, int]]:
    """Return the figures of each place; a total over several is left out."""
    doc = from_text(text, source="s", lang=lang, published=PUBLISHED)
    accounts, claims = tell(doc, ())
    by_id = {claim.id: claim for claim in claims}
    return {
        account.place.name: {
            claim.slot: claim.value.best
            for claim in (by_id[i] for i in account.claims)
            if isinstance(claim.value, Count) and claim.value.scope is None
        }
        for account in accounts
        if account.place is not None
    }


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "ru",
            "В Киеве погибли двое, в Харькове трое.",
            {"Київ": {"killed": 2}, "Харків": {"killed": 3}},
        ),
        (
            "uk",
            "У Києві загинули двоє, у Харкові — троє.",
            {"Київ": {"killed": 2}, "Харків": {"killed": 3}},
        ),
        (
            "en",
            "Two people were killed in Kyiv and three in Kharkiv.",
            {"Київ": {"killed": 2}, "Харків": {"killed": 3}},
        ),
        (
            "en",
            "Five people were killed: two in Kyiv and three in Kharkiv.",
            {"Київ": {"killed": 2}, "Харків": {"killed": 3}},
        ),
        (
            "en",
            "In Lviv one person died and two were injured, while in Lutsk six were injured.",
            {"Львів": {"killed": 1, "injured": 2}, "Луцьк": {"injured": 6}},
        ),
        (
            "uk",
            "На Харківщині загинуло двоє, ще п'ятеро поранені, на Сумщині поранено трьох.",
            {
                "Харківська область": {"killed": 2, "injured": 5},
                "Сумська область": {"injured": 3},
            },
        ),
        (
            "ru",
            "Последствия обстрелов за сутки:\n— Херсон: 2 погибших, 5 раненых\n"
            "— Никополь: один погибший",
            {"Херсон": {"killed": 2, "injured": 5}, "Нікополь": {"killed": 1}},
        ),
        (
            "ru",
            "В Херсоне двое раненых, в Никополе — трое, в Херсоне погиб мужчина.",
            {"Херсон": {"injured": 2, "killed": 1}, "Нікополь": {"injured": 3}},
        ),
        (
            "ru",
            "В Киеве при ударе погибли двое. В Харькове — трое.",
            {"Київ": {"killed": 2}, "Харків": {"killed": 3}},
        ),
    ],
)
def test_each_place_has_its_own(
    lang: str, text: str, wanted: dict[str, dict[str, int]]
) -> None:
    assert tolls(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "В Киеве и Харькове погибли двое."),  # of both together
        ("uk", "У Києві та Харкові загинули двоє."),
        ("en", "Two people were killed in Kyiv and Kharkiv."),
    ],
)
def test_a_figure_of_two_places_is_neither_s(lang: str, text: str) -> None:
    assert not any(tolls(text, lang).values())


def test_a_town_and_its_region_are_one_place() -> None:
    found = tolls("В Харьковской области погибли трое, в Харькове ранены двое.", "ru")
    assert found == {"Харків": {"killed": 3, "injured": 2}}


def test_where_the_hurt_come_from_or_are_brought_is_no_place_of_theirs() -> None:
    told = "Задержаны двое жителей Крыма за взрыв в Севастополе, погиб один человек."
    assert "detained" not in tolls(told, "ru").get("Крим", {})
    told = "При взрыве в Туле погибли двое, трое доставлены в больницу Калуги."
    assert tolls(told, "ru") == {"Тула": {"killed": 2, "injured": 3}}
