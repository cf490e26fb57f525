"""What a report was made from: lists, quotations, sequels."""

import pytest

from reportedly import link
from reportedly.extract import extract
from reportedly.model import Basis, Document, Media, Reading

from .posts import ENGLISH, FIRST, OTHER, UKRAINIAN, derived, parents, post, said

TRAM = "Трамвай сошёл с рельсов у депо на Песчаной, движение закрыто до вечера"
DAM = "На плотине Верхнего пруда нашли трещину длиной двенадцать метров, воду спускают"
BRIDGE = "Мост через Ольховку закрыли для грузовиков тяжелее семи тонн"
LIST = f"Главное к вечеру:\n\n— {TRAM};\n\n— {DAM};\n\n— {BRIDGE}."


def keys(docs: list[Document], child: str) -> list[str]:
    named = {doc.id: doc.key for doc in docs}
    return [
        named[one.parent] for one in derived(docs) if one.parent and named[one.doc] == child
    ]


def test_each_item_of_a_list_has_a_parent_of_its_own():
    docs = [
        post("Вестник", TRAM, 0),
        post("Колокол", DAM, 10),
        post("Вестник", BRIDGE, 20),
        post("Вестник", OTHER, 30),
        post("Вестник", LIST, 90),
    ]
    assert set(keys(docs, "Вестник/90")) == {"Вестник/0", "Колокол/10", "Вестник/20"}


def test_a_list_takes_an_item_from_its_own_source_rather_than_from_a_copy():
    docs = [post("Вестник", TRAM, 0), post("Колокол", TRAM, 10), post("Вестник", LIST, 90)]
    assert keys(docs, "Вестник/90") == ["Вестник/0"]


def test_a_list_copied_whole_has_one_parent():
    docs = [
        post("Вестник", TRAM, 0),
        post("Колокол", DAM, 10),
        post("Вестник", LIST, 90),
        post("Степь", LIST, 95),
    ]
    assert keys(docs, "Степь/95") == ["Вестник/90"]


def test_a_daily_list_does_not_come_from_that_of_the_day_before():
    phrase = "За сутки диспетчеры приняли {} вызовов, дежурные бригады выезжали {} раз"
    rest = "— {}.\n— {}."
    day = 24 * 60
    first = f"— {phrase.format(311, 87)};\n" + rest.format(TRAM, DAM)
    second = f"— {phrase.format(290, 91)};\n" + rest.format(BRIDGE, OTHER)
    assert keys([post("Вестник", first), post("Вестник", second, day)], f"Вестник/{day}") == []


def test_who_quotes_the_speaker_at_length_did_not_have_it_from_a_summary():
    summary = (
        "Ржавый вентиль сорвало на насосной станции Заречья, без воды остались три улицы, "
        "сообщил водоканал."
    )
    speech = (
        "Ржавый вентиль сорвало на насосной станции Заречья, без воды остались улицы, сообщил "
        "водоканал. "
    )
    quote = (
        "«Аварийная бригада заменит задвижку к полуночи, подвоз цистернами организован к школе "
        "и поликлинике, давление поднимут постепенно», — говорится в сообщении."
    )
    docs = [post("Вестник", summary), post("Колокол", speech, 5)]
    assert parents(docs) == {"Колокол/5": "Вестник/0"}
    assert parents([docs[0], post("Колокол", speech + quote, 5)]) == {}


def test_one_speaker_twice_within_minutes_is_one_statement_and_no_update():
    texts = [
        "Водоканал: вентиль на Песчаной сорвало, жильцы Заречья остались без напора",
        "Напор вернут жильцам к утру, вентиль заменят в Заречье, на самой Песчаной: Водоканал",
    ]

    def told(gap: float) -> dict[str, str]:
        docs = [post("Вестник", text, at) for text, at in zip(texts, (0, gap), strict=True)]
        readings = {doc.id: said(doc, "Водоканал", Basis.OFFICIAL, "Водоканал") for doc in docs}
        return parents(docs, readings)

    assert told(1) == {}
    assert told(20) == {"Вестник/20": "Вестник/0"}


def test_a_source_goes_on_about_a_fire_in_the_same_town_in_other_words():
    texts = [
        "Мебельная фабрика горит в Климовске",
        "Пожар в Климовске: мебельный цех обрушился, сообщили в МЧС",
        "Пожар в Костроме: мебельный цех обрушился, сообщили в МЧС",
    ]

    def told(source: str, text: str) -> dict[str, str]:
        docs = [post("Вестник", texts[0]), post(source, text, 60)]
        return parents(docs, {doc.id: extract(doc) for doc in docs})

    assert told("Вестник", texts[1]) == {"Вестник/60": "Вестник/0"}
    assert told("Вестник", texts[2]) == {}
    assert told("Колокол", texts[1]) == {}


