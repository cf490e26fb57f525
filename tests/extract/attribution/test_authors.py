import pytest

from reportedly.extract.attribution import attributions
from reportedly.extract.attribution.authors import author
from reportedly.readers import from_text


@pytest.mark.parametrize(
    ("lang", "source", "owner"),
    [
        ("en", "The channel’s latest post", "The channel"),
        ("en", "the harbour clerks' remarks", "the harbour clerks"),
        ("en", "Ruiz’s", "Ruiz"),
        ("en", "the town's mayor", ""),
        ("en", "a statement", ""),
        ("ru", "кратком сообщении министерства", "министерства"),
        ("ru", "карточке на сайте речной полиции", "речной полиции"),
        ("ru", "сообщении", ""),
        ("ru", "заявлении о пожаре", ""),
        ("ru", "отчёте министерства", ""),  # a report is cited for itself
        ("uk", "дописі голови району", "голови району"),
        ("uk", "заяві на сайті мерії", "мерії"),
        ("uk", "зведенні штабу", ""),
    ],
)
def test_the_author_of_a_post_is_told(lang: str, source: str, owner: str) -> None:
    assert author(source, lang) == owner


def test_the_channel_whose_post_the_reader_finds_is_the_voice() -> None:
    doc = from_text(
        "The dam held, according to the channel Ember. The channel’s latest post suggests a "
        "leak. Ruiz’s remarks hint at a leak."
    )
    found = attributions(doc, deep=True)
    chains = {one.source[0].of(doc.text): [v.name for v in one.chain] for one in found}
    assert chains["The channel’s latest post"] == ["Ember"]


def test_a_message_of_the_ministry_is_the_ministrys() -> None:
    doc = from_text(
        "Мост закрыт, заявило Министерство путей. Согласно сообщению министерства, опора цела."
    )
    chains = [[v.name for v in one.chain] for one in attributions(doc)]
    assert chains == [["Министерство путей"], ["Министерство путей"]]
