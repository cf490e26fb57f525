import msgspec
import pytest
from hypothesis import example, given, settings
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
HOSTILE = (
    "а5" * 40,  # words with nothing between them
    "5а5а5",
    "😀👩‍👩‍👧🇺🇦",
    "𝐀𝐁𝐂 дрон",
    "http://",
    "HTTPS://а.example/«б» www.x wWw.y hhhwww",
    "'’ʼ`..,,::__",
    "о'кей1.5,0:3'а",
    "\n\nUPD\n\nобновлено",
    "\u200f\u0301\x00",
    "ж " * 60,
)


def linked_in_both_ways(drawn):
    """Return what is linked by the interpreter, which checks bounds, and by machine code."""
    docs = [post(f"Канал {at % 3}", text, at) for at, text in enumerate(drawn)]
    made = []
    for over in (lambda one, _: one.interpreted, lambda one, _: one.machine()):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Loop, "over", over)
            signatures = link.signatures(docs)
            made.append((signatures, link.derivations(docs, signatures, {}), link.near(docs)))
    return made


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=4), min_size=2, max_size=9))
def test_links_are_the_same_in_either_way(drawn):
    interpreted, machine = linked_in_both_ways([" ".join(text) for text in drawn])
    assert interpreted == machine


PIECES = st.one_of(st.sampled_from([*HOSTILE, *SENTENCES, " ", "\n", ""]), st.text(max_size=9))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=6).map("".join), max_size=9))
@example(["а5а5а5а5а5", "", "а5а5а5а5а5", "а5а5а5а5а5"])
@example(["а5" * 40 + "\n" + text for text in HOSTILE])
def test_no_text_leads_a_loop_beyond_its_arrays(drawn):
    interpreted, machine = linked_in_both_ways(drawn)
    assert interpreted == machine


def test_a_signature_that_does_not_fit_is_refused():
    docs = [post("Канал", SENTENCES[0]), post("Другой", SENTENCES[0], 1)]
    signatures = link.signatures(docs)
    cut = msgspec.structs.replace(signatures[docs[1].id], rare=b"")
    with pytest.raises(IndexError, match="do not fit"):
        link.derivations(docs, {**signatures, docs[1].id: cut}, {})
