"""The examples that every language carries in its own file are its tests."""

from datetime import UTC, datetime

import pytest

from reportedly.extract.counts import areas, counts
from reportedly.extract.happening import tell
from reportedly.extract.happening.facts import facts
from reportedly.extract.places.mentions import mentions
from reportedly.extract.places.resolve import resolve
from reportedly.extract.times import anchor, cues
from reportedly.lang.happening import LANGUAGES, happening
from reportedly.readers import from_text
from reportedly.text.words import words

PUBLISHED = datetime(2024, 5, 15, 12, tzinfo=UTC)
KINDS = [(lang, kind) for lang in LANGUAGES for kind in happening(lang).kinds]
FATES = [(lang, fate) for lang in LANGUAGES for fate in happening(lang).fates]


def told(sentence: str, lang: str) -> set[tuple[str, str]]:
    return {(t.slot, t.value) for t in facts(sentence, lang).tellings if t.sure}


@pytest.mark.parametrize(
    ("lang", "slot", "value", "sentence"),
    [(lang, k.slot, k.value, s) for lang, k in KINDS for s in k.find],
)
def test_kind_found(lang: str, slot: str, value: str, sentence: str) -> None:
    assert (slot, value) in told(sentence, lang)


@pytest.mark.parametrize(
    ("lang", "slot", "value", "sentence"),
    [(lang, k.slot, k.value, s) for lang, k in KINDS for s in k.skip],
)
def test_kind_skipped(lang: str, slot: str, value: str, sentence: str) -> None:
    assert (slot, value) not in told(sentence, lang)


@pytest.mark.parametrize(
    ("lang", "slot", "sentence", "wanted"),
    [(lang, f.slot, s, w) for lang, f in FATES for s, w in f.find.items()],
)
def test_count_found(lang: str, slot: str, sentence: str, wanted: str) -> None:
    got = [c for c in counts(words(sentence), lang) if c.slot == slot]
    assert [
        " ".join("-" if n is None else str(n) for n in (c.low, c.best, c.high)) for c in got
    ] == [wanted]


@pytest.mark.parametrize(
    ("lang", "slot", "sentence"), [(lang, f.slot, s) for lang, f in FATES for s in f.skip]
)
def test_count_skipped(lang: str, slot: str, sentence: str) -> None:
    assert not [c for c in counts(words(sentence), lang) if c.slot == slot]


@pytest.mark.parametrize(
    ("lang", "sentence", "wanted"),
    [(lang, s, w) for lang in LANGUAGES for s, w in happening(lang).times.find.items()],
)
def test_time_found(lang: str, sentence: str, wanted: str) -> None:
    zone = happening(lang).times.zone
    whens = [anchor(cue, PUBLISHED, zone) for cue in cues(words(sentence), lang)]
    got = [f"{w.earliest:%Y-%m-%dT%H:%MZ} {w.latest:%Y-%m-%dT%H:%MZ}" for w in whens if w]
    assert got == [wanted]


@pytest.mark.parametrize(
    ("lang", "sentence", "wanted"),
    [(lang, s, w) for lang in LANGUAGES for s, w in happening(lang).places.find.items()],
)
def test_place_found(lang: str, sentence: str, wanted: str) -> None:
    found = resolve([mentions(words(sentence), lang)], lang)
    assert wanted in [one.place.name for one in found]


@pytest.mark.parametrize(
    ("lang", "sentence"), [(lang, s) for lang in LANGUAGES for s in happening(lang).places.skip]
)
def test_place_skipped(lang: str, sentence: str) -> None:
    assert not resolve([mentions(words(sentence), lang)], lang)


def extents(sentence: str, lang: str) -> list[str]:
    found = areas(words(sentence), lang)
    return [
        " ".join("-" if n is None else str(n) for n in (a.low, a.best, a.high)) for a in found
    ]


@pytest.mark.parametrize(
    ("lang", "sentence", "wanted"),
    [(lang, s, w) for lang in LANGUAGES for s, w in happening(lang).area.find.items()],
)
def test_area_found(lang: str, sentence: str, wanted: str) -> None:
    assert extents(sentence, lang) == [wanted]


@pytest.mark.parametrize(
    ("lang", "sentence"), [(lang, s) for lang in LANGUAGES for s in happening(lang).area.skip]
)
def test_area_skipped(lang: str, sentence: str) -> None:
    document = from_text(sentence, lang=lang, published=PUBLISHED)
    _, claims = tell(document, ())
    assert not [claim for claim in claims if claim.slot == "area"]
