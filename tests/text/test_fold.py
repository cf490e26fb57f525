from hypothesis import given
from hypothesis import strategies as st

from reportedly.text import fold


@given(st.text(max_size=200))
def test_each_folded_character_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.origin[-1] == len(text)


@given(st.text(max_size=80), st.text(alphabet="абвгдyz", min_size=1), st.text(max_size=80))
def test_a_folded_find_leads_back_to_the_original_words(
    before: str, word: str, after: str
) -> None:
    text = f"{before} {word.upper()} {after}"
    folded = fold(text)
    at = folded.text.find(word, len(fold(before + " ").text))
    assert text[slice(*folded.back(at, at + len(word)))].casefold() == word


@given(st.text(max_size=100))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
