import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text import sentences, tokens


@given(st.text(max_size=300))
def test_sentences_are_in_order_apart_and_hold_every_letter(text: str) -> None:
    spans = list(sentences(text))
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))
    outside = set(range(len(text))) - {i for a, b in spans for i in range(a, b)}
    assert all(text[i].isspace() for i in outside)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Взрывы у моря. Пострадавших нет.", 2),
        ("Он живёт на ул. Мира в г. Туапсе.", 1),
        ("Пожежа у м. Суми. Біля мосту 5 м. Усі цілі.", 3),
        ("Officials gave no figures. A fire is burning.", 2),
        ("It began around 2 a.m. Friday at a bar.", 1),
        ("It began at 2 a.m. The bar was full.", 2),
        ("ST. LOUIS (AP) - A bar burned.", 1),
        ("Молния\n\nПодписаться", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


@given(st.text(max_size=300))
def test_tokens_slice_their_text(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in tokens(text))
