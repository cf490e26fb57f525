"""Which place a report means, and how wide it is."""

import pytest

from reportedly.extract.places.context import home_of
from reportedly.extract.places.found import Found
from reportedly.extract.places.mentions import mentions
from reportedly.extract.places.resolve import resolve
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
        ("Пожар на улице Тургеневского в Твери", "улица Тургеневского"),
        ("Пожар на улице Анны Зиминой в Твери", "улица Анны Зиминой"),
        ("Пожар на улице Братьев Зиминых в Твери", "улица Братьев Зиминых"),
        ("Пожар на улице Сретенке в Москве", "улица Сретенка"),
        ("Потоп в ЖК Зелёный Сад в Твери", "ЖК «Зелёный Сад»"),
        ("Он упал на станции метро «Заречная» в Москве", "станция метро «Заречная»"),
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
    ("language", "text", "wanted"),
    [
        (
            "ru",
            "Дроны, летевшие на Рязань, сбиты над городскими округами Подольск, Чехов и Клин",
            ["Подольск", "Чехов", "Клин"],
        ),
        ("ru", "Взрывы в городах Клин и Дубна", ["Клин", "Дубна"]),
        ("ru", "Пожары в Лужском и Тосненском районах", ["Лужский район", "Тосненский район"]),
        ("ru", "Пожары в Лужском, Тосненском и Гатчинском муниципальных округах", 3),
        ("ru", "Взрывы в округах Лужский, Тверь", ["Лужский округ", "Тверь"]),
        ("uk", "Вибухи в Ізюмському та Чугуївському районах", 2),
        ("uk", "Вибухи в містах Боярка та Вишневе", ["Боярка", "Вишневе"]),
    ],
)
def test_every_place_of_a_list_whose_noun_stands_once(
    language: str, text: str, wanted: list[str] | int
) -> None:
    told = [f.place.name for f in places(text, language) if f.mention.cue == "at"]
    assert (told if isinstance(wanted, list) else len(told)) == wanted


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Под Ростовом сбили дрон", ["RU.61"]),
        ("Пожар в Ростове. Горит дом в Ярославской области", ["RU.88", "RU.88"]),
        ("Взрыв в Каменске. Горит дом в Ростовской области", ["RU.61", "RU.61"]),
        ("Взрыв в Каменске. Горит дом в Свердловской области", ["RU.71", "RU.71"]),
    ],
)
def test_a_short_name_means_the_town_of_the_region_told(text: str, wanted: list[str]) -> None:
    assert [found.place.region for found in places(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Автомобильный мост рухнул под фурой",
        "Предварительная площадь пожара неизвестна",
        "Пожар заметили в ТЦ Москвы",
        "Дело завели на Романа",
    ],
)
def test_a_word_with_a_capital_is_no_site(text: str) -> None:
    assert {found.place.name for found in places(text)} <= {"Москва"}


def test_a_town_before_an_adjective_of_something_else_stays_one() -> None:
    for text in ("В Жуковском пьяный водитель сбил столб", "В Видном утром горит школа"):
        assert [found.mention.cue for found in places(text)] == ["at"]
    assert not places("Пожар в Муромском историческом музее")


def test_an_adjective_of_a_thing_is_no_town() -> None:
    assert not places("Мину нашли в Научном городке")
    assert [found.place.name for found in places("Горит крыша в Курском институте")] == [
        "Курск"
    ]


def test_a_capital_may_stand_right_behind_its_country() -> None:
    named = [found.place.name for found in places("Стрельба в столице Чехии Праге")]
    assert named == ["Czechia", "Prague"]


def test_several_streets_are_no_spot() -> None:
    found = places("Света нет на улицах Лесная и Садовая в Твери")
    assert [one.place.name for one in found] == ["Тверь"]


def test_a_channel_is_of_no_town_called_like_a_common_word() -> None:
    assert home_of("Раньше некуда. Ну почти", "ru") is None


def test_a_site_that_only_the_channel_places_keeps_its_name() -> None:
    told = [mentions(words("Потоп в ЖК «Зелёный сад»"), "ru")]
    (found,) = resolve(told, "ru", home_of("Новости Москвы", "ru"))
    assert (found.place.region, found.holder) == ("RU.48", None)
    (found,) = resolve(told, "ru", home_of("Новости Тулы", "ru"))
    assert found.holder is not None


def test_a_district_lies_in_the_region_of_the_town_told_with_it() -> None:
    (_, district, _) = places(
        "Дроны сбиты в Калуге и в Дзержинском районе. Ещё один упал в Брянской области"
    )
    assert district.place.region == "RU.25"


def test_regions_in_a_list() -> None:
    found = places("Над Брянской, Курской и Тульской областями тихо")
    assert [f.place.region for f in found] == ["RU.10", "RU.41", "RU.76"]


@pytest.mark.parametrize("text", ["Шар улетел. Я его видел", "Вышли на площадь. Мэр ушёл"])
def test_a_word_that_begins_like_a_street_is_none(text: str) -> None:
    assert not mentions(words(text), "ru")


