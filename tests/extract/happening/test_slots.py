"""Every slot in every language, in sentences written for it; some must be read as nothing."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.extract import extract
from reportedly.lang.happening import LANGUAGES, happening
from reportedly.model import Claim, Count, Label, Place, Stance, When
from reportedly.readers import from_text

CASES: dict[str, dict[str, dict[str, str]]] = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "slots.toml").read_text("utf-8")
)
PUBLISHED = datetime(2024, 5, 15, 12, tzinfo=UTC)
LABELS = {"type", "cause", "actor", "weapon", "target", "damage", "measure", "position"}
COUNTS = {"killed", "injured", "missing", "detained", "launched", "downed", "area"}
SLOTS = LABELS | COUNTS | {"place", "time"}
STANCES = {Stance.DENIES: "not ", Stance.HEDGES: "maybe ", Stance.ASKS: "? "}


def shown(claim: Claim) -> str:
    """Return a claim as the table of cases writes it."""
    value = claim.value
    match value:
        case Label():
            said = value.value
        case Place():
            said = value.name
        case When():
            said = f"{value.earliest:%d %H:%M} to {value.latest:%d %H:%M}"
        case Count():
            bounds = [str(value.low), str(value.best), str(value.high or "-")]
            if value.high is not None:
                bounds[2] = str(value.high)
            said = bounds[0] if len(set(bounds)) == 1 else " ".join(bounds)
            said += f" ({value.scope})" if value.scope else ""
    # What an office's position is, its words for it are: they deny, and are no denial of it.
    return said if claim.slot == "position" else STANCES.get(claim.stance, "") + said


def read(text: str, lang: str, slot: str) -> str:
    document = from_text(text, source="Gazeta", lang=lang, published=PUBLISHED)
    found = {
        shown(claim) for claim in extract(document, deep=False).claims if claim.slot == slot
    }
    return ", ".join(sorted(found))


@pytest.mark.parametrize(
    ("lang", "slot", "text", "wanted"),
    [
        (lang, slot, text, wanted)
        for lang, slots in CASES.items()
        for slot, sentences in slots.items()
        for text, wanted in sentences.items()
    ],
)
def test_a_slot_is_read_as_written(lang: str, slot: str, text: str, wanted: str) -> None:
    assert read(text, lang, slot) == wanted


def test_every_slot_has_sentences_in_every_language_negatives_among_them() -> None:
    assert set(CASES) == set(LANGUAGES)
    for slots in CASES.values():
        assert set(slots) == SLOTS
        for sentences in slots.values():
            assert len(sentences) >= 4
            assert {"", "0"} & set(sentences.values())


def test_every_kind_carries_an_example_and_a_counterexample() -> None:
    bare = {
        (lang, kind.slot, kind.value)
        for lang in LANGUAGES
        for kind in happening(lang).kinds
        if not kind.find or not kind.skip
    }
    assert not bare


def test_every_language_knows_the_same_kinds_of_happening() -> None:
    known = [
        {kind.value for kind in happening(lang).kinds if kind.slot == "type"}
        for lang in LANGUAGES
    ]
    assert known[0] == known[1] == known[2]
    assert {"interception", "lockdown", "air_defence", "alert", "outage"} <= known[0]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Residents confirmed that there was an explosion in Tula.", ""),
        ("en", "The governor confirmed that there was an explosion in Tula.", "confirmed"),
        ("ru", "Очевидцы подтвердили взрыв в Туле.", ""),
        ("ru", "Губернатор подтвердил взрыв в Туле.", "confirmed"),
        ("uk", "Очевидці підтвердили вибух у Полтаві.", ""),
        ("uk", "Мер підтвердив вибух у Полтаві.", "confirmed"),
    ],
)
def test_who_speaks_for_no_office_has_no_official_position(
    lang: str, text: str, wanted: str
) -> None:
    assert read(text, lang, "position") == wanted


@pytest.mark.parametrize(
    ("lang", "text", "claimed_by"),
    [
        ("en", "The SBU claimed responsibility for the explosion in Kursk.", "SBU"),
        ("ru", "СБУ взяла на себя ответственность за взрыв в Курске.", "СБУ"),
        ("uk", "СБУ взяла на себе відповідальність за вибух у Курську.", "СБУ"),
        ("en", "The governor said Ukrainian forces attacked a depot in Kursk.", "governor"),
    ],
)
def test_who_did_it_is_claimed_by_a_voice(lang: str, text: str, claimed_by: str) -> None:
    document = from_text(text, source="Gazeta", lang=lang, published=PUBLISHED)
    said = extract(document, deep=False)
    (claim,) = (claim for claim in said.claims if claim.slot == "actor")
    voices = {each.id: each.chain for each in said.attributions}
    assert claim.value == Label(value="ukraine")
    assert claimed_by in voices[claim.attribution or ""][-1].name


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The company denied a blast."),
        ("ru", "В компании опровергли взрыв."),
        ("uk", "У компанії спростували вибух."),
    ],
)
def test_a_company_that_denies_it_is_no_talk_of_business(lang: str, text: str) -> None:
    assert read(text, lang, "type") == "not explosion"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Взрыва на химкомбинате не было, заявили в пресс-службе предприятия."),
        ("uk", "Вибуху на хімкомбінаті не було, заявили в пресслужбі підприємства."),
        ("ru", "В Киеве слышен гул, взрывов не слышно."),
        ("uk", "У Києві лунають сирени, вибухів не чути."),
        ("en", "Reports of an explosion at the old mill are false, police said."),
    ],
)
def test_what_was_not_is_denied_wherever_it_was_not(lang: str, text: str) -> None:
    assert "not explosion" in read(text, lang, "type").split(", ")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ten years ago today a bomb killed 14 people in the Madrid metro."),
        ("en", "Hundreds march in Belgrade on the anniversary of a collapse that killed 16."),
        ("ru", "Десять лет назад в московском метро произошла авария, погибли 24 человека."),
        ("ru", "В Казани отметили годовщину взрыва, в котором погибли 16 человек."),
        ("uk", "Десять років тому на цій шахті стався вибух, загинули 24 людини."),
    ],
)
def test_what_was_years_ago_is_no_news(lang: str, text: str) -> None:
    assert not read(text, lang, "type")
    assert not read(text, lang, "killed")


def test_years_ago_by_the_way_takes_nothing_from_the_news() -> None:
    text = "A depot in Tula, built thirty years ago, exploded on Tuesday."
    assert read(text, "en", "type") == "explosion"
