"""What must hold of every ledger, whatever was said: one function a property.

Each takes the words of a ledger and a source of chance for what it changes in them, and fails
by an assertion. The suite tries each on some ledgers, `python -m tests.weigh` on 100,000.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from itertools import combinations
from random import Random

import msgspec
import pytest

from reportedly.case import as_of, link
from reportedly.link.agreement import replaced, standing
from reportedly.model import (
    Account,
    Assessment,
    Basis,
    Certainty,
    Confidence,
    Credibility,
    Document,
    Independence,
    Reading,
    Reliability,
    Stance,
)
from reportedly.weigh import likelihood
from reportedly.weigh.letter import letter
from reportedly.weigh.tables import weights
from reportedly.weigh.testimony import Testimony, testimonies

from .ledgers import START, Word, document, graded, origins, reading, told, track, weighed

Property = Callable[[list[Word], Random], None]

TERMS = {  # ICD 203 (2015) D.6.e.2.a
    "almost no chance": (0.01, 0.05),
    "very unlikely": (0.05, 0.20),
    "unlikely": (0.20, 0.45),
    "roughly even chance": (0.45, 0.55),
    "likely": (0.55, 0.80),
    "very likely": (0.80, 0.95),
    "almost certain": (0.95, 0.99),
}
AGAINST = {"contradicted", "denied"}
JUDGED = {"credibility", "confidence", "reliability"}
ASSUMED = {"not established", "not established against", "superseded", "ceiling"}


def adm_1_letter_and_digit_are_apart(words: list[Word], chance: Random) -> None:
    """A letter on record moves no digit, probability or confidence; no digit earns a letter."""
    before, after = graded(words), graded(words, [track(chance.choice("ABCDE"))])
    for key, each in after.items():
        assert each.credibility is before[key].credibility
        assert each.bits == pytest.approx(before[key].bits)
        assert each.confidence is before[key].confidence
        assert before[key].reliability is Reliability.F


def adm_2_a_letter_is_of_one_source_and_dated(words: list[Word], chance: Random) -> None:
    """A letter counts from its day on, and the letter of another source changes nothing."""
    since = chance.randint(0, 600)
    mine, others = track(chance.choice("ABCDE"), minute=since), track("E", "Kanal")
    (_, alone), (_, both) = told(words, [mine]), told(words, [mine, others])
    for testimony in _testimonies(words):
        given, _ = letter(testimony, alone)
        if (testimony.relying or testimony.who) != "Kanal":
            assert letter(testimony, both) == letter(testimony, alone)
        if given is not Reliability.F:
            assert (testimony.relying or testimony.who) == "Vesti Yuga"
            published = alone.published(testimony.claim)
            assert published is None or published >= START + timedelta(minutes=since)


def adm_3_a_digit_takes_what_it_stands_for(words: list[Word], chance: Random) -> None:
    """1 takes two independent origins that agree, 5 better evidence against, 6 no basis."""
    found = _by_answer(words)
    for each, favour in found:
        names = {reason.name for reason in each.reasons}
        firm = [one for one in favour if one.firm]
        if each.credibility is Credibility.CONFIRMED:
            assert each.independent >= 2
            assert len({one.origin.id for one in favour if one.independent}) >= 2
        if each.credibility in (Credibility.CONFIRMED, Credibility.PROBABLE):
            assert len({one.voice for one in favour}) >= 2
            assert not names & AGAINST
        if each.credibility is Credibility.IMPROBABLE:
            assert names & {*AGAINST, "superseded"}
        if each.credibility is Credibility.UNKNOWN:
            assert not firm
        if not favour:
            assert each.credibility is Credibility.UNKNOWN


def adm_4_unknown_is_never_a_half(words: list[Word], chance: Random) -> None:
    """Digit 6 has no term of likelihood, and who has no record is F."""
    for each in graded(words).values():
        unknown = each.credibility is Credibility.UNKNOWN
        assert (likelihood(each) is None) is unknown
        assert each.reliability is Reliability.F


def adm_5_every_grade_prints_its_derivation(words: list[Word], chance: Random) -> None:
    """Letter, digit and confidence have one sentence each, which names them, without weight."""
    for each in graded(words, [track(chance.choice("ABCDE"))]).values():
        judged = [reason for reason in each.reasons if reason.name in JUDGED]
        assert sorted(reason.name for reason in judged) == sorted(JUDGED)
        wanted = {
            "credibility": f"Digit {int(each.credibility)}:",
            "confidence": f"Confidence is {each.confidence.value}:",
            "reliability": each.reliability.value,
        }
        for reason in judged:
            assert wanted[reason.name] in reason.because
            assert reason.bits == 0


def adm_6_a_relay_adds_no_letter(words: list[Word], chance: Random) -> None:
    """What a relay passes on from somebody else does not get the relay's letter."""
    relayed = [
        msgspec.structs.replace(word, source="Vesti Yuga", voice=word.voice or "governor")
        for word in words
    ]
    for each in graded(relayed, [track("A")]).values():
        assert each.reliability is Reliability.F


