"""Every answer to a question side by side, with who stands behind it."""

from datetime import UTC, datetime, timedelta

from reportedly.link.agreement import Ledger, questions
from reportedly.model import (
    Attribution,
    Basis,
    Claim,
    Count,
    Document,
    Independence,
    Label,
    Origin,
    Reading,
    Span,
    Stance,
    Voice,
)

EVENING = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
TEXT = "Here is a sentence about it."


def exactly(number):
    return Count(low=number, best=number, high=number)


def told_of(readings, doc):
    return readings.get(doc, Reading())


def asked(*told, slot="injured", one_origin=()):
    """Return the question on `slot`; told: document, minute, voice, value, perhaps stance."""
    documents, readings = {}, {}
    for doc, minute, voice, value, *stance in told:
        span = Span(doc=doc, start=0, end=4)
        documents[doc] = Document(
            id=doc,
            key=doc,
            source=f"source of {doc[0]}",
            lang="en",
            text=TEXT,
            published=EVENING + timedelta(minutes=minute),
            original="0" * 64,
            place="",
            read_by="test 1",
        )
        said = Attribution(
            id=f"said {doc}",
            doc=doc,
            source=(),
            cue=(),
            content=(span,),
            chain=(Voice(name=voice or "nobody", basis=Basis.OFFICIAL),),
            stance=Stance.ASSERTS,
            basis=Basis.OFFICIAL,
        )
        claim = Claim(
            id=f"claim {doc} {len(told_of(readings, doc).claims)}",
            doc=doc,
            slot=slot,
            value=value,
            spans=(span,),
            attribution=said.id if voice else None,
            stance=stance[0] if stance else Stance.ASSERTS,
        )
        readings[doc] = Reading(
            attributions=(said,) if voice else (),
            claims=(*told_of(readings, doc).claims, claim),
        )
    ledger = Ledger.of(documents.values(), readings)
    groups = [one_origin] if one_origin else []
    groups += [(doc,) for doc in documents if doc not in one_origin]
    origins = [
        Origin(
            id=f"origin of {group[0]}",
            first=group[0],
            voice=None,
            basis=Basis.UNSTATED,
            reports=tuple(group),
            independence=Independence.INDEPENDENT,
            because="made for the test",
        )
        for group in groups
    ]
    found = questions(ledger.claims.values(), origins, ledger)
    return found[0] if found else None


def test_a_denial_of_casualties_against_three_injured_is_a_conflict_with_its_reason():
    question = asked(("a", 0, None, exactly(0)), ("b", 5, None, exactly(3)))
    assert question.conflict
    assert "“0”" in question.because
    assert "“3”" in question.because


def test_a_wider_count_joins_the_exact_one_it_fits():
    question = asked(
        ("a", 0, None, Count(low=2, best=2, high=None)), ("b", 5, None, exactly(3))
    )
    (answer,) = question.answers
    assert answer.value == exactly(3)
    assert answer.origins == ("origin of a", "origin of b")
    assert not question.conflict


def test_a_wider_count_that_fits_two_answers_stays_on_its_own():
    wide = Count(low=2, best=2, high=None)
    question = asked(
        ("a", 0, None, wide), ("b", 5, None, exactly(3)), ("c", 6, None, exactly(7))
    )
    assert len(question.answers) == 3
    assert question.conflict


def test_the_same_voice_correcting_itself_is_no_conflict_and_both_figures_are_kept():
    question = asked(("a1", 0, "the mayor", exactly(5)), ("b", 40, "the mayor", exactly(3)))
    assert not question.conflict
    assert {answer.value for answer in question.answers} == {exactly(5), exactly(3)}
    assert "since given" in question.because


def test_a_late_relay_of_the_corrected_figure_does_not_reopen_it():
    question = asked(
        ("a1", 0, None, exactly(5)),
        ("z", 90, None, exactly(5)),
        ("a2", 40, None, exactly(3)),
        one_origin=("a1", "z"),
    )
    assert not question.conflict


def test_an_office_may_let_a_toll_rise_but_not_fall():
    rose = asked(("a", 0, "the mayor", exactly(2)), ("b", 40, "the governor", exactly(3)))
    fell = asked(("a", 0, "the mayor", exactly(3)), ("b", 40, "the governor", exactly(2)))
    assert not rose.conflict
    assert fell.conflict


def test_who_denies_what_another_says_is_in_conflict_with_them():
    sabotage = Label(value="sabotage")
    question = asked(
        ("a", 0, None, sabotage), ("b", 9, None, sabotage, Stance.DENIES), slot="cause"
    )
    assert question.conflict
    assert [answer.denied for answer in question.answers] == [False, True]


def test_denying_one_cause_while_naming_another_is_no_conflict():
    question = asked(
        ("a", 0, None, Label(value="technical_fault")),
        ("b", 9, None, Label(value="sabotage"), Stance.DENIES),
        slot="cause",
    )
    assert not question.conflict


def test_who_asks_or_declines_gives_no_answer():
    assert asked(("a", 0, None, exactly(5), Stance.ASKS)) is None
    assert asked(("a", 0, None, exactly(5), Stance.DECLINES)) is None


def test_an_office_that_gives_the_new_figure_beside_the_old_one_replaces_it():
    question = asked(
        ("a", 0, None, exactly(1)),
        ("b", 40, "the governor", exactly(1)),
        ("b", 40, "the governor", exactly(3)),
    )
    assert not question.conflict
    assert "in the same report" in question.because


def test_a_figure_its_own_voice_has_replaced_is_in_no_conflict_with_third_ones():
    question = asked(
        ("a", 0, "the mayor", exactly(5)),
        ("b", 40, "the mayor", exactly(3)),
        ("c", 20, "the clinic", Count(low=2, best=2, high=3)),
    )
    assert not question.conflict
