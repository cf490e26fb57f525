"""Officials of both sides: whom an office speaks for, what it owns up to, who agrees."""

from datetime import UTC, datetime, timedelta

import pytest

from reportedly import case as spine
from reportedly.extract import extract
from reportedly.model import Assessment, Place
from reportedly.readers import from_text
from reportedly.weigh.sides import side

MORNING = datetime(2024, 5, 15, 6, 0, tzinfo=UTC)
TULA = Place(name="Тула", kind="settlement", lat=54.2, lon=37.6, radius_km=9.0, country="RU")
GOVERNOR = "При атаке дронов на Тулу загорелась нефтебаза, двое погибли, сообщил губернатор."
STAFF = "Генштаб ВСУ сообщил, что при атаке дронов на Тулу погибли двое, горит нефтебаза."


@pytest.mark.parametrize(
    ("office", "language", "place", "country"),
    [
        ("Минобороны России", "uk", None, "RU"),
        ("Генштаб ВСУ", "ru", None, "UA"),
        ("Ukraine's General Staff", "en", None, "UA"),
        ("the Russian defence ministry", "en", None, "RU"),
        ("the governor", "en", TULA, "RU"),
        ("мэр города", "ru", TULA, "RU"),
        ("МЧС", "ru", None, "RU"),
        ("ДСНС", "uk", None, "UA"),
        ("NATO", "en", TULA, None),
    ],
)
def test_for_whom_an_office_speaks(office, language, place, country):
    assert side(office, language, place) == country


def killed(*texts: str) -> Assessment:
    docs = [
        from_text(
            text, key=f"r{n}", source=f"outlet {n}", published=MORNING + timedelta(minutes=n)
        )
        for n, text in enumerate(texts)
    ]
    made = spine.link(docs, {doc.id: extract(doc, deep=False) for doc in docs})
    (found,) = (each for each in made.assessments if each.slot == "killed")
    return found


def reasons(found: Assessment) -> dict[str, str]:
    return {each.name: each.because for each in found.reasons}


def test_offices_of_both_sides_that_say_the_same_are_noted():
    found = killed(GOVERNOR, STAFF)
    told = reasons(found)["both sides"]
    assert "(RU)" in told
    assert "(UA)" in told
    noted = next(each for each in found.reasons if each.name == "both sides")
    assert noted.bits == 0.0
    assert {span.doc for span in noted.shown} == {
        span.doc for each in found.reasons if each.name == "origin" for span in each.shown
    }


def test_it_is_noted_after_origins_are_collapsed():
    assert "both sides" not in reasons(killed(GOVERNOR, GOVERNOR))
    relay = "Генштаб ВСУ со ссылкой на губернатора: при атаке дронов на Тулу погибли двое."
    assert "both sides" not in reasons(killed(GOVERNOR, relay))


def test_only_who_is_hurt_by_it_speaks_against_their_interest():
    assert "against interest" in reasons(killed(GOVERNOR))
    assert "against interest" not in reasons(killed(STAFF))


def test_an_outlet_that_has_it_from_an_office_is_not_called_one() -> None:
    text = (
        "Взрыв прогремел в Туле, сообщил губернатор. В городе работают врачи.\n\n"
        "При взрыве в Туле погибли двое."
    )
    said = [each.because for each in killed(text).reasons if each.name == "origin"]
    assert said == ["“outlet 0”, going back to “губернатор”, speaking for an office, says so."]
