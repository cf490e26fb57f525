"""One night over several towns, and what comes down on one town in one go."""

from datetime import UTC, datetime, timedelta

import pytest

from reportedly.case import link
from reportedly.extract import extract
from reportedly.model import Case, Document
from reportedly.readers import from_text

NIGHT = datetime(2031, 5, 2, 1, 0, tzinfo=UTC)


def post(source: str, text: str, minute: int, lang: str = "ru") -> Document:
    published = NIGHT + timedelta(minutes=minute)
    return from_text(
        text, key=f"{source}/{minute}", source=source, lang=lang, published=published
    )


def largest(*documents: Document) -> set[str]:
    """Return the keys of the reports of the incident that most of them are of."""
    case: Case = link(documents, {doc.id: extract(doc, deep=False) for doc in documents})
    keys = {doc.id: doc.key for doc in case.documents}
    return {keys[doc] for doc in case.incidents[0].reports}


ONE = "Над Клином сбит беспилотник, обломки упали в поле."
OTHER = "Дрон уничтожен силами ПВО в Дубне, стёкла целы."
BOTH = "Пять беспилотников, летевших на Рязань, сбиты над городскими округами Клин и Дубна."


def test_towns_that_a_report_lists_are_of_one_wave() -> None:
    told = post("Степь", ONE, 0), post("Колокол", BOTH, 20), post("Маяк", OTHER, 40)
    assert largest(*told) == {doc.key for doc in told}


def test_without_such_a_report_two_towns_are_two_incidents() -> None:
    assert len(largest(post("Степь", ONE, 0), post("Маяк", OTHER, 40))) == 1


def test_a_wave_ends_with_its_night() -> None:
    told = post("Степь", ONE, 0), post("Колокол", BOTH, 20)
    later = post("Маяк", OTHER, 60 * 20)
    assert largest(*told, later) == {doc.key for doc in told}


def test_a_list_joins_no_other_kind_of_happening() -> None:
    told = post("Степь", ONE, 0), post("Колокол", BOTH, 20)
    crash = post("Маяк", "В Дубне автобус врезался в столб, двое ранены.", 40)
    assert largest(*told, crash) == {doc.key for doc in told}


@pytest.mark.parametrize(("hours", "one"), [(6, True), (40, False)])
def test_one_salvo_on_one_town(hours: int, one: bool) -> None:
    first = post("Степь", "Ракетный удар по Полтаве: горит склад, тушат два расчёта.", 0)
    words = "Военные применили по Полтаве новую ракету, сообщил министр на брифинге."
    second = post("Колокол", words, hours * 60)
    assert (largest(first, second) == {first.key, second.key}) is one
