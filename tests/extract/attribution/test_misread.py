"""Sources that their own form rules out."""

from collections.abc import Callable

import pytest

from reportedly.extract.attribution import attributions
from reportedly.model import Basis, Document, Stance

Make = Callable[..., Document]


@pytest.mark.parametrize(
    ("lang", "text", "sources"),
    [
        ("ru", "Пассажирам пообещали, что деньги вернут.", []),
        ("ru", "Командиру судна доложили, что двигатель горит.", []),
        ("ru", "О штрафах говорил открыто: по триста тысяч.", []),
        ("ru", "Мост закрыт, сообщило во вторник минобороны.", ["минобороны"]),
        ("ru", "Мост закрыт, заявил на сессии совета мэр Иван Бобров.", ["мэр Иван Бобров"]),
        ("ru", "Мост закрыт, сообщили в МЧС.", ["МЧС"]),
        (
            "ru",
            "Тем временем врио губернатора сообщает, что мост закрыт.",
            ["врио губернатора"],
        ),
        ("ru", "Депутаты его идею отвергли, напомнив, что мост стар.", ["Депутаты"]),
        ("ru", "Военные на прошлой неделе сообщили, что мост закрыт.", ["Военные"]),
        ("ru", "Источник на заводе сообщил, что мост закрыт.", ["Источник на заводе"]),
        ("ru", "В мэрии в тот же день сказали, что мост закрыт.", ["мэрии"]),
        ("ru", "По данным на 3 мая, на складе сорок вагонов.", []),
        ("ru", "Все говорят, что мост закрыт.", []),
        ("ru", "В Генштабе ВСУ не подтвердили, что мост закрыт.", ["Генштабе ВСУ"]),
        ("ru", "Пострадавших двое, их состояние оценивают как тяжёлое.", []),
        ("en", "There are reports that the bridge is closed.", []),
        ("uk", "У мерії того ж дня сказали, що міст закрито.", ["мерії"]),
        ("uk", "Пасажирам пообіцяли, що гроші повернуть.", []),
        ("uk", "У поліції повідомили, що міст закрито.", ["поліції"]),
    ],
)
def test_who_was_told_how_or_where_is_not_who_speaks(
    document: Make, lang: str, text: str, sources: list[str]
) -> None:
    found = attributions(document(text, lang))
    assert found
    assert [span.of(text) for one in found for span in one.source] == sources


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Мост закрыт, пишет The Harbour со ссылкой на источники.",
            ["The Harbour", "источники"],
        ),
        ("В доме Анны Луговой был обыск, сообщает «Купец».", ["Купец"]),
        ("В подмосковном Минздраве нам заявили, что мост закрыт.", ["подмосковный Минздрав"]),
    ],
)
def test_who_cites_and_who_is_cited_keep_their_places(
    document: Make, text: str, chain: list[str]
) -> None:
    found = attributions(document(text, "ru"))
    assert found
    assert all([voice.name for voice in one.chain] == chain for one in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Газета ссылается на двух анонимных чиновников.", "двух анонимных чиновников"),
        (
            "Институт языка имени А. Лугового сообщил, что слово выбрано.",
            "Институт языка имени А. Лугового",
        ),
        ("Буш заявил, что мост закрыт.", "Буш"),
    ],
)
def test_names_stay_what_they_are(document: Make, text: str, name: str) -> None:
    (found,) = attributions(document(text, "ru"))
    assert [voice.name for voice in found.chain] == [name]


@pytest.mark.parametrize(
    ("text", "chain", "basis"),
    [
        (
            "The man fled. Police said he was hurt. San Elm Police called.",
            ["Police"],
            "official",
        ),
        ("Investigators said the fire was set.", ["Investigators"], "official"),
        ("Lt. Ann Moss said the road is closed.", ["Lt. Ann Moss"], "official"),
        ("Ann Moss, who police say fled, was found.", ["police"], "official"),
    ],
)
def test_english_bodies_and_ranks(
    document: Make, text: str, chain: list[str], basis: str
) -> None:
    (found,) = attributions(document(text, "en"))
    assert [voice.name for voice in found.chain] == chain
    assert found.basis == basis


def test_a_dash_before_an_explanation_names_nobody(document: Make) -> None:
    text = "Отдел утверждает, что новая машина — это, вероятно, «Дуб»"
    (only,) = attributions(document(text, "ru"))
    assert [voice.name for voice in only.chain] == ["отдел"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Мэр не подтвердил данные о том, что мост закрыт."),
        ("uk", "Мер не підтвердив дані про те, що міст закрито."),
        ("en", "The mayor did not confirm reports that the bridge was closed."),
    ],
)
def test_reports_that_somebody_answers_are_nobodys_word(
    document: Make, lang: str, text: str
) -> None:
    (only,) = attributions(document(text, lang))
    assert only.chain[-1].stance is Stance.DECLINES


def test_a_dash_behind_a_copula_names_nobody(document: Make) -> None:
    assert attributions(document("Самым частым именем в школе было — Александр", "ru")) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Moscow said the bridge was closed."),
        ("ru", "Тегеран заявил, что мост закрыт."),
        ("uk", "Варшава заявила, що міст закрито."),
    ],
)
def test_a_capital_that_speaks_is_its_government(document: Make, lang: str, text: str) -> None:
    (only,) = attributions(document(text, lang))
    assert only.chain[-1].basis is Basis.OFFICIAL