def test_a_translation_shows_the_names_and_numbers_that_it_keeps():
    docs = [
        post("Колокол", FIRST, 0),
        post("Дзвін", UKRAINIAN, 20, lang="uk"),
        post("Bell", ENGLISH, 40, lang="en"),
    ]
    texts = {doc.id: doc.text for doc in docs}
    steps = [step for step in derived(docs) if step.how == "translation"]
    assert [step.doc for step in steps] == [docs[1].id, docs[2].id]
    for step in steps:
        pairs = [(a.of(texts[a.doc]), b.of(texts[b.doc])) for a, b in step.shown]
        assert ("1900", "1900") in pairs
    kept = [(a.of(texts[a.doc]), b.of(texts[b.doc])) for a, b in steps[1].shown]
    assert ("Prichal", "Причал") in kept
    assert ("Klenovy", "Кленовий") in kept


def test_the_very_same_photo_is_a_tie_and_a_logo_is_none():
    shot = (Media(kind="photo", name="photos/photo_7.jpg", sha256="7" * 64),)
    other = (Media(kind="photo", name="photos/photo_7.jpg", sha256="8" * 64),)
    docs = [
        post("Вестник", TRAM, 0, media=shot),
        post("Колокол", "Вот что осталось от вагона.", 10, media=shot),
        post("Степь", "Ещё один снимок оттуда.", 20, media=other),
    ]
    (step,) = derived(docs)
    assert (step.doc, step.parent, step.how) == (docs[1].id, docs[0].id, "same-media")
    assert step.because == "carries the very photo that Вестник has, published 10 min earlier"
    logo = [post("Вестник", text, at, media=shot) for at, text in ((1, DAM), (2, BRIDGE))]
    assert derived([*docs, *logo]) == ()
    again = [post("Вестник", TRAM, at, media=shot) for at in (1, 2, 3)]
    assert ("same-media", docs[1].id) in {
        (one.how, one.doc) for one in derived([*docs, *again])
    }


def test_a_photo_saved_anew_is_known_by_its_looks():
    looks = "144cbc391a1a1a1a3748802530c80078"
    anew = "144cbc391a1a1a1a3748802530c8007f"  # three bits of 128 are others
    unlike = "ee35c2c91a1a1a1a3748802530c80078"
    docs = [
        post("Вестник", TRAM, 0, media=(Media(kind="photo", sha256="7" * 64, looks=looks),)),
        post("Колокол", "Вот что осталось.", 10, media=(Media(kind="video", looks=anew),)),
        post("Степь", "Другой снимок.", 20, media=(Media(kind="photo", looks=unlike),)),
    ]
    (step,) = derived(docs)
    assert (step.doc, step.parent, step.how) == (docs[1].id, docs[0].id, "same-media")
    assert step.because == (
        "carries by its looks the video that Вестник has, published 10 min earlier"
    )


def test_a_shared_picture_joins_reports_unless_the_words_are_another_voices():
    shot = (Media(kind="video", sha256="7" * 64),)
    docs = [
        post("Вестник", TRAM, 0, media=shot),
        post("Колокол", "Водоканал: без воды остались дома на Луговой.", 10, media=shot),
    ]

    def origins(readings: dict[str, Reading]) -> int:
        steps = derived(docs, readings)
        ids = [doc.id for doc in docs]
        return len(link.origins_of(ids, docs, steps, readings, link.sources(docs)))

    assert origins({}) == 1
    assert origins({docs[1].id: said(docs[1], "Водоканал", Basis.OFFICIAL, "Водоканал")}) == 2


@pytest.mark.parametrize(
    ("text", "minutes", "copied"),
    [
        ("Пожар на Тополевой улице.", 2, True),
        ("Пожар на Тополевой улице.", 300, False),
        ("Пожар на Кленовой улице.", 2, False),
    ],
)
def test_a_few_words_put_out_by_another_within_hours_are_a_copy(
    text: str, minutes: float, copied: bool
) -> None:
    first, again = (
        post("Степь", "Пожар на Тополевой улице.", 0),
        post("Маяк", text, minutes),
    )
    assert parents([first, again]) == ({again.key: first.key} if copied else {})


def test_a_few_common_words_are_nobodys() -> None:
    assert not parents(
        [post("Степь", "Пожар в городе.", 0), post("Маяк", "Пожар в городе.", 2)]
    )


@pytest.mark.parametrize(("source", "copied"), [("", True), (", — Роскосмос", False)])
def test_few_shared_words_are_no_copy_where_somebody_new_is_named(
    source: str, copied: bool
) -> None:
    told = "Ракета-носитель с двумя спутниками связи «Полёт» стартовала с космодрома Кленовый"
    first = post("Степь", f"{told} ночью. Расчёт сработал штатно, ступень отделилась.", 0)
    text = f"Ракета со спутниками «Полёт» стартовала с космодрома Кленовый{source}."
    again = post("Маяк", text, 40)
    read = {doc.id: extract(doc, deep=False) for doc in (first, again)}
    assert parents([first, again], read) == ({again.key: first.key} if copied else {})
