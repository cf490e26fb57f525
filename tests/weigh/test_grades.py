"""Digits, letters, confidence and terms by the published rules."""

from datetime import timedelta

import pytest

from reportedly.model import (
    Basis,
    Certainty,
    Confidence,
    Credibility,
    Independence,
    Label,
    Reliability,
    Stance,
)
from reportedly.weigh import likelihood, likelihood_term

from .ledgers import START, Word, count, graded, track

DOUBTED = Independence.NOT_ESTABLISHED


def word(number, **more):
    return Word(
        **{
            "name": f"d{number}",
            "origin": number,
            "minute": number,
            "source": f"source {number}",
            **more,
        }
    )


def only(*words, sources=()):
    """Return the assessment of what the first word says."""
    found = graded(list(words), sources)
    value = next(key for key in found if _is(key, words[0], found))
    return found[value]


def _is(key, said, found):
    denied = said.stance is Stance.DENIES
    from msgspec import json

    return key == (said.slot, denied, json.encode(said.value).decode())


@pytest.mark.parametrize(
    ("words", "digit"),
    [
        ([word(0)], 3),
        ([word(0, basis=Basis.EYEWITNESS)], 3),
        ([word(0, certainty=Certainty.PROBABLE)], 4),
        ([word(0, basis=Basis.ANONYMOUS)], 6),
        ([word(0, basis=Basis.MEDIA)], 6),
        ([word(0, basis=Basis.UNSTATED)], 6),
        ([word(0), word(1, basis=Basis.EYEWITNESS)], 1),
        ([word(0), word(1, basis=Basis.ANONYMOUS)], 1),
        ([word(0, basis=Basis.MEDIA), word(1, basis=Basis.ANONYMOUS)], 2),
        ([word(0), word(1, independence=DOUBTED)], 2),
        ([word(0), word(1, independence=DOUBTED, basis=Basis.MEDIA)], 3),
        # a wider value agrees, but does not confirm
        ([word(0), word(1, value=count(2, None))], 2),
        # contradiction: better, equal, weaker evidence
        ([word(0, basis=Basis.MEDIA), word(1, value=count(9))], 5),
        ([word(0), word(1, value=count(1))], 4),
        ([word(0), word(1), word(2, value=count(9), basis=Basis.MEDIA)], 3),
        ([word(0, value=count(0)), word(1, value=count(3), basis=Basis.FOOTAGE)], 5),
    ],
)
def test_the_digit_follows_basis_corroboration_and_contradiction(words, digit):
    assert only(*words).credibility == Credibility(digit)


def test_many_reports_of_one_origin_confirm_nothing():
    words = [word(0), *(word(number, origin=0) for number in range(1, 30))]
    assessment = only(*words)
    assert assessment.credibility == Credibility.POSSIBLE
    assert assessment.independent == 1


def test_a_figure_that_its_own_voice_replaced_is_improbable_and_the_new_one_stands():
    old = word(0, value=count(5), voice="mayor")
    new = word(1, value=count(3), voice="mayor")
    assert only(old, new).credibility == Credibility.IMPROBABLE
    assert "superseded" in {reason.name for reason in only(old, new).reasons}
    assert only(new, old).credibility == Credibility.POSSIBLE


def test_the_hurt_of_early_reports_who_have_died_are_hurt_no_longer():
    hurt, dead = word(0, value=count(1)), word(1, slot="killed", value=count(1))
    assert "superseded" in {reason.name for reason in only(hurt, dead).reasons}
    assert only(dead, hurt).credibility == Credibility.POSSIBLE
    for other in (
        word(1, slot="killed", value=count(2)),
        word(1, slot="killed", value=count(0)),
    ):
        assert "superseded" not in {reason.name for reason in only(hurt, other).reasons}


def test_who_is_told_of_as_hurt_after_another_died_is_not_the_one_who_died():
    dead, hurt = word(0, slot="killed", value=count(1)), word(1, value=count(1))
    assert "superseded" not in {reason.name for reason in only(hurt, dead).reasons}


def test_a_denial_speaks_against_and_is_graded_itself():
    said = word(0, slot="cause", value=Label(value="sabotage"), basis=Basis.ANONYMOUS)
    denied = word(1, slot="cause", value=Label(value="sabotage"), stance=Stance.DENIES)
    assert "denied" in {reason.name for reason in only(said, denied).reasons}
    assert only(said, denied).credibility == Credibility.IMPROBABLE
    assert only(denied, said).credibility in (Credibility.POSSIBLE, Credibility.DOUBTFUL)


def test_origins_that_may_echo_each_other_do_not_add_up():
    alone = only(word(0))
    echoed = only(*[word(number, independence=DOUBTED) for number in range(4)])
    independent = only(*[word(number) for number in range(4)])
    assert alone.bits < echoed.bits < independent.bits
    assert echoed.independent == 0
    assert echoed.not_established == 4


@pytest.mark.parametrize("basis", list(Basis))
def test_no_single_origin_settles_a_question(basis):
    assert only(word(0, basis=basis, slot="type", value=Label(value="fire"))).probability < 0.9


