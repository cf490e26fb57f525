"""Which of the places a report names is the scene of what it tells."""

from datetime import UTC, datetime

import pytest

from reportedly.extract.attribution import attributions
from reportedly.extract.happening import tell
from reportedly.model import Account
from reportedly.readers import from_text


def headline(text: str, lang: str, source: str = "s") -> Account:
    published = datetime(2024, 11, 21, 12, tzinfo=UTC)
    doc = from_text(text, key="k", source=source, lang=lang, published=published)
    accounts, _ = tell(doc, attributions(doc))
    assert accounts
    return accounts[0]


def scene(text: str, lang: str, source: str = "s") -> str | None:
    place = headline(text, lang, source).place
    return place and place.name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # The town of a station says where it was only if nothing else does.
        ("Man shot at a house - WXYZ News - Memphis, TN", "Memphis"),
        ("Man shot at a house in Jackson, TN - WXYZ News - Memphis, TN", "Jackson"),
        # Towns have short names, and own what lies in them.
        ("A man was shot in Southeast D.C. on Monday", "Washington"),
        ("A Philly man was shot at home on Monday", "Philadelphia"),
        ("A Toledo police officer was shot on Monday", "Toledo"),
        ("A Toledo 2-year-old was shot on Monday", "Toledo"),
        ("Lee, 29, of Dayton, was held for a shooting in Toledo", "Toledo"),
        ("The shooting was near Florida Hospital Kissimmee. It was in Kissimmee", "Kissimmee"),
    ],
)
def test_the_town_of_an_english_report(text: str, place: str) -> None:
    assert scene(text, "en") == place


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Взрыв на складе, пострадали двое.\n\n🔴 Подписаться на Пензу с утра"),
        ("ru", "Взрыв в жилом доме, пострадали двое.\n\n👉 Пенза Live. Подписаться"),
        ("uk", "Горить склад, постраждали двоє.\n\n👉 Харків Live. Підписатися"),
        ("en", "A fire broke out in a flat, two people were hurt.\n\nSubscribe to Leeds Live"),
    ],
)
def test_a_line_that_asks_to_subscribe_names_no_scene(lang: str, text: str) -> None:
    assert scene(text, lang) is None


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("ru", "ВС РФ ударили ракетой по заводу в городе Днепр, цех разрушен", "Дніпро"),
        ("ru", "Советник посольства Польши ранен при взрыве в Одессе", "Одеса"),
        ("ru", "Спасатели МЧС России тушат пожар.\nГорит склад в Твери", "Тверь"),
        ("ru", "ВС РФ нанесли массированный удар по предприятиям ВПК Украины", "Україна"),
        ("ru", "Заместитель министра Тульской области ранен при обстреле Курска", "Курск"),
        ("ru", "Силы ПВО сбили 12 беспилотников над регионами России", "Россия"),
        ("ru", "Россия обстреляла ракетами энергетику Украины", "Україна"),
        ("uk", "Міністр оборони Польщі розповів про вибух у Харкові", "Харків"),
        ("uk", "Армія Росії обстріляла Харків, пошкоджено будинок", "Харків"),
        ("en", "The army of Russia shelled Kharkiv, two people were killed", "Харків"),
        ("en", "Russia's military struck Odesa with missiles, a depot is on fire", "Одеса"),
    ],
)
def test_whose_army_or_office_is_named_is_no_scene(lang: str, text: str, place: str) -> None:
    assert scene(text, lang) == place


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ru",
            "Взрыв прогремел на складе, двое ранены.\nПост в сети, заблокированной в России",
        ),
        (
            "uk",
            "Вибух пролунав на складі, двоє поранені.\nВін пише в мережі, заблокованій в Росії",
        ),
        ("en", "A blast hit a depot, two were hurt.\nHe posted it on a site blocked in Russia"),
    ],
)
def test_where_a_site_is_blocked_is_no_scene(lang: str, text: str) -> None:
    assert scene(text, lang) is None


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("ru", "При пожаре в Кашире ранены двое. Их доставили в больницу в Туле", "Кашира"),
        ("ru", "Пострадавший при взрыве в Кашире находится в реанимации в Туле", "Кашира"),
        ("ru", "Горит больница в Кашире, пострадали двое", "Кашира"),
        ("ru", "Районный суд в Туле судит виновника. Взрыв прогремел в Кашире", "Кашира"),
        (
            "uk",
            "Унаслідок вибуху в Ізюмі є поранені. Їх доставили до лікарні в Харкові",
            "Ізюм",
        ),
        (
            "en",
            "A blast in Poltava hurt two people. They were taken to a hospital in Kharkiv.",
            "Полтава",
        ),
    ],
)
def test_where_the_hurt_are_brought_is_no_scene(lang: str, text: str, place: str) -> None:
    assert scene(text, lang) == place


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("ru", "Удар по Украине: взрывы в Харькове и Одессе", "Україна"),
        ("uk", "Удар по Україні: вибухи в Харкові та Одесі", "Україна"),
        ("en", "Missiles hit Ukraine, with blasts in Kharkiv and Odesa", "Україна"),
        ("ru", "Удар по Украине: взрывы в Харькове", "Харків"),
    ],
)
def test_a_country_with_parts_of_it_is_meant_as_a_whole(
    lang: str, text: str, place: str
) -> None:
    assert scene(text, lang) == place


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("ru", "Взрыв в Подмосковье. Мужчина чинил котёл в доме в Кашире", "Кашира"),
        ("ru", "Взрыв в Подмосковье. Родители уехали в Каширу", "Московская область"),
        ("ru", "Взрыв в Подмосковье. Его слышали в Кашире и в Истре", "Московская область"),
        ("ru", "Пожар в подмосковной школе, пострадали двое", "Московская область"),
        ("uk", "Вибух на Харківщині. Чоловік лагодив котел у будинку в Ізюмі", "Ізюм"),
        ("uk", "Вибух у кримському селі, постраждали двоє", "Крим"),
    ],
)
def test_the_one_town_told_of_in_a_region_is_the_scene(
    lang: str, text: str, place: str
) -> None:
    assert scene(text, lang) == place


