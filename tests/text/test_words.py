"""Words keep their place and the marks before them."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.phrases import PhraseLists, Phrases
from reportedly.text.words import words


@given(st.text(max_size=120))
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text


def test_phrase_stays_within_its_clause() -> None:
    phrases = Phrases([("сбит* .. дрон*", "downed"), ("дрон", "drone")])
    labels = [hit.label for hit in phrases.find(words("Сбит ещё один дрон"))]
    assert labels == ["downed", "drone"]
    assert [hit.label for hit in phrases.find(words("Сбит, ещё один дрон"))] == ["drone"]


@given(st.text(max_size=60), st.text(alphabet="аб *.", min_size=1, max_size=8))
def test_any_text_can_be_searched(text: str, phrase: str) -> None:
    if phrase.split() and phrase.split(maxsplit=1)[0] not in ("..", "."):
        Phrases([(phrase, 1)]).find(words(text))


@given(st.lists(st.sampled_from(["fire", "fires", "out", "of", "hand", "put"]), max_size=9))
def test_lists_found_together_are_found_as_each_by_itself(said: list[str]) -> None:
    lists = {
        "fires": [("fire*", 1), ("fires", 2), ("put .. fire*", 3)],
        "ends": [("put out", 1), ("fires .. out", 2), ("o*", 3), ("out of hand", 4)],
    }
    sentence = words(" ".join(said))
    together = PhraseLists(**lists).find(sentence)
    for name, phrases in lists.items():
        assert together[name] == Phrases(phrases).find(sentence)
