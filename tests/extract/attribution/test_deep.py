"""The learned reader adds to the rules and takes nothing from them."""

import pytest

from reportedly.extract.attribution import attributions
from reportedly.readers import from_text

TEXTS = [
    "The mayor wants the bridge closed until Monday, and the port authority backs the idea. "
    "Engineers said the pillars were cracked.",
    "Губернатор сообщил, что пострадал один человек. Жители жалуются на запах дыма.",
    "",
    "Der Hafen bleibt geschlossen.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_no_relation_of_the_rules_is_lost(text: str) -> None:
    doc = from_text(text)
    plain, more = attributions(doc), attributions(doc, deep=True)
    cues = {one.cue for one in more}
    assert {one.cue for one in plain} <= cues
    for one in more:
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)


def test_an_attitude_without_a_verb_of_saying_is_found() -> None:
    doc = from_text(TEXTS[0])
    found = attributions(doc, deep=True)
    assert len(found) > len(attributions(doc))
    assert "bridge closed" in "".join(s.of(doc.text) for one in found for s in one.content)


def test_a_voice_behind_a_voice_gives_two_relations() -> None:
    doc = from_text("Reuters со ссылкой на источник пишет, что завод остановлен.")
    found = attributions(doc, deep=True)
    assert {s.of(doc.text) for one in found for s in one.source} == {"Reuters", "источник"}
    assert ["Reuters", "источник"] in [[voice.name for voice in one.chain] for one in found]


def test_a_set_phrase_keeps_the_source_the_rules_give_it() -> None:
    doc = from_text("According to Ember, an outlet with ties to the port, the quay is shut.")
    (found,) = attributions(doc, deep=True)
    assert found.source[0].of(doc.text).startswith("Ember")


def test_a_list_over_many_lines_is_not_cut_where_the_reader_stops_seeing() -> None:
    items = [f"Дамба номер {number} стояла всю ночь, вода не прошла" for number in range(12)]
    doc = from_text("Губернатор края:\n\n" + "\n\n".join(f"— {item};" for item in items))
    (one,) = (a for a in attributions(doc, deep=True) if a.cue[0].of(doc.text) == ":")
    assert [span.of(doc.text) for span in one.content] == items


def test_a_headline_before_the_voice_is_part_of_what_it_says() -> None:
    doc = from_text(
        "Згоріли три пароми: у поліції розкрили подробиці пожежі в порту", lang="uk"
    )
    (one,) = attributions(doc, deep=True)
    assert one.content[0].of(doc.text) == "Згоріли три пароми"


def test_the_same_text_gives_the_same_records() -> None:
    doc = from_text(TEXTS[0])
    assert attributions(doc, deep=True) == attributions(doc, deep=True)