def icd_1_only_the_seven_terms(words: list[Word], chance: Random) -> None:
    """A term is one of seven, fits the probability, and none says 0 or 100 %."""
    for each in graded(words).values():
        assert 0.01 <= each.probability <= 0.99
        term = likelihood(each)
        if term is not None:
            low, high = TERMS[term]
            assert low <= each.probability <= high


def icd_2_likelihood_and_confidence_are_never_in_one_sentence(
    words: list[Word], chance: Random
) -> None:
    """No sentence that is printed speaks of both."""
    likely = re.compile(r"likel|chance|almost certain|probab|bits", re.IGNORECASE)
    for each in graded(words).values():
        for sentence in (*(reason.because for reason in each.reasons), *each.would_change):
            assert not ("onfidence" in sentence and likely.search(sentence)), sentence


def icd_3_confidence_is_of_the_evidence(words: list[Word], chance: Random) -> None:
    """It takes independent origins, and moves with no prior: here -1 bit against none."""
    before = graded(words)
    for each in before.values():
        against = AGAINST & {reason.name for reason in each.reasons}
        if each.confidence is not Confidence.LOW:
            assert each.independent >= 2
        if each.confidence is Confidence.HIGH:
            assert each.independent >= 3
            assert not against
    rare = [msgspec.structs.replace(word, slot="downed") for word in words]
    even = [msgspec.structs.replace(word, slot="counted") for word in words]
    for one, other in zip(graded(rare).values(), graded(even).values(), strict=True):
        assert one.prior_bits < other.prior_bits
        assert one.confidence is other.confidence


def icd_4_report_assumption_and_judgement_differ(words: list[Word], chance: Random) -> None:
    """A reason shows words of a report, or is an assumption, or a judgement of no weight."""
    for each in graded(words).values():
        for reason in each.reasons:
            kinds = [bool(reason.shown), reason.name in ASSUMED, reason.name in JUDGED]
            assert sum(kinds) == 1, reason
            assert (reason.name in JUDGED) <= (reason.bits == 0)


def icd_5_what_would_change_a_judgement_is_listed(words: list[Word], chance: Random) -> None:
    """Each cause of doubt has its sentence, and each origin that decides is named."""
    for each, favour in _by_answer(words):
        listed = " ".join(each.would_change)
        names = {reason.name for reason in each.reasons}
        assert each.would_change or each.confidence is Confidence.HIGH
        assert ("settles the contradiction" in listed) is bool(names & AGAINST)
        assert ("without a hedge" in listed) is any(one.hedged for one in favour)
        assert ("shown to be independent" in listed) is (each.independent < 2)
        decides = [one for one in each.without if one.credibility is not each.credibility]
        assert ("the digit would be" in listed) is bool(decides)


def replay_equals_a_run_on_what_was_known(words: list[Word], chance: Random) -> None:
    """The case as of a minute is the case made of the reports that were out by then."""
    documents = [_report(word, chance) for word in words]
    readings = {word.name: _account(word) for word in words}
    case = link(documents, readings)
    until = START + timedelta(minutes=chance.randint(0, 600))
    known = [each for each in documents if each.published and each.published <= until]
    chance.shuffle(known)
    assert as_of(case, until) == link(known, {each.id: readings[each.id] for each in known})


def conflict_is_symmetric(words: list[Word], chance: Random) -> None:
    """Two answers stand to each other the same both ways round, and as their question says."""
    incident, ledger = told(words)
    for question in incident.questions:
        for one, other in combinations(question.answers, 2):
            found = standing(question.slot, one, other, ledger)
            assert found == standing(question.slot, other, one, ledger)


def a_copy_changes_nothing(words: list[Word], chance: Random) -> None:
    """An exact copy or a forward raises no probability and no independence."""
    copied = chance.choice(words)
    copy = msgspec.structs.replace(
        copied,
        name="e copy",  # copies of an undated report come after it
        source=chance.choice(["Relay", copied.source]),
        minute=None if copied.minute is None else copied.minute + chance.randint(1, 900),
    )
    before, after = graded(words), graded([*words, copy])
    assert _weights(after) == _weights(before)


def an_independent_agreeing_report_never_lowers(words: list[Word], chance: Random) -> None:
    """One more origin that agrees raises a probability or leaves it."""
    chosen = chance.choice(words)
    agreeing = Word(
        slot=chosen.slot,
        value=chosen.value,
        stance=chosen.stance,
        certainty=chance.choice(list(Certainty)),
        basis=chance.choice(list(Basis)),
        voice="a further voice",
        source="a further source",
        minute=chance.randint(0, 900),
        origin=99,
        name="agreeing",
    )
    before, after = graded(words), graded([*words, agreeing])
    denied = chosen.stance is Stance.DENIES and chosen.slot != "position"
    key = (chosen.slot, denied, msgspec.json.encode(chosen.value).decode())
    if key in before:  # else it joined a more exact answer
        assert after[key].bits >= before[key].bits - 1e-9
        assert after[key].independent >= before[key].independent


