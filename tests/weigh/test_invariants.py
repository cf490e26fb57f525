"""What must hold of every ledger, whatever was said."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Basis, Certainty, Credibility, Independence, Stance
from reportedly.weigh.tables import weights

from .ledgers import Word, graded, ledgers, origins, track, weighed

EXAMPLES = settings(max_examples=150, deadline=None)


def odds(words: list[Word]) -> dict[tuple[str, bool, str], tuple[float, int]]:
    return {key: (each.probability, each.independent) for key, each in graded(words).items()}


@EXAMPLES
@given(ledgers(), st.data())
def test_a_copy_or_forward_changes_no_probability_and_no_independence(words, data):
    copied = data.draw(st.sampled_from(words))
    copy = msgspec.structs.replace(
        copied,
        name="copy",
        source=data.draw(st.sampled_from(["Relay", copied.source])),
        minute=copied.minute + data.draw(st.integers(1, 900)),
    )
    assert odds([*words, copy]) == odds(words)


@EXAMPLES
@given(ledgers(), st.data())
def test_an_independent_agreeing_report_never_lowers_a_probability(words, data):
    chosen = data.draw(st.sampled_from(words))
    agreeing = Word(
        slot=chosen.slot,
        value=chosen.value,
        stance=chosen.stance,
        certainty=data.draw(st.sampled_from(list(Certainty))),
        basis=data.draw(st.sampled_from(list(Basis))),
        voice="a further voice",
        source="a further source",
        minute=data.draw(st.integers(0, 900)),
        origin=99,
        name="agreeing",
    )
    before, after = graded(words), graded([*words, agreeing])
    said = (chosen.slot, chosen.stance is Stance.DENIES)
    value = msgspec.json.encode(chosen.value).decode()
    key = (*said, value)
    if key in before:  # else it joined a more exact answer
        assert after[key].bits >= before[key].bits - 1e-9
        assert after[key].independent >= before[key].independent


@EXAMPLES
@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(words, random):
    shuffled = list(words)
    random.shuffle(shuffled)
    assert weighed(shuffled) == weighed(words)


@EXAMPLES
@given(ledgers(), st.data())
def test_removing_a_report_removes_exactly_the_reasons_that_show_it(words, data):
    gone = data.draw(st.sampled_from(words))
    alone = sum(word.origin == gone.origin for word in words) == 1
    if not alone or len(words) == 1:
        return
    rest = [word for word in words if word is not gone]
    if not _same_rivals(words, rest, gone.slot):
        return  # an answer went with it, and others may have joined or come apart
    before = graded(words)
    for key, left in graded(rest).items():
        kept = [
            reason
            for reason in before[key].reasons
            if reason.shown and all(span.doc != gone.name for span in reason.shown)
        ]
        assert sorted(kept, key=repr) == sorted((r for r in left.reasons if r.shown), key=repr)


@EXAMPLES
@given(ledgers())
def test_digit_one_takes_two_independent_origins_and_no_contradiction(words):
    for each in graded(words).values():
        if each.credibility is Credibility.CONFIRMED:
            assert each.independent >= 2
            assert not any(r.name in ("contradicted", "denied") for r in each.reasons)


@EXAMPLES
@given(ledgers(), st.sampled_from("ABCDE"))
def test_a_letter_never_moves_a_digit_or_a_probability(words, letter):
    before, after = graded(words), graded(words, [track(letter)])
    for key, each in after.items():
        assert each.credibility is before[key].credibility
        assert each.bits == pytest.approx(before[key].bits)
        assert each.confidence is before[key].confidence


@EXAMPLES
@given(ledgers())
def test_probabilities_are_odds_that_sum_from_their_reasons(words):
    for each in graded(words).values():
        assert 0 < each.probability < 1
        assert each.bits == pytest.approx(
            each.prior_bits + sum(reason.bits for reason in each.reasons)
        )
        assert abs(each.bits) <= weights().ceiling + 1e-9
        assert all(round(reason.bits, 2) == reason.bits for reason in each.reasons)


@EXAMPLES
@given(ledgers())
def test_leaving_an_origin_out_is_what_the_case_would_be_without_it(words):
    if any(word.independence is Independence.NOT_ESTABLISHED for word in words):
        return
    behind = {origin.id: origin.reports for origin in origins(words)}
    for key, each in graded(words).items():
        for left in each.without:
            rest = [word for word in words if word.name not in behind[left.origin]]
            if not rest:
                continue
            again = graded(rest).get(key)
            if again is not None and _same_rivals(words, rest, key[0]):
                assert again.bits == pytest.approx(left.bits)
                assert again.credibility is left.credibility


def _same_rivals(words, rest, slot):
    """Tell whether the answers are the same in both, and none replaces another."""
    kept = []
    for some in (words, rest):
        graded_some = graded(some)
        if any(r.name == "superseded" for each in graded_some.values() for r in each.reasons):
            return False
        kept.append({key for key in graded_some if key[0] == slot})
    return kept[0] == kept[1]
