import pytest

from reportedly.lang.morphology import analyzer, is_common


@pytest.mark.parametrize("word", ["𗀀", "Сумы𗀀", "🔥", ""])
def test_no_letter_is_too_strange_to_ask_about(word: str) -> None:
    analyzer().parse(word)
    assert not is_common(word)


def test_a_word_of_the_dictionary_is_known() -> None:
    assert is_common("мост")
