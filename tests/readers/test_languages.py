import pytest

from reportedly.readers.languages import language, table

FIND = [(one.code, text) for one in table().languages for text in one.find]
SKIP = [(one.code, text) for one in table().languages for text in one.skip]


@pytest.mark.parametrize(("code", "text"), FIND)
def test_a_sentence_is_told_to_be_in_its_language(code: str, text: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(("code", "text"), SKIP)
def test_a_sentence_is_not_taken_for_its_neighbour(code: str, text: str) -> None:
    assert language(text) != code


@pytest.mark.parametrize(
    "text",
    ["", "🔥🔥🔥", "12:40 +5", "ПВО", "@beacon", "https://example.org/news/hum-over-the-port"],
)
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert language(text) == "und"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Гул над портом. Подробности у коллег из The Harbour Post.", "ru"),
        ("У порту вночі чули гул, пише міський канал. «Мы слышали гул» — каже водій.", "uk"),
        ("ירי טילים נשמע בעיר", "he"),
        ("日本の港で爆発がありました", "ja"),
    ],
)
def test_mixed_text_is_in_the_language_of_most_of_it(text: str, code: str) -> None:
    assert language(text) == code


def test_every_language_has_an_example() -> None:
    assert all(one.find for one in table().languages)
