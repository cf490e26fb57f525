"""Which kind of happening a report tells of, and what only speaks of one."""

import pytest

from reportedly.extract.happening import tell
from reportedly.extract.happening.tell import ORDER
from reportedly.lang.happening import LANGUAGES, happening
from reportedly.link.incidents.evidence import evidence
from reportedly.model import Account, Stance
from reportedly.readers import from_text


def told(lang: str, text: str) -> tuple[Account, ...]:
    return tell(from_text(text, key="k", source="s", lang=lang), ())[0]


def test_every_kind_has_its_place_in_the_order() -> None:
    for lang in LANGUAGES:
        kinds = {kind.value for kind in happening(lang).kinds if kind.slot == "type"}
        assert kinds <= set(ORDER)
    known = set(ORDER)
    assert all(known.issuperset(pair) for pair in evidence().together)
    assert known.issuperset(evidence().loose)
    assert 0 <= evidence().same_loose < evidence().same_type


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Protesters stormed the parliament building in Tbilisi.", "protest"),
        ("ru", "Протестующие ворвались в здание парламента в Тбилиси.", "protest"),
        ("uk", "Протестувальники вдерлися до парламенту в Тбілісі.", "protest"),
        ("en", "A clerk was beaten by a customer in Toledo, Ohio.", "assault"),
        ("ru", "В Туле покупатель избил кассира.", "assault"),
        ("uk", "У Полтаві покупець побив касира.", "assault"),
        ("en", "Thieves stole a bronze bell in Tula, thefts are common there.", "theft"),
        ("ru", "В Туле из музея украли бронзовый колокол за 2 млн рублей.", "theft"),
        ("uk", "У Полтаві з музею вкрали бронзовий дзвін за 2 млн гривень.", "theft"),
        ("en", "A deputy mayor was detained in Tula over a bribe of 3 million.", "detention"),
        ("ru", "В Туле заместителя мэра задержали за взятку в 3 млн рублей.", "detention"),
        ("uk", "У Полтаві заступника мера затримали за хабар у 3 млн гривень.", "detention"),
        ("en", "A tree fell on two cars in Tula.", "disaster"),
        ("ru", "В Туле дерево упало на две машины.", "disaster"),
        ("uk", "У Полтаві дерево впало на дві машини.", "disaster"),
        ("en", "Troops captured the village near Kupiansk.", "combat"),
        ("ru", "Войска взяли под контроль село под Купянском.", "combat"),
        ("uk", "Війська взяли під контроль село під Куп'янськом.", "combat"),
        ("en", "Neighbours reported a smell of gas in a house in Tula.", "accident"),
        ("ru", "Жители пожаловались на запах газа в доме в Туле.", "accident"),
        ("uk", "Мешканці скаржаться на запах газу в будинку в Полтаві.", "accident"),
        ("ru", "В Туле рыбак провалился под лёд.", "accident"),
        ("ru", "Целью удара в Днепре стал завод.", "missile_strike"),
        ("en", "Twenty pupils were sickened at a canteen in Tula.", "illness"),
        ("ru", "В Туле двадцать школьников отравились в столовой.", "illness"),
        ("uk", "У Полтаві двадцять школярів отруїлися в їдальні.", "illness"),
        ("ru", "Посёлок под Тулой без отопления из-за аварии.", "outage"),
        ("uk", "Селище під Полтавою без опалення через аварію.", "outage"),
        ("en", "A clerk died after a feast in Toledo, Ohio.", "other"),
        ("ru", "Кассир умер после застолья в Туле.", "other"),
        ("uk", "Касир помер після застілля в Полтаві.", "other"),
        ("en", "A crane fell on a yard in Toledo, Ohio.", "accident"),
        ("ru", "В Туле на двор упал кран.", "accident"),
        ("uk", "У Полтаві на подвір'я впав кран.", "accident"),
        ("en", "Somebody scattered poison in a park in Toledo, Ohio.", "illness"),
        ("ru", "В Туле неизвестный разбросал яд в сквере.", "illness"),
        ("uk", "У Полтаві невідомий розкидав отруту в сквері.", "illness"),
        ("en", "A guest pulled a knife at a cafe in Toledo, Ohio.", "assault"),
        ("ru", "В Туле гость кафе устроил драку.", "assault"),
        ("uk", "У Полтаві гість кафе влаштував бійку.", "assault"),
        ("en", "A man broke into a house in Toledo, Ohio.", "theft"),
        ("ru", "В Туле мужчина залез в чужой дом.", "theft"),
        ("uk", "У Полтаві чоловік заліз у чужий будинок.", "theft"),
        ("ru", "Кассир угрожал ножом покупателю в Туле.", "assault"),
        ("uk", "Касир погрожував ножем покупцеві в Полтаві.", "assault"),
        ("en", "A baker tried to kill a clerk in Toledo, Ohio.", "assault"),
        ("ru", "В Туле пекарь пытался убить кассира.", "assault"),
        ("uk", "У Полтаві пекар намагався вбити касира.", "assault"),
        ("ru", "Под Тулой самолёт выбросило с полосы.", "crash"),
        ("ru", "Москвичка выбросила шубу, и мусоровоз в Туле загорелся.", "fire"),
        ("en", "Drones flew into a mill in Toledo, Ohio.", "drone_attack"),
        ("ru", "В Туле в мельницу влетел беспилотник.", "drone_attack"),
        ("uk", "У Полтаві в млин влетів безпілотник.", "drone_attack"),
    ],
)
def test_the_kind_a_report_is_of(lang: str, text: str, kind: str) -> None:
    accounts = told(lang, text)
    assert [account.type for account in accounts] == [kind]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Air defences shot down two missiles and 67 drones, the ministry said."),
        ("ru", "Силы ПВО сбили две ракеты и 67 беспилотников, сообщили в Минобороны."),
        ("uk", "Сили ППО збили дві ракети та 67 безпілотників, повідомили військові."),
    ],
)
def test_a_total_of_what_was_shot_down_needs_no_place(lang: str, text: str) -> None:
    (account,) = told(lang, text)
    assert account.type == "air_defence"


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Flames were put out by firefighters.", "fire"),
        ("ru", "Человек попал под поезд. На место прибыли медики.", "crash"),
        ("ru", "Горит квартира в жилом доме.", "fire"),
        ("uk", "Горить квартира в житловому будинку.", "fire"),
    ],
)
def test_who_came_and_what_was_hit_ground_a_report_without_a_place(
    lang: str, text: str, kind: str
) -> None:
    (account,) = told(lang, text)
    assert (account.type, account.place) == (kind, None)