def test_a_channel_of_a_great_town_tells_of_what_lies_around_it() -> None:
    text = "Взрыв в Коммунарке, пострадавших нет"
    assert scene(text, "ru", "Новости Москвы") == "Коммунарка"
    assert scene(text, "ru") is None


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("ru", "Взрыв в Казани. Подписывайтесь на наш канал.", "Казань"),
        ("ru", "В Казани горит склад. Подписывайтесь на Типичную Москву.", "Казань"),
        (
            "ru",
            "Обстрел Курской области: трое погибших. В Курске объявлен траур.",
            "Курская область",
        ),
        ("ru", "На улицах Мира и Гагарина в Туле прорвало трубы.", "Тула"),
        ("ru", "На улицах Казани прошёл митинг.", "Казань"),
        ("uk", "На вулиці Шевченка у Львові прорвало трубу.", "вулиця Шевченка"),
        ("uk", "ППО Ізраїлю збила 30 ракет, випущених Іраном.", "Israel"),
        ("en", "Explosion in Kharkiv. Subscribe to our channel.", "Харків"),
        ("ru", "Спасатели доставили воду в Тулу, где взорвался газ, трое погибших.", "Тула"),
        ("ru", "Взрыв в Туле: пострадавших доставили в больницу в Орле.", "Тула"),
        ("en", "A fire at a hospital in Leeds killed two patients.", "Leeds"),
        ("en", "Strike on a hospital in Sumy: three people died.", "Суми"),
        ("en", "A man shot in Tulsa died at a hospital in Oklahoma City.", "Tulsa"),
    ],
)
def test_what_stands_beside_a_scene_takes_nothing_from_it(
    lang: str, text: str, place: str
) -> None:
    found = headline(text, lang)
    assert found.place is not None
    assert found.place.name == place


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "An explosion hit the Iranian embassy in Beirut.", "Beirut"),
        ("en", "A blast was heard near the Iran embassy in Beirut.", "Beirut"),
        ("en", "Fire broke out at the Polish embassy in Prague.", "Prague"),
        ("en", "Kharkiv hospital blast kills two nurses.", "Харків"),
        ("ru", "Взрыв прогремел у посольства Ирана в Бейруте.", "Beirut"),
        ("ru", "Дрон упал рядом с иранским посольством в Бейруте.", "Beirut"),
        ("ru", "Взрыв произошёл в иранском посольстве в Бейруте.", "Beirut"),
        ("ru", "В иранском посольстве в Бейруте сообщили о взрыве в Дамаске.", "Damascus"),
        ("uk", "Вибух стався біля іранського посольства в Бейруті.", "Beirut"),
        ("uk", "У посольстві Ірану в Бейруті повідомили про вибух у Дамаску.", "Damascus"),
    ],
)
def test_a_house_that_was_struck_is_the_scene(lang: str, text: str, place: str) -> None:
    assert scene(text, lang) == place


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("uk", "Пожежа на Шебекинському заводі.", "Шебекино"),
        ("uk", "Дрони вдарили по Сизранському заводу важкого машинобудування.", "Сызрань"),
        ("uk", "Вибух стався на Єлецькому елеваторі.", "Елец"),
        ("uk", "Пожежа на Харківському підшипниковому заводі.", "Харків"),
        ("ru", "Взрыв на Дрогобычском НПЗ.", "Дрогобич"),
        ("ru", "Пожар на Бурштынской ТЭС.", "Бурштин"),
        ("ru", "Пожар на Воронежском заводе.", "Воронеж"),
        ("ru", "Пожар на Киевском вокзале в Москве.", "Москва"),
        ("ru", "Пожар на Кировском заводе в Петербурге.", "Санкт-Петербург"),
        ("en", "A fire broke out at the Drohobych refinery.", "Дрогобич"),
        ("en", "A tram derailed in Düsseldorf, two people were hurt.", "Dusseldorf"),
        ("en", "Kherson came under artillery fire in the morning.", "Херсон"),
        ("en", "Nikopol shelled again, woman killed.", "Нікополь"),
    ],
)
def test_a_works_called_after_a_town_is_in_it(lang: str, text: str, place: str) -> None:
    assert scene(text, lang) == place