def test_a_letter_is_f_unless_a_dated_record_says_otherwise():
    here = word(0, source="Vesti Yuga")
    assert only(here).reliability is Reliability.F
    assert only(here, sources=[track("B")]).reliability is Reliability.B
    before = word(0, source="Vesti Yuga", minute=-60 * 24 * 30)
    assert before.minute * timedelta(minutes=1) + START < track("B").track[0].since
    assert only(before, sources=[track("B")]).reliability is Reliability.F


def test_a_relay_lends_its_letter_to_nobody():
    relayed = word(0, source="Vesti Yuga", voice="an unknown channel")
    assert only(relayed, sources=[track("A")]).reliability is Reliability.F


def test_confidence_is_of_the_evidence_not_of_the_probability():
    assert only(word(0)).confidence is Confidence.LOW
    assert only(word(0), word(1)).confidence is Confidence.MODERATE
    assert only(word(0), word(1), word(2)).confidence is Confidence.HIGH
    against = word(3, value=count(9), basis=Basis.MEDIA)
    assert only(word(0), word(1), word(2), against).confidence is Confidence.MODERATE


def test_every_grade_prints_its_derivation_and_what_would_change_it():
    assessment = only(word(0), word(1, value=count(1)))
    assert {"credibility", "confidence", "reliability"} <= {r.name for r in assessment.reasons}
    assert any("settles the contradiction" in each for each in assessment.would_change)
    assert any("Without" in each for each in assessment.would_change)
    without = {each.origin: each.credibility for each in assessment.without}
    assert without == {"origin 0": Credibility.UNKNOWN, "origin 1": Credibility.POSSIBLE}


@pytest.mark.parametrize(
    ("probability", "term"),
    [
        (0.001, "almost no chance"),
        (0.05, "almost no chance"),
        (0.06, "very unlikely"),
        (0.21, "unlikely"),
        (0.5, "roughly even chance"),
        (0.56, "likely"),
        (0.81, "very likely"),
        (0.999, "almost certain"),
    ],
)
def test_only_the_seven_terms_are_used(probability, term):
    assert likelihood_term(probability) == term


def test_where_there_is_no_basis_there_is_no_term():
    assert likelihood(only(word(0, basis=Basis.MEDIA))) is None
    assert likelihood(only(word(0))) == "likely"


def test_a_reason_names_the_voice_that_speaks_and_whose_report_it_is_in():
    (first, *_) = only(word(0, voice="the mayor", source="Vesti Yuga")).reasons
    assert "“the mayor”, speaking for an office, says so in a report of “Vesti Yuga”" in (
        first.because
    )
    (first, *_) = only(word(0, source="Vesti Yuga")).reasons
    assert first.because == "“Vesti Yuga”, speaking for an office, says so."


def test_what_two_reports_have_from_each_other_nobody_vouches_for():
    media = {"basis": Basis.MEDIA, "slot": "killed", "value": count(1), "origin": 0}
    one = word(0, **media, source="Rupor", voice="Provod", independence=DOUBTED)
    other = word(1, **media, source="Provod", voice="Rupor", independence=DOUBTED)
    circle = only(one, other)
    assert circle.credibility is Credibility.UNKNOWN
    assert (circle.independent, circle.not_established) == (0, 0)
    assert not any(reason.name == "origin" for reason in circle.reasons)
    contradicted = only(one, other, word(2, slot="killed", value=count(0)))
    assert contradicted.credibility in (Credibility.UNKNOWN, Credibility.IMPROBABLE)
    assert contradicted.bits < circle.bits


def test_a_figure_that_was_replaced_no_longer_speaks_against_the_others():
    old = word(0, value=count(5), voice="mayor")
    new = word(1, value=count(3), voice="mayor", origin=0)
    third = word(2, value=count(2))
    against = [r for r in only(third, old, new).reasons if r.name == "contradicted"]
    assert [("“3”" in reason.because) for reason in against] == [True]


def test_of_two_figures_that_would_replace_each_other_the_one_taken_back_is_gone():
    """Both went from three to none; in between the higher figure came up again."""
    three = word(0, slot="killed", value=count(3), voice="mayor")
    none = word(1, slot="killed", value=count(0), voice="mayor")
    late = word(2, slot="killed", value=count(3), voice="ministry")
    later = word(3, slot="killed", value=count(0), voice="ministry")
    assert only(three, none, late, later).credibility == Credibility.IMPROBABLE
    assert only(none, three, late, later).credibility != Credibility.IMPROBABLE


def test_one_voice_by_way_of_two_origins_is_one():
    alone = only(word(0, voice="the mayor"))
    again = only(word(0, voice="the mayor"), word(1, voice="the mayor"))
    assert (again.credibility, again.independent) == (alone.credibility, 1)
    assert again.bits == pytest.approx(alone.bits)
    other = only(word(0, voice="the mayor"), word(1, voice="the hospital"))
    assert (other.credibility, other.independent) == (Credibility.CONFIRMED, 2)


def test_nameless_voices_of_two_origins_are_two():
    told = {"voice": "eyewitnesses", "basis": Basis.EYEWITNESS}
    assert only(word(0, **told), word(1, **told)).independent == 2
