from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import link
from reportedly.link.reuse import Growing

from .posts import FIRST, OTHER, REWRITE, post

FOOTER = "\n\nМузей часовщика Гнатюка открыт ежедневно, вход со двора, звонить «Маятнику»"
INLINE = " Заказать гравюру Прилуцкого: типография «Оттиск», спросить Ефросинью"
SENTENCES = [*FIRST.split(". "), *OTHER.split(". "), *REWRITE.split(". ")]
TEXTS = st.builds(
    lambda parts, end: ". ".join(parts) + end,
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    st.sampled_from(["", FOOTER, INLINE, "\n\nUPD: " + OTHER]),
)
POSTS = st.lists(
    st.tuples(st.sampled_from(["Южный берег", "Эхо", "Степь"]), TEXTS, st.integers(0, 40)),
    min_size=1,
    max_size=24,
)


def all_found(growing, docs):
    return {doc.id: growing.found(doc.id) for doc in docs}


@settings(max_examples=60, deadline=None)
@given(POSTS, st.integers(0, 24), st.randoms(use_true_random=False))
def test_reports_added_one_by_one_are_linked_as_if_all_had_been_there(rows, base, chance):
    docs = [post(source, text, minute) for source, text, minute in rows]
    signed = link.signatures(docs)
    chance.shuffle(docs)
    growing = Growing(docs[:base], signed)
    for doc in docs[base:]:
        growing.add(doc, signed[doc.id])
    assert all_found(growing, docs) == all_found(Growing(docs, signed), docs)


def test_a_report_that_makes_a_footer_of_a_line_changes_what_was_linked_by_it():
    bodies = ["Трамваи пойдут в объезд.", "В порту новый причал.", "Урожай вишни собрали."]
    docs = [post("Южный берег", body + FOOTER, at) for at, body in enumerate(bodies)]
    copy = post("Степь", FIRST + FOOTER, 30)
    signed = link.signatures([*docs, copy])
    growing = Growing([docs[0], docs[1], copy], signed)
    assert growing.found(copy.id)
    changed = growing.add(docs[2], signed[docs[2].id])
    assert copy.id in changed
    assert growing.found(copy.id) == ()


@pytest.mark.parametrize("undated", [1, 3])
def test_reports_without_a_time_grow_like_others(undated):
    docs = [post(f"Канал {at}", FIRST, None if at < undated else at) for at in range(6)]
    signed = link.signatures(docs)
    growing = Growing([], {})
    for doc in docs:
        growing.add(doc, signed[doc.id])
    assert all_found(growing, docs) == all_found(Growing(docs, signed), docs)


def test_a_report_added_twice_is_one():
    docs = [post("Эхо", FIRST), post("Степь", REWRITE, 5)]
    signed = link.signatures(docs)
    growing = Growing(docs, signed)
    assert growing.add(docs[0], signed[docs[0].id]) == frozenset()
    later = msgspec.structs.replace(
        docs[1], id="f" * 64, published=docs[1].published + timedelta(hours=1)
    )
    one = msgspec.structs.replace(signed[docs[1].id], doc=later.id)
    assert growing.add(later, one) == {later.id}
    assert {found.parent for found in growing.found(later.id)} == {doc.id for doc in docs}
