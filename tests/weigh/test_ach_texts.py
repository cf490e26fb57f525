"""The matrix from reports in three languages, read, linked and weighed as a case is."""

from datetime import UTC, datetime, timedelta

import pytest

from reportedly.case import link
from reportedly.extract import extract
from reportedly.model import Document, document_id
from reportedly.weigh import Fit, ach

START = datetime(2031, 5, 2, 1, 0, tzinfo=UTC)

GAS_OR_DRONE = {
    "en": [
        (
            "Channel One",
            "An explosion destroyed a house in Stavropol, a gas leak caused the blast, "
            "the governor said.",
        ),
        (
            "Northern Post",
            "The explosion in Stavropol was caused by a drone strike, residents told "
            "the Northern Post.",
        ),
        (
            "Valley Times",
            "Eyewitnesses in Stavropol saw a drone over the house before the explosion.",
        ),
        (
            "Daily Ledger",
            "The defence ministry denied that a drone strike caused the explosion in "
            "Stavropol.",
        ),
    ],
    "ru": [
        (
            "Канал Юг",
            "В Ставрополе взорвался жилой дом. Причиной взрыва стала утечка газа, "
            "сообщил губернатор.",
        ),
        (
            "Север Инфо",
            "Взрыв в жилом доме в Ставрополе вызвала атака беспилотника, рассказали очевидцы.",
        ),
        (
            "Долина",
            "Жители Ставрополя перед взрывом в жилом доме видели беспилотник.",
        ),
        (
            "Вестник",
            "В Минобороны опровергли, что взрыв в Ставрополе вызвала атака беспилотника.",
        ),
    ],
    "uk": [
        (
            "Канал Південь",
            "У Полтаві вибухнув склад. Причиною вибуху став витік газу, повідомив мер.",
        ),
        (
            "Північ Інфо",
            "Вибух на складі в Полтаві спричинила атака безпілотника, розповіли очевидці.",
        ),
        (
            "Долина",
            "Мешканці Полтави перед вибухом на складі бачили безпілотник.",
        ),
        (
            "Вісник",
            "У Міноборони спростували, що вибух у Полтаві спричинила атака безпілотника.",
        ),
    ],
}


def told(source, text, minute, lang):
    published = START + timedelta(minutes=minute)
    return Document(
        id=document_id(source, source, text, published, None),
        key=source,
        source=source,
        lang=lang,
        text=text,
        published=published,
        original="0" * 64,
        place="",
        read_by="test 1",
    )


def matrix(lang, posts):
    documents = [told(*post, 15 * number, lang) for number, post in enumerate(posts)]
    case = link(documents, {each.id: extract(each) for each in documents})
    (incident,) = case.incidents
    return ach(case, incident)


@pytest.mark.parametrize("lang", sorted(GAS_OR_DRONE))
def test_causes_compete_over_what_reports_say(lang):
    found = matrix(lang, GAS_OR_DRONE[lang])
    causes = [each.cause for each in found.hypotheses]
    assert sorted(causes) == ["drone_strike", "gas_explosion"]
    assert [e.inconsistency for e in found.hypotheses] == sorted(
        e.inconsistency for e in found.hypotheses
    )
    gas, drone = causes.index("gas_explosion"), causes.index("drone_strike")
    (denial,) = (item for item in found.items if "denies" in item.because)
    assert denial.fits[drone] is Fit.INCONSISTENT
    assert denial.fits[gas] is Fit.NEUTRAL
    assert any(i.fits[gas] is Fit.INCONSISTENT and i.diagnosticity > 0 for i in found.items)
    assert found.items[0].diagnosticity == max(item.diagnosticity for item in found.items)
    assert all(item.shown for item in found.items if "Nobody" not in item.because)


@pytest.mark.parametrize("lang", sorted(GAS_OR_DRONE))
def test_what_a_cause_leads_one_to_expect_and_nobody_reports_is_named(lang):
    found = matrix(lang, GAS_OR_DRONE[lang][:2])
    missing = {each.cause: each.missing for each in found.hypotheses}
    assert "emergency services" in missing["gas_explosion"]
    assert "drone attack" not in missing["drone_strike"]  # somebody reports it
