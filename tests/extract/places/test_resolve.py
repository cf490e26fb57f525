"""Which place a report means, and how wide it is."""

import pytest

from reportedly.extract.places.mentions import mentions
from reportedly.extract.places.resolve import Found, resolve
from reportedly.text.words import words


def places(text: str, language: str = "ru") -> list[Found]:
    return resolve([mentions(words(part), language) for part in text.split(". ")], language)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Пожар на улице Гагарина в Саратове", "улица Гагарина"),
        ("Пожар на ул.Гагарина в Саратове", "улица Гагарина"),
        ("Пожар на Страстном проспекте в Твери", "Страстной проспект"),
        ("Авария на Большой Садовой в Твери", "Большая Садовая улица"),
        ("Взрыв в Ленинском районе Тульской области", "Ленинский район"),
        ("Горит нефтебаза «Рассвет» под Тверью", "нефтебаза «Рассвет»"),
        ("Он утонул в реке Уфе под Уфой", "река Уфа"),
    ],
)
def test_named_parts(text: str, wanted: str) -> None:
    found = {one.place.name for one in places(text)}
    assert {wanted, wanted.replace("Страстной", "Страстный")} & found


def test_part_is_as_wide_as_what_holds_it() -> None:
    town, street = sorted(places("Пожар в Саратове на улице Гагарина"), key=lambda f: f.rank)
    assert street.place.radius_km == town.place.radius_km
    assert street.place.gazetteer is None


def test_unknown_village_is_as_wide_as_its_region() -> None:
    found = places("Дрон упал в селе Тьмутараканево Тульской области")
    village = next(one for one in found if one.place.name == "Тьмутараканево")
    region = next(one for one in found if one.place.kind == "region")
    assert (village.place.lat, village.place.radius_km) == (
        region.place.lat,
        region.place.radius_km,
    )


def test_near_is_wider() -> None:
    inside, outside = places("Взрыв в Краснодаре")[0], places("Взрыв под Краснодаром")[0]
    assert outside.place.radius_km > inside.place.radius_km


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Взрыв в Кировске Мурманской области", "RU.49"),
        ("Взрыв в Кировске Ленинградской области", "RU.42"),
        ("Взрыв в Покровске Донецкой области", "UA.05"),
    ],
)
def test_namesakes_by_region(text: str, region: str) -> None:
    assert places(text)[0].place.region == region


@pytest.mark.parametrize(
    "text",
    [
        "Мир и Победа встретились в Парке Победы",
        "Песков прокомментировал сообщения",
        "Журналист Владимир Киров написал книгу",
        "Канал «Одесса» удалён",
        "Герани цветут",
    ],
)
def test_no_place(text: str) -> None:
    assert not [f for f in places(text) if f.mention.cue in ("at", "near")]


def test_regions_in_a_list() -> None:
    found = places("Над Брянской, Курской и Тульской областями тихо")
    assert [f.place.region for f in found] == ["RU.10", "RU.41", "RU.76"]


@pytest.mark.parametrize("text", ["Шар улетел. Я его видел", "Вышли на площадь. Мэр ушёл"])
def test_a_word_that_begins_like_a_street_is_none(text: str) -> None:
    assert not mentions(words(text), "ru")
