import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.quotes import quotes

MARKS = st.text(alphabet="«»“”„\"'’ аб,.\n", max_size=80)


@given(st.one_of(st.text(max_size=120), MARKS))
def test_quotations_are_in_order_apart_and_in_one_line(text: str) -> None:
    found = quotes(text)
    for quote in found:
        assert quote.start < quote.inner_start <= quote.inner_end < quote.end
        assert "\n" not in text[quote.start : quote.end]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("«Да, «Маяк» горит», — сказал он", ["Да, «Маяк» горит"]),
        ('ОК ""Захід"": тихо', ["Захід"]),
        ("He said 'it’s over' and left", ["it’s over"]),
        ("The officers' union met", []),
        ("„Мост цел“, — писал он", ["Мост цел"]),
        ("«не закрыта", []),
    ],
)
def test_the_words_between_marks(text: str, inner: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in quotes(text)] == inner
