"""Reports that are called false or denied in the passive: nobody may read them as told."""

import pytest

from reportedly.extract import extract
from reportedly.model import Reading, Stance
from reportedly.readers import from_text


def read(text: str) -> Reading:
    return extract(from_text(text, key="r", source="desk"))


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("The claim that 30 sailors were killed near Odesa is a lie, Kyiv said.", "killed"),
        ("Москва назвала ложью заявление о 30 погибших солдатах в Пскове.", "killed"),
        ("Информация о двух погибших в Пензе — ложь, сообщил мэр.", "killed"),
        ("Сообщение о взрыве в Пензе не подтвердилось.", "type"),
        ("Мерія назвала брехнею повідомлення про удар по лікарні в Полтаві.", "type"),
        ("Інформація про вибух у Полтаві не підтвердилася.", "type"),
        ("The claim that 30 soldiers were killed in Odesa was denied by Russia.", "killed"),
        ("Reports of a strike on Odesa were rejected by the army.", "type"),
    ],
)
def test_what_is_called_false_is_denied(text: str, slot: str) -> None:
    stances = {claim.stance for claim in read(text).claims if claim.slot == slot}
    assert stances == {Stance.DENIES}


@pytest.mark.parametrize(
    "text",
    [
        "A strike on Odesa was reported by the army.",
        "Reports of a strike on Odesa were not denied by the army.",
        "The port that lies in Odesa was hit by a missile.",
        "В Пензе задержали двоих за дезинформацию об армии.",
    ],
)
def test_what_nobody_calls_false_is_told(text: str) -> None:
    assert all(claim.stance is not Stance.DENIES for claim in read(text).claims)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The mayor denied a strike on Odesa."),
        ("ru", "Мэр опроверг ракетный удар по Одессе."),
        ("uk", "Мер заперечив ракетний удар по Одесі."),
    ],
)
def test_a_denial_denies_what_happened_and_not_the_place(lang: str, text: str) -> None:
    doc = from_text(text, key="k", source="s", lang=lang)
    stances = {claim.slot: claim.stance for claim in extract(doc).claims}
    assert (stances["type"], stances["place"]) == (Stance.DENIES, Stance.ASSERTS)