def order_does_not_matter(words: list[Word], chance: Random) -> None:
    """Reports may arrive in any order."""
    shuffled = list(words)
    chance.shuffle(shuffled)
    assert weighed(shuffled) == weighed(words)


def removal_takes_the_reasons_that_show_it(words: list[Word], chance: Random) -> None:
    """Without a report exactly the reasons are gone that show it."""
    gone = chance.choice(words)
    alone = sum(word.origin == gone.origin for word in words) == 1
    rest = [word for word in words if word is not gone]
    if not (alone and rest and _same_rivals(words, rest, gone.slot)):
        return  # an answer went with it, and others may have joined or come apart
    before = graded(words)
    for key, left in graded(rest).items():
        kept = [
            reason
            for reason in before[key].reasons
            if reason.shown and all(span.doc != gone.name for span in reason.shown)
        ]
        assert sorted(kept, key=repr) == sorted((r for r in left.reasons if r.shown), key=repr)


def reasons_sum_to_the_score(words: list[Word], chance: Random) -> None:
    """The prior and the bits that are printed make the probability."""
    for each in graded(words).values():
        total = each.prior_bits + sum(reason.bits for reason in each.reasons)
        assert each.bits == pytest.approx(total)
        assert abs(each.bits) <= weights().ceiling + 1e-9
        assert all(round(reason.bits, 2) == reason.bits for reason in each.reasons)


def leaving_one_out_is_the_case_without_it(words: list[Word], chance: Random) -> None:
    """What is told of an origin left out is what the case would be without it."""
    if any(word.independence is Independence.NOT_ESTABLISHED for word in words):
        return
    behind = {origin.id: origin.reports for origin in origins(words)}
    for key, each in graded(words).items():
        for left in each.without:
            rest = [word for word in words if word.name not in behind[left.origin]]
            again = graded(rest).get(key) if rest else None
            if again is not None and _same_rivals(words, rest, key[0]):
                assert again.bits == pytest.approx(left.bits)
                assert again.credibility is left.credibility


PROPERTIES: tuple[Property, ...] = (
    adm_1_letter_and_digit_are_apart,
    adm_2_a_letter_is_of_one_source_and_dated,
    adm_3_a_digit_takes_what_it_stands_for,
    adm_4_unknown_is_never_a_half,
    adm_5_every_grade_prints_its_derivation,
    adm_6_a_relay_adds_no_letter,
    icd_1_only_the_seven_terms,
    icd_2_likelihood_and_confidence_are_never_in_one_sentence,
    icd_3_confidence_is_of_the_evidence,
    icd_4_report_assumption_and_judgement_differ,
    icd_5_what_would_change_a_judgement_is_listed,
    replay_equals_a_run_on_what_was_known,
    conflict_is_symmetric,
    a_copy_changes_nothing,
    an_independent_agreeing_report_never_lowers,
    order_does_not_matter,
    removal_takes_the_reasons_that_show_it,
    reasons_sum_to_the_score,
    leaving_one_out_is_the_case_without_it,
)


def _weights(found: dict[tuple[str, bool, str], Assessment]) -> dict[object, tuple[float, int]]:
    return {key: (each.probability, each.independent) for key, each in found.items()}


def _by_answer(words: list[Word]) -> list[tuple[Assessment, list[Testimony]]]:
    """Return each assessment with the testimonies for its answer."""
    incident, ledger = told(words)
    answers = {(q.slot, n): a for q in incident.questions for n, a in enumerate(q.answers)}
    _, found = weighed(words)
    return [(e, testimonies(incident, answers[e.slot, e.answer], ledger)) for e in found]


def _testimonies(words: list[Word]) -> list[Testimony]:
    return [testimony for _, favour in _by_answer(words) for testimony in favour]


def _same_rivals(words: list[Word], rest: list[Word], slot: str) -> bool:
    """Tell whether the answers are the same in both, and none takes another's place."""
    kept = []
    for some in (words, rest):
        incident, ledger = told(some)
        if any(replaced(each.slot, each.answers, ledger) for each in incident.questions):
            return False
        kept.append({key for key in graded(some) if key[0] == slot})
    return kept[0] == kept[1]


_TEXTS = (
    "A tank burns at the depot by the river, people heard two bangs before it.",
    "People heard two bangs, and then a tank was burning at the depot by the river.",
    "Nothing is known yet of what happened in the night, the office said.",
)


def _report(word: Word, chance: Random) -> Document:
    return msgspec.structs.replace(document(word), text=chance.choice(_TEXTS), lang="en")


def _account(word: Word) -> Reading:
    """Return the reading of a word with the account that makes an incident of it."""
    read = reading(word)
    (claim,) = read.claims
    account = Account(
        id=f"account {word.name}",
        doc=word.name,
        type="explosion",
        place=None,
        when=None,
        spans=claim.spans,
        claims=(claim.id,),
        headline=True,
    )
    return msgspec.structs.replace(read, accounts=(account,))