@pytest.mark.parametrize(
    ("lang", "text", "scene"),
    [
        ("ru", "Самолёт из Сочи загорелся в аэропорту Анталии", "Antalya"),
        (
            "ru",
            "Поезд из Москвы в Пензу сошёл с рельсов в Рязанской области",
            "Рязанская область",
        ),
        ("ru", "Автобус, следовавший из Воронежа в Липецк, сгорел", "Липецк"),
        ("ru", "Мужчина из Твери погиб при взрыве в Туле", "Тула"),
        ("ru", "Людей эвакуировали из Белгорода", "Белгород"),
        ("uk", "Літак з Одеси загорівся у Львові", "Львів"),
        ("ru", "Взрыв произошёл в королевском театре в Лондоне", "London"),
        ("ru", "Пожар в киевском ресторане в Берлине", "Berlin"),
        ("ru", "Дети отравились в московской школе", "Москва"),
        ("ru", "С территории Брянской области запустили 20 дронов по Сумам", "Суми"),
        ("ru", "Двое погибли при ударе из Крыма по Николаеву", "Миколаїв"),
        ("ru", "Дрон запустили, предварительно, из Сум, он взорвался в Курске", "Курск"),
        ("ru", "Людей с территории завода вывезли, горит склад в Туле", "Тула"),
        ("uk", "Росіяни вдарили з Криму по Одесі", "Одеса"),
        ("uk", "Обстріл Нікополя з території ЗАЕС", "Нікополь"),
        ("en", "Missiles were fired from Crimea at Kyiv", "Київ"),
        ("en", "A drone launched from near Oryol hit a house in Sumy", "Суми"),
        ("en", "Shots were fired from a car in Chicago", "Chicago"),
        ("en", "Containers from Odesa port exploded", "Одеса"),
        ("en", "A plane from Sochi caught fire in Antalya", "Antalya"),
    ],
)
def test_where_somebody_came_from_is_no_scene(lang: str, text: str, scene: str) -> None:
    at = [found for found in places(text, lang) if found.mention.cue == "at"]
    bare = [found for found in places(text, lang) if found.mention.cue == "bare"]
    assert (at or bare)[0].place.name == scene


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Ракеты выпущены с территории Брянской области"),
        ("ru", "Движение дронов замечено со стороны Калужской области"),
        ("ru", "Беспилотник запускали из Золочева Харьковской области"),
        ("ru", "Самолёты взлетели с аэродрома Оленья"),
        ("uk", "Шахеди летять з боку Чернігівщини"),
        ("uk", "Ракети випущені з акваторії Чорного моря"),
        ("en", "The drones were launched from Belgorod"),
        ("en", "The missile came from the direction of Crimea"),
    ],
)
def test_what_something_was_launched_from_is_no_scene(lang: str, text: str) -> None:
    assert {found.mention.cue for found in places(text, lang)} == {"aside"}


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("ru", "Владимир Шалаев упал с балкона", []),
        ("ru", "Умер солист театра Владимир Шалаев", []),
        ("ru", "Пожар охватил Владимир", ["Владимир"]),
        ("ru", "В городе Артем взорвался газ", ["Артем"]),
        ("uk", "Артист Володимир Коваль помер", []),
        ("uk", "У Володимирі пролунав вибух", ["Володимир"]),
    ],
)
def test_a_given_name_before_a_surname_is_no_town(
    lang: str, text: str, named: list[str]
) -> None:
    assert [found.place.name for found in places(text, lang)] == named


def test_a_bare_adjective_behind_on_is_a_street() -> None:
    found = places("Склад горит на Промышленной в Твери")
    assert [f.place.name for f in found] == ["Промышленная улица", "Тверь"]


def test_a_street_of_no_town_is_in_the_town_of_the_channel() -> None:
    told = [mentions(words("Пожар на улице Гоголя"), "ru")]
    home = home_of("Новости Тулы", "ru")
    assert home is not None
    (found,) = resolve(told, "ru", home)
    assert (found.place.lat, found.place.lon) == (home.lat, home.lon)
    assert home_of("Новости Тулы и Твери", "ru") is None
    assert home_of("Топор", "ru") is None
    assert home_of("Владимир Соловьёв", "ru") is None
    assert home_of("Сергей Королёв", "ru") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Man shot in Mobile, AL. He will live", "Mobile US.AL"),
        ("MADISON, N.C. - A man was shot at home", "Madison US.NC"),
        ("SAVANNAH, Ga. - A man was shot at home", "Savannah US.GA"),
        ("A man was shot in Antigo", "Antigo US.WI"),
        ("A man was shot in Southeast Washington", "Washington US.DC"),
        ("A man was shot in Federal Way", "Federal Way US.WA"),
        ("A man was shot in rural Antigo", "Antigo US.WI"),
    ],
)
def test_english_towns(text: str, wanted: str) -> None:
    town = next(one.place for one in places(text, "en") if one.place.kind == "settlement")
    assert f"{town.name} {town.region}" == wanted


def test_a_town_that_no_list_has_is_in_the_state_named_with_it() -> None:
    found = places("Fire in Charlotte. The fire in Charlotte, Nevada, is out", "en")
    assert {one.place.region for one in found} == {"US.NV"}
    assert {one.place.gazetteer for one in found if one.place.name == "Charlotte"} == {None}


def test_a_neighbourhood_is_in_the_town_of_the_report() -> None:
    found = places("CHICAGO (XX) - A man was shot in the Gresham neighborhood", "en")
    assert {one.place.region for one in found} == {"US.IL"}
    assert not places("CHICAGO (XX) - A man was shot in the Gresham store", "en")[1:]


def test_a_given_name_before_a_surname_like_a_town_is_none() -> None:
    assert not places("The owner, Charlotte Adams, was not hurt", "en")


@pytest.mark.parametrize(
    "text",
    [
        "A man, Tom Black of Maple Heights, was shot in Cleveland",
        "A man who lived in Maple Heights was shot in Cleveland",
    ],
)
def test_where_somebody_lives_is_no_scene(text: str) -> None:
    at = {one.place.name for one in places(text, "en") if one.mention.cue in ("at", "near")}
    assert at == {"Cleveland"}


def test_a_settlement_reached_is_no_village() -> None:
    found = places("Also in New York: Settlement Reached in Rail Strike", "en")
    assert "Reached" not in {one.place.name for one in found}