def test_near_a_town_is_no_second_place() -> None:
    doc = from_text("Дроны ударили по заводу в Алексине под Тулой.", key="k", source="s",
                    lang="ru", published=datetime(2024, 11, 21, 12, tzinfo=UTC))  # fmt: skip
    accounts, _ = tell(doc, attributions(doc))
    assert len(accounts) == 1


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        # Where nothing else is told of, those whom it befell are at home.
        ("en", "Burglars robbed a Londoner of his old clocks.", "London"),
        ("ru", "Мошенники обманом забрали у москвича часы.", "Москва"),
        ("ru", "Казанскую пенсионерку ограбили двое.", "Казань"),
        ("uk", "Шахраї обманом забрали в киянина годинник.", "Київ"),
        ("uk", "Двоє пограбували полтавського пенсіонера.", "Полтава"),
        ("ru", "Москвича ограбили в Казани.", "Казань"),
    ],
)
def test_of_what_town_somebody_is(lang: str, text: str, place: str) -> None:
    assert scene(text, lang) == place


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        # A direction is a front of a region, but for trains it is a line.
        ("ru", "На Белгородском направлении отключили свет.", "Белгородская область"),
        ("ru", "Поезда на Белгородском направлении задерживаются.", "Белгородское направление"),
        ("uk", "Потяги на Полтавському напрямку знову без світла.", "Полтавський напрямок"),
        ("ru", "Три машины столкнулись на Липовском путепроводе.", "Липовский путепровод"),
        ("ru", "Дрон попал в белгородскую многоэтажку.", "Белгород"),
    ],
)
def test_lines_bridges_and_houses_are_where_it_happened(
    lang: str, text: str, place: str
) -> None:
    assert scene(text, lang) == place


def test_a_lorry_that_hits_people_shoots_nothing_down() -> None:
    assert headline("Пекаря сбила фура в Туле.", "ru").type == "crash"
