"""One official in a headline, in the text and in another alphabet is one origin."""

import pytest

from reportedly import link
from reportedly.extract import extract
from reportedly.link.directory import Directory
from reportedly.link.origins.voices import Spoken, knower
from reportedly.model import Basis, Independence, SourceKind
from reportedly.readers import from_text

from .posts import derived, post, said


def test_the_governor_of_a_headline_is_the_one_named_below() -> None:
    text = (
        "One killed in Penza blast - governor\n\n"
        "One person was killed in a blast in Penza, regional governor Pavel Ostrishchenko said."
    )
    doc = from_text(text, key="r", source="North Desk")
    voice = knower(doc, extract(doc, deep=False), Directory(()))
    assert voice is not None
    assert "Ostrishchenko" in voice.name


def test_the_authorities_of_a_headline_are_the_first_office_named_below() -> None:
    text = (
        "Число погибших при обстреле выросло — власти\n\nПогибли двое, сообщил мэр Кургана "
        "Павел Острищенко. Губернатор Игорь Гармашов приехал на место, рассказал он."
    )
    doc = from_text(text, key="r", source="Степь", lang="ru")
    voice = knower(doc, extract(doc, deep=False), Directory(()))
    assert voice is not None
    assert "Острищенко" in voice.name


@pytest.mark.parametrize(
    "named", ["Президент Франции Жан Делон", "Министр Иван Гармашов", "Певица Анна Сомова"]
)
def test_the_authorities_are_nobody_elsewhere(named: str) -> None:
    text = f"Двое погибли при взрыве в Кургане, сообщили власти.\n\n{named} скорбит, заявил он."
    doc = from_text(text, key="r", source="Степь", lang="ru")
    voice = knower(doc, extract(doc, deep=False), Directory(()))
    assert voice is not None
    assert voice.name == "власти"


def test_an_official_is_one_voice_in_two_alphabets() -> None:
    latin = Spoken("governor Pavel Ostrishchenko", "a", Basis.OFFICIAL, ())
    cyrillic = Spoken("Павел Острищенко", "b", Basis.OFFICIAL, ())
    other = Spoken("Павел Гармашов", "c", Basis.OFFICIAL, ())
    assert latin.same(cyrillic)
    assert cyrillic.same(latin)
    assert not latin.same(other)


@pytest.mark.parametrize(
    ("called", "same"),
    [
        ("Тульский губернатор Павел Острищенко", True),
        ("губернатор Павел Острищенко", False),
        ("рязанский губернатор Павел Острищенко", False),
        ("тульский предприниматель Павел Острищенко", False),
    ],
)
def test_the_office_of_a_place_is_who_holds_it_there(called: str, same: bool) -> None:
    office = Spoken("губернатор Тульской области", "a", Basis.OFFICIAL, ())
    person = Spoken("Павел Острищенко", "b", Basis.OFFICIAL, (), called)
    assert office.same(person) is same
    assert person.same(office) is same


OWN = "Обломки упали на склад в Кленовом, пострадавших нет. Работают два пожарных расчёта."


@pytest.mark.parametrize(
    ("channel", "called", "official"),
    [
        ("Павел Острищенко", "governor Pavel Ostrishchenko", True),
        ("Павел Острищенко", "губернатор Павел Острищенко", True),
        ("Павел Острищенко", "мэр Игорь Острищенко", False),
        ("Павел Острищенко", "тренер Павел Острищенко", False),
        ("Ночной колокол", "губернатор Павел Острищенко", False),
        ("Павел Острищенко", "lawyer for governor Pavel Ostrishchenko", False),
        ("Юлия Острищенко", "governor Ilya Ostrishchenko", False),
    ],
)
def test_a_channel_is_an_office_where_others_call_it_so(
    channel: str, called: str, official: bool
) -> None:
    own, other = post(channel, OWN), post("Степь", f"{called}: обломки упали на склад", 40)
    readings = {other.id: said(other, called, Basis.OFFICIAL)}
    kinds = {s.names[0]: s.kind for s in link.sources([own, other], readings)}
    assert (kinds[channel] is SourceKind.OFFICIAL) is official


def test_nobody_holds_an_office_by_their_own_word() -> None:
    own = post("Павел Острищенко", OWN)
    readings = {own.id: said(own, "губернатор Павел Острищенко", Basis.OFFICIAL)}
    kinds = {s.names[0]: s.kind for s in link.sources([own], readings)}
    assert kinds["Павел Острищенко"] is SourceKind.CHANNEL


def test_who_quotes_a_governor_goes_back_to_the_governors_own_channel() -> None:
    own = post("Павел Острищенко", OWN)
    text = "Four people fled as debris fell on a depot, governor Pavel Ostrishchenko said."
    other = post("North Desk", text, 90, lang="en")
    docs = [own, other]
    readings = {other.id: said(other, "governor Pavel Ostrishchenko", Basis.OFFICIAL)}
    steps = derived(docs, readings)
    (origin,) = link.origins_of(
        [own.id, other.id], docs, steps, readings, link.sources(docs, readings)
    )
    assert (origin.voice, origin.basis) == ("Павел Острищенко", Basis.OFFICIAL)


@pytest.mark.parametrize(
    ("one", "other", "established"),
    [
        ("джерело в СБУ", "source in Ukraine's SBU security service", False),
        ("источник в полиции", "police source", False),
        ("джерело в СБУ", "источник в полиции", True),
        ("источник в Минобороны Украины", "source in Ukraine's coast guard", True),
        ("водитель", "она", False),
        ("водитель", "кассир", True),
    ],
)
def test_unnamed_sources_of_one_body_may_be_one(
    one: str, other: str, established: bool
) -> None:
    first, second = post("Степь", OWN), post("Колокол", "Дым над портом виден с моста", 60)
    docs = [first, second]
    readings = {
        first.id: said(first, one, Basis.ANONYMOUS),
        second.id: said(second, other, Basis.ANONYMOUS),
    }
    found = link.origins_of([d.id for d in docs], docs, (), readings, link.sources(docs))
    assert (found[1].independence is Independence.INDEPENDENT) is established
    assert found[1].independence is not Independence.NOT_INDEPENDENT
