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


def test_the_same_text_gives_the_same_records() -> None:
    doc = from_text(TEXTS[0])
    assert attributions(doc, deep=True) == attributions(doc, deep=True)
