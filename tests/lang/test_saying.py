"""The cue files hold together; their example sentences run in tests/extract/attribution."""

import msgspec
import pytest

from reportedly.lang.saying import LANGUAGES, expanded, saying


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_paradigm_is_known_and_every_entry_has_an_example(lang: str) -> None:
    known = saying(lang)
    for entry in (*known.verb, *known.noun):
        assert expanded(entry.forms, known.paradigms)
    entries = (*known.verb, *known.frame, *known.noun)
    assert [entry.name for entry in entries if not entry.find] == []
    assert len({entry.name for entry in known.verb}) == len(known.verb)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cues_are_written_folded(lang: str) -> None:
    known = saying(lang)
    words = [form for verb in known.verb for form in expanded(verb.forms, known.paradigms)]
    words += [phrase for frame in known.frame for phrase in frame.phrases]
    assert [word for word in words if "ё" in word or word != word.lower()] == []


def test_another_language_is_refused() -> None:
    with pytest.raises(KeyError):
        saying("de")


def test_a_misspelt_field_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode(b'basis = "media"\nstem = []', type=type(saying("en").kind[0]))
