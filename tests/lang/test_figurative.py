"""Figures of speech tell of nothing that happened, in every language alike."""

import pytest

from reportedly.extract.happening import tell
from reportedly.lang.figurative import figures
from reportedly.lang.happening import LANGUAGES
from reportedly.readers import from_text

FIGURES = [(figure, lang) for figure in figures() for lang in LANGUAGES]
SKIP = [(lang, text) for figure, lang in FIGURES for text in figure.skip[lang]]
FIND = [(lang, text) for figure, lang in FIGURES for text in figure.find[lang]]


def accounts(text: str, lang: str) -> list[str]:
    told, _ = tell(from_text(text, key="k", source="s", lang=lang), ())
    return [account.type for account in told]


@pytest.mark.parametrize(("lang", "text"), SKIP)
def test_nothing_happened(lang: str, text: str) -> None:
    assert not accounts(text, lang)


@pytest.mark.parametrize(("lang", "text"), FIND)
def test_the_same_words_may_mean_it(lang: str, text: str) -> None:
    assert accounts(text, lang)


def test_every_language_has_examples_of_every_figure() -> None:
    for figure, lang in FIGURES:
        assert figure.skip[lang]
        assert figure.find[lang]
        assert getattr(figure, lang)
