"""What only speaks of a happening and tells of none: recollections, questions, what may be."""

from datetime import UTC, datetime

import pytest

from reportedly.extract.happening import tell
from reportedly.model import Account
from reportedly.readers import from_text

NOON = datetime(2024, 11, 20, 12, tzinfo=UTC)


def told(lang: str, text: str) -> tuple[Account, ...]:
    return tell(from_text(text, key="k", source="s", lang=lang, published=NOON), ())[0]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A baker opens his third shop.\n\nIn 2017 a fire burned down a mill in Toledo."),
        ("ru", "Пекарь открывает третью лавку.\n\nВ 2017 году в Туле сгорела мельница."),
        ("uk", "Пекар відкриває третю крамницю.\n\nУ 2017 році в Полтаві згорів млин."),
        ("en", "Our weekly talk is out.\n\n00:10 What is known of the blast in Toledo?"),
        ("ru", "Вышел новый разговор недели.\n\n00:10 Что известно о взрыве в Туле?"),
        ("uk", "Вийшла нова розмова тижня.\n\n00:10 Що відомо про вибух у Полтаві?"),
        ("en", "New missiles, possibly, will be fired at Toledo, a paper writes."),
        ("ru", "Ракетами, возможно, могут нанести удар по Туле, пишет газета."),
        ("uk", "Ракетами, можливо, можуть завдати удару по Полтаві, пише газета."),
        ("en", "Mills in Toledo, Ohio, usually catch fire."),
        ("ru", "Мельницы в Туле обычно горят."),
        ("uk", "Млини в Полтаві зазвичай горять."),
        ("en", "Bakers in Toledo, Ohio, must not set fires."),
        ("ru", "Пекари в Туле должны тушить пожары."),
        ("uk", "Пекарі в Полтаві повинні гасити пожежі."),
        ("ru", "В Туле судят за призывы избить мэра."),
        ("ru", "Взрывы в Туле, как ожидается, начнутся к вечеру."),
        ("uk", "Вибухи в Полтаві, як очікується, почнуться надвечір."),
        ("en", "An old baker died after a long illness in Toledo, Ohio."),
        ("ru", "Пожилой пекарь умер после долгой болезни в Туле."),
        ("uk", "Літній пекар помер після довгої хвороби в Полтаві."),
        ("en", "In case of an air raid alert in Toledo go down to the cellar."),
        ("ru", "В случае воздушной тревоги в Туле спускайтесь в подвал."),
        ("uk", "У разі повітряної тривоги в Полтаві спускайтеся до підвалу."),
    ],
)
def test_what_only_speaks_of_a_happening_is_no_account(lang: str, text: str) -> None:
    assert not told(lang, text)


@pytest.mark.parametrize(
    "text",
    [
        "В 2017 году в Туле сгорела мельница.",  # it opens the report: it is what it is about
        "Пекарь открывает лавку.\n\nНочью в Туле сгорела мельница.",
        "В Туле был взрыв?",
        "Туристы бунтуют.\n\n15 ноября их паром в Сочи загорелся.",
    ],
)
def test_what_a_report_is_about_stays_an_account(text: str) -> None:
    assert len(told("ru", text)) == 1


def test_a_verb_is_told_by_its_participle_too() -> None:
    (account,) = told("ru", "В Туле задержан мужчина, угнавший автобус.")
    assert account.type == "theft"
