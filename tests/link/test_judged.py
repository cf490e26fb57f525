"""Merges and splits by a person: order-free, undoable, and standing when reports are added."""

from datetime import timedelta
from itertools import permutations

from reportedly.link import incidents, undone
from reportedly.model import Side, Verdict, judgement

from .test_incidents import EAST, NIGHT, WEST, Told


def night():
    told = Told()
    told.report("a", "Взрывы в Востокограде этой ночью", ("explosion", EAST))
    told.report("b", "В Востокограде слышали взрывы", ("explosion", EAST), minute=5)
    told.report("c", "Пожар на складе в Западнинске", ("fire", WEST), minute=9)
    return told


def side(*keys):
    return Side(accounts=tuple(f"{key} 0" for key in keys), reports=keys)


def decided(verdict, one, other, minute=0, undoes=None):
    at = NIGHT + timedelta(minutes=minute)
    return judgement(verdict, (one, other), "seen on site", by="", at=at, undoes=undoes)


def groups(told, *judgements):
    found = incidents(told.documents, told.readings, (), (), judgements)
    return {frozenset(each.reports) for each in found}


MERGE = decided(Verdict.MERGE, side("a", "b"), side("c"))
SPLIT = decided(Verdict.SPLIT, side("a"), side("b"), 1)
UNDO = decided(Verdict.UNDO, Side(), Side(), 2, MERGE.id)
REDO = decided(Verdict.UNDO, Side(), Side(), 3, UNDO.id)


def test_two_incidents_are_merged_and_say_by_what():
    told = night()
    assert groups(told) == {frozenset("ab"), frozenset("c")}
    (one,) = incidents(told.documents, told.readings, (), (), [MERGE])
    assert set(one.reports) == set("abc")
    assert one.judgements == (MERGE.id,)


def test_reports_are_split_off():
    assert groups(night(), SPLIT) == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_the_order_in_which_judgements_come_does_not_matter():
    told = night()
    found = {
        frozenset(groups(told, *some)) for some in permutations([MERGE, SPLIT, UNDO, REDO])
    }
    assert len(found) == 1


def test_an_undo_and_an_undo_of_it():
    told = night()
    assert groups(told, MERGE, UNDO) == groups(told)
    assert groups(told, MERGE, UNDO, REDO) == groups(told, MERGE)
    assert undone([MERGE, UNDO, REDO]) == {UNDO.id}


def test_a_judgement_stands_when_reports_are_added():
    told = night()
    told.report("d", "Снова о взрывах в Востокограде", ("explosion", EAST), minute=2)
    told.report("e", "Склад в Западнинске ещё горит, пожар", ("fire", WEST), minute=12)
    assert groups(told, MERGE) == {frozenset("abcde")}


def test_a_judgement_is_known_by_its_reports_where_accounts_have_other_ids():
    told = night()
    other = decided(
        Verdict.MERGE, Side(accounts=("x",), reports=("a", "b")), Side(reports=("c",))
    )
    assert groups(told, other) == {frozenset("abc")}


def test_a_judgement_about_reports_that_are_gone_changes_nothing():
    gone = decided(Verdict.MERGE, side("a"), side("x"))
    assert groups(night(), gone) == groups(night())
