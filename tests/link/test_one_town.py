"""Happenings of one town and one channel: by street and site, and by what needs no place."""

from datetime import UTC, datetime, timedelta

import pytest

from reportedly.case import link
from reportedly.extract import extract
from reportedly.extract.happening import hinted
from reportedly.link.incidents.spots import known_spots
from reportedly.link.sites import same_site
from reportedly.model import Case, Document, How, Place, Stance
from reportedly.readers import from_text

MORNING = datetime(2031, 5, 2, 6, 0, tzinfo=UTC)


def post(source: str, text: str, minute: int, lang: str = "ru") -> Document:
    published = MORNING + timedelta(minutes=minute)
    return from_text(
        text, key=f"{source}/{minute}", source=source, lang=lang, published=published
    )


def linked(*documents: Document) -> Case:
    return link(documents, {doc.id: extract(doc, deep=False) for doc in documents})


def together(case: Case) -> set[frozenset[str]]:
    keys = {doc.id: doc.key for doc in case.documents}
    return {frozenset(keys[doc] for doc in each.reports) for each in case.incidents}


def site(name: str) -> Place:
    return Place(name=name, kind="area", lat=55.4, lon=65.3, radius_km=12.0, country="RU")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("улица Гоголя", "улица Гоголя", True),
        ("улица Гоголя", "проспект Мира", False),
        ("улица Гоголя", "проспект Гоголя", False),
        ("улица Садовая", "улица Судовая", False),
        ("школа №5", "улица Мира 5", None),
        ("Речная улица", "Речная набережная", None),
        ("Речная набережная", "Речная площадь", False),
        ("ЖК «Ая»", "ЖК «Эо»", False),
        ("Кленовое шоссе", "площадь Гоголя", False),
        ("школа №4", "школа №14", False),
        ("ЖК «Кленовый парк»", "ЖК «КленовыйПарк»", True),
        ("ЖК «Green Park»", "ЖК «ГринПарк»", True),
        ("ЖК «Заря»", "ЖК «Причал»", False),
        ("нефтебаза «Восток»", "улица Гоголя", None),
    ],
)
def test_streets_and_sites_of_one_town(one: str, other: str, same: bool | None) -> None:
    assert same_site(site(one), site(other)) is same
    assert same_site(site(other), site(one)) is same


def test_two_crashes_in_two_streets_of_a_town_are_two_incidents() -> None:
    first = "ДТП в Кургане: на улице Гоголя автобус врезался в дерево, пострадали пять человек."
    second = "Авария в Кургане: на проспекте Машиностроителей столкнулись две легковушки."
    a, b, c = post("Степь", first, 0), post("Колокол", first, 9), post("Степь", second, 40)
    assert together(linked(a, b, c)) == {frozenset({a.key, b.key}), frozenset({c.key})}


@pytest.mark.parametrize(
    ("text", "minute", "joins"),
    [
        ("Ещё кадры с места пожара.", 25, True),
        ("Пожар потушен, спасены четыре человека.", 90, True),
        ("Ещё кадры с места пожара.", 600, False),
        ("Ещё кадры с места аварии.", 25, False),
        ("Кадры с места пожара в Туле.", 25, False),
        ("Кадры тушения пожара в Курганской области.", 25, True),
        ("Пожар в Курганской области потушен.", 90, True),
        ("Завтра пасмурно и ветрено.", 25, False),
        ("Скидки горят: горящие туры уже в продаже.", 25, False),
        ("Сезон пожаров: купите огнетушитель.", 25, False),
    ],
)
def test_a_channel_goes_on_with_what_it_has_just_told(
    text: str, minute: int, joins: bool
) -> None:
    first = post("Степь", "Склад шин горит на улице Гоголя в Кургане.", 0)
    more = post("Степь", text, minute)
    case = linked(first, more)
    assert (frozenset({first.key, more.key}) in together(case)) is joins
    goes_on = [(d.doc, d.parent) for d in case.derivations if d.how is How.UPDATE]
    assert ((more.id, first.id) in goes_on) is joins


def test_another_channels_footage_goes_on_with_nothing() -> None:
    first = post("Степь", "Склад шин горит на улице Гоголя в Кургане.", 0)
    more = post("Колокол", "Ещё кадры с места пожара.", 25)
    assert frozenset({first.key}) in together(linked(first, more))


def test_the_latest_of_two_fires_is_gone_on_with() -> None:
    first = post("Степь", "Склад шин горит на улице Гоголя в Кургане.", 0)
    second = post("Степь", "Гараж горит на проспекте Конституции в Кургане.", 60)
    more = post("Степь", "Пожар потушен.", 80)
    assert frozenset({second.key, more.key}) in together(linked(first, second, more))


