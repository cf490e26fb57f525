"""Truth discovery over origins, and the track records it gives material for."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Basis, Case, Incident, Reliability
from reportedly.weigh import track_records
from reportedly.weigh.truth import Said, truth

from .ledgers import START, Word, count, document, reading, weighed
from .test_invariants import EXAMPLES


def facts(number, *told):
    """Return for `number` facts what each (family, value) says."""
    return [Said(family, f"f{n}", value) for n in range(number) for family, value in told]


def test_one_source_against_two_that_agree():
    found = truth(facts(1, ("a", "x"), ("b", "x"), ("c", "y")))
    assert found.best("f0") == "x"
    assert found.values["f0"]["x"] > 0.8


def test_a_source_known_to_be_right_outweighs_two_known_to_be_wrong():
    history = facts(30, ("good", "x"), ("one", "x"), ("two", "x"), ("bad", "y"), ("worse", "z"))
    told = [Said("good", "now", "x"), Said("bad", "now", "y"), Said("worse", "now", "y")]
    found = truth([*history, *told])
    assert found.right["good"] > 0.9
    assert found.right["bad"] < 0.4
    assert found.best("now") == "x"


def test_what_a_family_repeats_counts_once():
    told = facts(3, ("a", "x"), ("b", "y"))
    assert truth([*told, *told]) == truth(told)


def test_a_lone_word_is_worth_what_its_family_is():
    alone = truth(facts(50, ("a", "x")))
    assert alone.values["f0"]["x"] == pytest.approx(alone.right["a"])
    history = facts(30, ("good", "x"), ("one", "x"), ("two", "x"), ("bad", "y"))
    found = truth([*history, Said("good", "now", "x"), Said("bad", "then", "x")])
    assert found.values["now"]["x"] > 0.9
    assert found.values["then"]["x"] < 0.4


def test_facts_that_one_family_alone_answers_tell_nothing_of_it():
    told = facts(20, ("a", "x"), ("b", "x"), ("c", "y"))
    alone = [Said("c", f"alone {n}", "z") for n in range(500)]
    before, after = truth(told), truth([*told, *alone])
    assert after.right == pytest.approx(before.right)
    assert after.values["f0"] == pytest.approx(before.values["f0"])


def test_a_word_does_not_vouch_for_itself():
    """A family that gave two answers to one fact knows no better which of them holds."""
    found = truth([Said("a", "f", "x"), Said("a", "f", "y"), *facts(9, ("b", "x"), ("c", "x"))])
    assert found.values["f"]["x"] == pytest.approx(found.values["f"]["y"])
    assert found.best("f") == "x"


def test_what_is_not_known_of_a_family_is_taken_from_the_others():
    def crowd(right):
        return [
            Said(f"s{f}{n}", f"f{f}", "true" if n < right else f"wrong {n}")
            for f in range(40)
            for n in range(5)
        ]

    careful, careless = truth(crowd(5)), truth(crowd(2))
    assert careful.right["s00"] > careless.right["s00"] > careless.right["s04"]
    assert truth([*crowd(5), Said("new", "n", "x")]).values["n"]["x"] > 0.9
    assert truth([*crowd(2), Said("new", "n", "x")]).values["n"]["x"] < 0.7


WORDS = st.lists(
    st.builds(Said, st.sampled_from("abcde"), st.sampled_from("12345"), st.sampled_from("xyz")),
    min_size=1,
    max_size=30,
)


@EXAMPLES
@given(WORDS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_shares_leave_room_for_what_nobody_said(words, random):
    found = truth(words)
    for given_ in found.values.values():
        assert 0 < sum(given_.values()) < 1
    assert all(0 < share < 1 for share in found.right.values())
    random.shuffle(words)
    assert truth(words) == found


@EXAMPLES
@given(WORDS, st.data())
def test_a_copy_within_its_family_changes_nothing(words, data):
    assert truth([*words, data.draw(st.sampled_from(words))]) == truth(words)


def history(length, *told, copies=0):
    """Return a case of `length` incidents in which each (source, number) counts the injured."""
    incidents, assessments, words = [], [], []
    for number in range(length):
        mine = [
            Word(
                value=count(value),
                source=source,
                basis=Basis.EYEWITNESS,
                minute=number * 60 + at,
                origin=at,
                name=f"i{number} {source}",
            )
            for at, (source, value) in enumerate(told)
        ]
        for copy in range(copies):
            mine.append(
                msgspec.structs.replace(
                    mine[0],
                    name=f"i{number} copy {copy}",
                    source="relay",
                    minute=mine[0].minute + 30,
                )
            )
        incident, graded = weighed(mine)
        incidents.append(_renamed(incident, number))
        assessments += graded
        words += mine
    return Case(
        documents=tuple(map(document, words)),
        attributions=tuple(a for word in words for a in reading(word).attributions),
        claims=tuple(claim for word in words for claim in reading(word).claims),
        incidents=tuple(incidents),
        assessments=tuple(assessments),
    )


def _renamed(incident: Incident, number: int) -> Incident:
    return msgspec.structs.replace(incident, id=f"incident {number}")


FIVE = [("Alpha", 3), ("Beta", 3), ("Gamma", 3), ("Delta", 9)]


def test_a_long_history_gives_dated_letters():
    found = track_records(history(45, *FIVE))
    assert found["Alpha"].letter is Reliability.A
    assert found["Delta"].letter is Reliability.E
    assert "of 45 answers held" in found["Alpha"].because
    assert found["Alpha"].since > START


def test_a_record_does_not_grade_what_it_was_made_from():
    case = history(12, *FIVE)
    last = max(document.published for document in case.documents if document.source == "Alpha")
    assert track_records(case)["Alpha"].since == last


def test_a_short_history_or_one_without_witnesses_gives_no_letter():
    assert track_records(history(9, *FIVE)) == {}
    assert track_records(history(45, ("Alpha", 3), ("Beta", 3))) == {}


def test_copies_earn_no_record_and_change_none():
    assert track_records(history(12, *FIVE, copies=3)) == track_records(history(12, *FIVE))
