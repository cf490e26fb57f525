import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import link
from reportedly.text.compiled import Loop

from .posts import post

SENTENCES = (
    "Ночью над Кленовым сбили три беспилотника, сообщил глава округа Остап Вишневой.",
    "На складе «Причал» загорелась кровля, пожар тушили 40 человек до утра.",
    "Жителей улицы Кожемяк вывели в школу, к полудню воду и свет вернули.",
    "«Мы слышали два громких хлопка, потом погас свет во всём переулке», - сказал сторож Лев.",
    "Вступайте в клуб филателистов «Зубцовка»: альбомы с марками Занзибара.",
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=4), min_size=2, max_size=9))
def test_links_are_the_same_in_either_way(drawn):
    docs = [post(f"Канал {at % 3}", " ".join(text), at) for at, text in enumerate(drawn)]
    made = []
    for over in (lambda one, _: one.interpreted, lambda one, _: one.machine()):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Loop, "over", over)
            signatures = link.signatures(docs)
            made.append((signatures, link.derivations(docs, signatures, {})))
    assert made[0] == made[1]