@pytest.mark.parametrize(
    ("lang", "told", "denied"),
    [
        (
            "ru",
            "Беспилотник попал в нефтебазу в Кургане, сообщают очевидцы.",
            "В пресс-службе завода опровергли сообщения о попадании беспилотника в нефтебазу.",
        ),
        (
            "uk",
            "Дрон влучив у нафтобазу в Полтаві, повідомляють очевидці.",
            "Влада спростувала повідомлення про влучання дрона в нафтобазу.",
        ),
        (
            "en",
            "A drone hit the fuel depot in Lincoln, witnesses said.",
            "The plant denied reports that a drone hit the fuel depot.",
        ),
    ],
)
def test_a_denial_without_a_place_is_of_what_was_told(
    lang: str, told: str, denied: str
) -> None:
    first, answer = post("Степь", told, 0, lang), post("Колокол", denied, 90, lang)
    case = linked(first, answer)
    (incident,) = case.incidents
    assert set(incident.reports) == {first.id, answer.id}
    (kind,) = (q for q in incident.questions if q.slot == "type")
    assert Stance.DENIES in {claim.stance for claim in extract(answer, deep=False).claims}
    assert kind.conflict


def test_two_denials_of_what_nobody_told_are_kept() -> None:
    one = post("Колокол", "Власти опровергли сообщения об атаке беспилотника.", 0)
    other = post("Маяк", "Власти опровергают сообщения об атаке беспилотника.", 5)
    found = {key for group in together(linked(one, other)) for key in group}
    assert found == {one.key, other.key}


def test_more_from_the_region_is_of_the_fire_its_channel_told_of() -> None:
    here = post("Степь", "Склад шин горит на улице Гоголя в Кургане.", 0)
    there = post("Колокол", "Баня горит в селе Ключи Курганской области.", 10)
    more = post("Степь", "Кадры тушения пожара в Курганской области.", 30)
    found = together(linked(here, there, more))
    assert found == {frozenset({here.key, more.key}), frozenset({there.key})}


@pytest.mark.parametrize(
    ("lang", "text", "resumes"),
    [
        ("ru", "Кадры тушения пожара в Москве", True),
        ("uk", "Пожежу в Києві ліквідовано", True),
        ("en", "Footage of the fire in Elm County", True),
        ("ru", "Пожар в Москве", False),
        ("ru", f"Пожар в Москве потушен{', сообщили в службе спасения' * 20}", False),
    ],
)
def test_a_line_of_more_names_a_place_as_wide_as_it_likes(
    lang: str, text: str, resumes: bool
) -> None:
    assert hinted(from_text(text, key="k", source="s", lang=lang)).resumes is resumes


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("ru", "Ещё кадры с места пожара", {"fire"}),
        ("uk", "Ще кадри з місця пожежі", {"fire"}),
        ("en", "More footage from the fire", {"fire"}),
        ("ru", "Кадры пожара в Туле", set()),
        ("de", "Mehr Bilder vom Brand", set()),
    ],
)
def test_a_few_words_name_a_kind_of_happening(lang: str, text: str, kinds: set[str]) -> None:
    assert hinted(from_text(text, key="k", source="s", lang=lang)).kinds == kinds


@pytest.mark.parametrize(
    ("text", "minute", "updates"),
    [
        ("Склад шин в Кургане полностью выгорел, крыша обвалилась, огонь потушен.", 300, True),
        ("Склад шин в Кургане: «Погибли двое», — сообщил мэр Павел Острищенко.", 300, False),
        ("Склад шин в Кургане после пожара разобрали, улица Гоголя открыта.", 3000, False),
    ],
)
def test_a_source_that_names_nobody_updates_its_own_story_of_an_incident(
    text: str, minute: int, updates: bool
) -> None:
    first = post("Степь", "В Кургане горит склад шин на улице Гоголя, едут пожарные.", 0)
    more = post("Степь", text, minute)
    case = linked(first, more)
    steps = [(d.doc, d.parent) for d in case.derivations if d.how is How.UPDATE]
    assert ((more.id, first.id) in steps) is updates


def test_who_was_held_in_the_region_is_of_its_one_shooting() -> None:
    first = post("Степь", "Стрельба в Шадринске Курганской области, погиб один человек.", 0)
    more = post("Степь", "Стрельба в Шадринске: стрелявший уехал на внедорожнике.", 20)
    held = "В Курганской области задержан подозреваемый в стрельбе по людям."
    last = post("Колокол", held, 90)
    (group,) = together(linked(first, more, last))
    assert group == {first.key, more.key, last.key}
    other = post("Степь", "Стрельба в Далматове Курганской области, ранены двое.", 60)
    assert {first.key, last.key} not in map(set, together(linked(first, last, other)))


