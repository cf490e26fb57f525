"""Competing causes: at least two, ranked by what contradicts them, with what decides."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Basis, Case, Independence, Label, Stance
from reportedly.weigh import Fit, ach

from .ledgers import Word, count, document, reading, weighed
from .test_invariants import EXAMPLES


def told(slot, value, number, **more):
    given = {"basis": Basis.EYEWITNESS, "source": f"s{number}", "minute": number, **more}
    value = Label(value=value) if isinstance(value, str) else value
    return Word(slot=slot, value=value, name=f"d{number}", **{"origin": number, **given})


def matrix(*words):
    incident, assessments = weighed(words)
    case = Case(
        documents=tuple(map(document, words)),
        attributions=tuple(a for word in words for a in reading(word).attributions),
        claims=tuple(claim for word in words for claim in reading(word).claims),
        incidents=(incident,),
        assessments=assessments,
    )
    return ach(case, incident)


GAS = told("cause", "gas_explosion", 0)
DEBRIS = told("cause", "drone_debris", 1)


def test_one_cause_alone_competes_with_nothing():
    assert matrix(GAS) is None
    assert matrix(GAS, told("cause", "unknown", 1)) is None


def test_the_cause_with_the_least_evidence_against_it_leads():
    found = matrix(GAS, DEBRIS, told("weapon", "drone", 2))
    assert [each.cause for each in found.hypotheses] == ["drone_debris", "gas_explosion"]
    assert found.hypotheses[0].inconsistency < found.hypotheses[1].inconsistency


def test_more_support_alone_moves_no_cause_ahead():
    lone = matrix(GAS, DEBRIS)
    supported = matrix(GAS, DEBRIS, told("type", "air_defence", 2))
    before = {each.cause: each.inconsistency for each in lone.hypotheses}
    after = {each.cause: each.inconsistency for each in supported.hypotheses}
    assert after["gas_explosion"] == before["gas_explosion"]


def test_expected_evidence_that_nobody_reports_speaks_against():
    assert _absent(matrix(GAS, DEBRIS)) == {"gas explosion", "drone debris"}
    assert _absent(matrix(GAS, DEBRIS, told("type", "air_defence", 2))) == {"gas explosion"}
    assert _absent(matrix(GAS, DEBRIS, told("type", "fire", 2))) == {"drone debris"}


def _absent(found):
    """Return the causes of which nobody reports anything that they lead one to expect."""
    said = [i.because for i in found.items if "Nobody reports" in i.because]
    causes = {each.cause.replace("_", " ") for each in found.hypotheses}
    return {cause for cause in causes if any(f"what {cause} leads" in each for each in said)}


def test_what_is_missing_is_named_and_what_would_tell_the_leading_causes_apart():
    lone = matrix(told("cause", "sabotage", 0), told("cause", "technical_fault", 1))
    missing = {each.cause: each.missing for each in lone.hypotheses}
    assert missing["sabotage"] == ("sabotage", "anybody or anything detained", "criminal case")
    assert "A report of sabotage would speak for sabotage and against technical fault." in (
        lone.wanted
    )
    seen = matrix(
        told("cause", "sabotage", 0),
        told("cause", "technical_fault", 1),
        told("detained", count(2), 2),
    )
    missing = {each.cause: each.missing for each in seen.hypotheses}
    assert missing["sabotage"] == ("sabotage", "criminal case")


def test_what_one_voice_says_counts_against_a_cause_once():
    alone = matrix(GAS, DEBRIS)
    again = matrix(GAS, DEBRIS, told("type", "accident", 2, source="s0", origin=0))
    against = [{e.cause: e.inconsistency for e in found.hypotheses} for found in (alone, again)]
    assert against[1]["drone_debris"] == against[0]["drone_debris"]
    apart = matrix(GAS, DEBRIS, told("type", "accident", 2))
    assert apart.hypotheses[-1].inconsistency > against[0]["drone_debris"]


def test_support_decides_only_between_causes_that_are_contradicted_alike():
    words = told("cause", "sabotage", 0), told("cause", "technical_fault", 1)
    arrests = told("detained", count(2), 2)
    met = told("type", "fire", 3)
    found = matrix(*words, arrests, met, told("measure", "criminal_case", 4))
    assert [each.inconsistency for each in found.hypotheses] == [2.0, 2.0]
    assert found.hypotheses[0].cause == "sabotage"


def test_an_item_that_fits_all_alike_has_no_diagnosticity():
    found = matrix(DEBRIS, told("cause", "drone_strike", 0), told("weapon", "drone", 2))
    (weapon,) = (i for i in found.items if "weapon" in i.because)
    assert set(weapon.fits) == {Fit.CONSISTENT}
    assert weapon.diagnosticity == 0
    assert found.items[-1].diagnosticity == 0


def test_the_item_that_decides_is_named():
    gas = told("cause", "gas_explosion", 0, basis=Basis.FOOTAGE)
    found = matrix(gas, DEBRIS, told("weapon", "drone", 2))
    assert found.hypotheses[0].cause == "drone_debris"
    assert [i.because for i in found.items if i.critical] == [
        "“s1” says “drone debris” (cause).",
        "“s2” says “drone” (weapon).",
    ]


def test_a_denial_contradicts_its_cause_and_bears_on_no_other():
    found = matrix(GAS, DEBRIS, told("cause", "sabotage", 3, stance=Stance.DENIES))
    (denial,) = (i for i in found.items if "denies" in i.because)
    causes = [each.cause for each in found.hypotheses]
    assert denial.fits[causes.index("sabotage")] is Fit.INCONSISTENT
    assert denial.fits.count(Fit.NEUTRAL) == 2


def test_detained_people_of_any_number_fit_sabotage():
    words = told("cause", "sabotage", 0), told("cause", "technical_fault", 1)
    found = matrix(*words, told("detained", count(2), 2))
    (item,) = (i for i in found.items if "detained" in i.because)
    causes = [each.cause for each in found.hypotheses]
    assert item.fits[causes.index("sabotage")] is Fit.CONSISTENT


@pytest.mark.parametrize("copies", [1, 5])
def test_copies_are_no_further_evidence(copies):
    again = [
        msgspec.structs.replace(GAS, name=f"copy {n}", source="relay", minute=50 + n)
        for n in range(copies)
    ]
    assert matrix(GAS, DEBRIS, *again) == matrix(GAS, DEBRIS)


def test_what_may_be_an_echo_counts_for_less():
    doubted = told("weapon", "drone", 2, independence=Independence.NOT_ESTABLISHED)
    (sure,) = (
        i for i in matrix(GAS, DEBRIS, told("weapon", "drone", 2)).items if "weap" in i.because
    )
    (less,) = (i for i in matrix(GAS, DEBRIS, doubted).items if "weap" in i.because)
    assert less.bits < sure.bits


CAUSES = ["gas_explosion", "drone_debris", "sabotage", "weather", "human_error"]


@EXAMPLES
@given(
    st.lists(st.sampled_from(CAUSES), min_size=2, max_size=6),
    st.lists(st.sampled_from(["drone", "missile"]), max_size=3),
    st.randoms(use_true_random=False),
)
def test_the_order_of_reports_does_not_matter_and_sums_hold(causes, weapons, random):
    words = [told("cause", cause, n) for n, cause in enumerate(causes)]
    words += [told("weapon", weapon, 10 + n) for n, weapon in enumerate(weapons)]
    found = matrix(*words)
    random.shuffle(words)
    assert matrix(*words) == found
    if found is not None:
        assert len(found.hypotheses) >= 2
        for column, each in enumerate(found.hypotheses):
            against = [i.bits for i in found.items if i.fits[column] is Fit.INCONSISTENT]
            assert each.inconsistency == pytest.approx(sum(against))
