"""A source's updates of one story follow each other."""

import pytest

from reportedly import link
from reportedly.case import link as linked
from reportedly.extract import extract
from reportedly.link.origins import going_on, threaded

from .posts import OTHER, derived, post

FIRE = (
    "Пожар на складе шин «Каучук» на улице Портовой в Рязани. Площадь возгорания 400 "
    "квадратных метров, на месте 12 расчётов."
)
HURT = (
    "Двое сторожей со склада «Каучук» с ожогами рук в больнице номер 4, там же перевязали и "
    "кладовщика, который выбил окно на Портовой."
)
OUT = (
    "Склад шин «Каучук» на улице Портовой: 12 расчётов вернулись в часть, проверены все 400 "
    "квадратных метров кровли и стен."
)
MORE = "Ещё кадры с места."


def story(*texts, **last):
    docs = [post("Окский вестник", text, 20 * n) for n, text in enumerate(texts[:-1])]
    docs.append(post("Окский вестник", texts[-1], 20 * len(docs), **last))
    return docs


def parents(docs):
    keys = {doc.id: docs.index(doc) for doc in docs}
    steps = linked(docs, {doc.id: extract(doc) for doc in docs}).derivations
    return {keys[step.doc]: keys[step.parent] for step in reversed(steps) if step.parent}


def test_an_update_is_of_the_last_that_its_source_told():
    docs = story(FIRE, HURT, OUT)
    best = {step.doc: step.parent for step in reversed(derived(docs))}
    assert best[docs[2].id] == docs[0].id, "by its words alone it goes on from the first"
    assert parents(docs) == {1: 0, 2: 1}


def test_the_reason_names_the_source_and_when_it_last_told():
    docs = story(FIRE, HURT, OUT)
    steps = linked(docs, {doc.id: extract(doc) for doc in docs}).derivations
    (last,) = (step for step in steps if step.doc == docs[2].id)
    assert last.because.startswith("Окский вестник goes on with a story that it last told of")
    assert last.because.endswith("20 min earlier")
    assert last.bits > 0


def test_nothing_goes_on_from_a_line_that_adds_nothing():
    assert parents(story(FIRE, MORE, OUT))[2] == 0


def test_an_answer_stays_with_the_post_it_answers():
    docs = story(FIRE, HURT, OUT, reply_to="Окский вестник/0")
    assert parents(docs)[2] == 0


def test_another_story_in_between_is_no_part_of_the_thread():
    assert parents(story(FIRE, OTHER, OUT)) == {2: 0}


@pytest.mark.parametrize("apart", [False, True])
def test_an_update_stays_with_its_parent_where_the_last_is_of_another_incident(apart):
    docs = story(FIRE, HURT, OUT)
    first, second, third = (doc.id for doc in docs)
    readings = {doc.id: extract(doc) for doc in docs}
    signed = {doc.id: link.signature(doc) for doc in docs}
    steps = (*link.derivations(docs, signed, readings), going_on(docs[1], docs[0], 0.3))
    known = link.Provenance(docs, steps, readings, link.sources(docs, readings))
    incidents = [{first, third}, {second}] if apart else [{first, second, third}]
    moved = threaded(known, {first, second, third}, incidents)
    assert [step.parent for step in moved.values()] == ([] if apart else [second])