@pytest.mark.parametrize(
    ("town", "conflict"), [("Три беспилотника", False), ("Девять БПЛА", True)]
)
def test_a_towns_count_is_a_part_of_its_regions(town: str, conflict: bool) -> None:
    region = "Ночью над территорией Курганской области уничтожены 7 беспилотников."
    one = post("Губернатор Курганской области", region, 0)
    other = post("Степь", f"{town} сбили ночью над Курганом, сообщил мэр Павел Острищенко.", 30)
    case = linked(one, other)
    incident = next(each for each in case.incidents if len(each.reports) == 2)
    (downed,) = [each for each in incident.questions if each.slot == "downed"]
    assert len(downed.answers) == 2
    assert downed.conflict is conflict
    reasons = [
        reason.name
        for each in case.assessments
        if each.incident == incident.id and each.slot == "downed"
        for reason in each.reasons
    ]
    assert ("contradicted" in reasons) is conflict


@pytest.mark.parametrize(
    ("text", "minute", "joins"),
    [
        ("Уточнённая информация: при атаке БПЛА пострадали два человека.", 400, True),
        ("UPD: пострадавших двое, одного увезли в больницу.", 400, True),
        ("Уточнённая информация: при атаке БПЛА пострадали двое.", 3000, False),
        ("Обновление: в парке высадили липы.", 400, False),
        ("Дополнения в закон приняты.", 400, False),
        ("Уточнённые данные по Туле: при атаке БПЛА в Туле пострадали двое.", 400, False),
    ],
)
def test_what_opens_as_an_update_is_of_what_its_source_told_that_day(
    text: str, minute: int, joins: bool
) -> None:
    governor = "Павел Острищенко"
    first = "Ночью над Курганской областью уничтожены 7 беспилотников, пострадавших нет."
    docs = post(governor, first, 0), post(governor, text, minute)
    assert (frozenset(doc.key for doc in docs) in together(linked(*docs))) is joins


def test_several_posts_without_a_place_go_on_together() -> None:
    first = post("Степь", "Склад шин горит на улице Гоголя в Кургане.", 0)
    more = [
        post("Степь", "Пожар тушат сорок человек, шины дымят, подвоз воды затруднён.", 30),
        post("Степь", "Пожар тушат сорок человек, шины дымят, подвоз воды налажен.", 50),
    ]
    (group,) = together(linked(first, *more))
    assert group == {first.key, *(each.key for each in more)}


def test_which_spelling_of_a_street_stands_is_no_chance() -> None:
    stems = ["Кленов", "Сосновск", "Заречн", "Садов", "Полев", "Лугов", "Озёрн"]
    told = [site(f"улица {stem}{end}") for stem in stems for end in ("ой", "ая", "ую")]
    known = known_spots(told)
    assert {place.name for place in known.values()} == {f"улица {stem}ая" for stem in stems}


def test_unlike_happenings_of_one_town_and_day_are_not_one() -> None:
    texts = (
        "В Казани прошёл митинг против застройки парка.",
        "В Казани мужчина ударил ножом соседа, пострадавший в больнице.",
        "В Казани сгорела квартира, погиб один человек.",
        "В Казани ограбили банк, преступник скрылся.",
    )
    posts = [post(f"Канал {at}", text, 40 * at) for at, text in enumerate(texts)]
    assert together(linked(*posts)) == {frozenset({each.key}) for each in posts}


def test_which_of_two_blasts_was_denied_is_left_open() -> None:
    tula = post("Степь", "Взрыв прогремел в Туле, сообщают очевидцы.", 0)
    orel = post("Маяк", "Взрыв прогремел в Орле, сообщают очевидцы.", 10)
    denial = post("Колокол", "МЧС опровергло сообщения о взрыве.", 60)
    assert frozenset({denial.key}) in together(linked(tula, orel, denial))


def test_talk_of_which_hardly_any_report_tells_a_happening_is_none() -> None:
    words = "Умер солист группы «Кленовый лист» Павел Острищенко, ему было 57 лет"
    talk = [post(f"Канал {n}", f"{words}.", 2 * n) for n in range(6)]
    odd = post("Маяк", f"{words}. Пожар в Туле начался ночью.", 20)
    case = linked(*talk, odd)
    assert together(case) == {frozenset({odd.key})}


def test_each_day_has_its_own_protest_and_the_morning_after_is_of_the_evening_before() -> None:
    told = [
        ("Вести гавани", "Протестующие вышли к парламенту Тбилиси, начались стычки.", -600),
        ("Порт", "Митинг у парламента в Тбилиси: полиция пустила слезоточивый газ.", -560),
        ("Южный берег", "Полиция задержала 40 участников митинга в Тбилиси.", 0),
        (
            "Вести гавани",
            "Протестующие второй день у парламента Тбилиси, сегодня вечером снова стычки.",
            840,
        ),
        ("Порт", "Сегодня вечером у парламента в Тбилиси на митинге снова газ.", 860),
    ]
    docs = [post(*each) for each in told]
    first, second = (frozenset(doc.key for doc in day) for day in (docs[:3], docs[3:]))
    assert together(linked(*docs)) == {first, second}
