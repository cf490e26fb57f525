"""One official in a headline, in the text and in another alphabet is one origin."""

from reportedly.extract import extract
from reportedly.link.origins.voices import Spoken, knower
from reportedly.link.sources import Directory
from reportedly.model import Basis
from reportedly.readers import from_text


def test_the_governor_of_a_headline_is_the_one_named_below() -> None:
    text = (
        "One killed in Penza blast - governor\n\n"
        "One person was killed in a blast in Penza, regional governor Pavel Ostrishchenko said."
    )
    doc = from_text(text, key="r", source="North Desk")
    voice = knower(doc, extract(doc, deep=False), Directory(()))
    assert voice is not None
    assert "Ostrishchenko" in voice.name


def test_an_official_is_one_voice_in_two_alphabets() -> None:
    latin = Spoken("governor Pavel Ostrishchenko", "a", Basis.OFFICIAL, ())
    cyrillic = Spoken("Павел Острищенко", "b", Basis.OFFICIAL, ())
    other = Spoken("Павел Гармашов", "c", Basis.OFFICIAL, ())
    assert latin.same(cyrillic)
    assert cyrillic.same(latin)
    assert not latin.same(other)