def test_a_name_of_many_villages_is_the_scene_though_none_of_them_is_chosen() -> None:
    (account,) = told("ru", "В Пирогово произошла серьёзная авария.")
    assert (account.type, account.place) == ("crash", None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "В Пирогово открыли новую школу."),
        ("ru", "Сложение мощностей двух ракет делает их такими, что их нельзя сбить."),
        ("ru", "В случае повторения протестов в Туле отключат интернет."),
        ("ru", "В Туле появилась инструкция на случай пожара."),
        ("ru", "Шторм надвигается на Тулу, сообщили синоптики."),
        ("ru", "Спасатели предупредили о снегопаде в Туле."),
        ("ru", "Банк вложил 2 млн рублей в завод, который поднимает дроны."),
        ("ru", "Сборная Тулы потерпела поражение от сборной Рязани."),
        ("ru", "Магазины Тулы столкнулись с дефицитом яиц."),
        ("ru", "Перехватывающие парковки открыли в Туле."),
        ("ru", "Завтра на Тулу обрушится мокрый снег, дождь и сильный ветер."),
        ("ru", "Непогода в Туле начнётся утром и продлится весь день."),
        ("ru", "Магнитные бури, возможно, вызовут сбои связи в Туле."),
        ("ru", "В Туле ему загорелся зелёный, он перешёл дорогу."),
        ("uk", "Негода на Полтавщині триватиме до вечора."),
        ("uk", "У разі повторення протестів у Полтаві вимкнуть інтернет."),
        ("uk", "Буревій насувається на Полтаву, повідомили синоптики."),
        ("en", "In the event of protests in Tula the network will be shut down."),
        ("en", "The missile cannot be shot down, a general said in Tula."),
    ],
)
def test_what_only_speaks_of_one_is_no_account(lang: str, text: str) -> None:
    assert told(lang, text) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "В Туле не беспилотник упал, а лопнула труба."),
        ("uk", "У Полтаві не безпілотник упав, а луснула труба."),
        ("en", "It was not an explosion but a lorry in Elmton."),
    ],
)
def test_what_was_something_else_is_not_asserted(lang: str, text: str) -> None:
    _, claims = tell(from_text(text, key="k", source="s", lang=lang), ())
    assert {claim.stance for claim in claims if claim.slot == "type"} <= {Stance.DENIES}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Подозреваемый в поджоге склада в Туле ответит в суде.", "fire"),
        ("После взрыва в Туле проверят все котельные.", "explosion"),
        ("В Туле горел склад, причины назовут эксперты.", "fire"),
    ],
)
def test_what_will_come_of_it_does_not_undo_what_happened(text: str, kind: str) -> None:
    assert [account.type for account in told("ru", text)] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("detention", "shooting"),
        ("detention", "assault"),
        ("detention", "theft"),
        ("detention", "fire"),
        ("protest", "detention"),
        ("shooting", "assault"),
        ("crash", "disaster"),
        ("interception", "air_defence"),
    ],
)
def test_what_is_told_of_one_incident_under_two_names(one: str, other: str) -> None:
    assert evidence().one(one, other)
    assert not evidence().one("protest", "drone_attack")
