"""How answers came about: who told what first, who changed it, when it was contested."""

from datetime import UTC, datetime, timedelta

import pytest

from reportedly.link.agreement import Ledger, Standing, course, questions, relations
from reportedly.model import (
    Attribution,
    Basis,
    Claim,
    Count,
    Document,
    Independence,
    Label,
    Origin,
    Question,
    Reading,
    Span,
    Stance,
    Voice,
)

EVENING = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)


def said(minute, voice, value, *, stance=Stance.ASSERTS, origin=None):
    """Make one report: when, whose word, which value; `origin` is a number where it relays."""
    made = Count(low=value, best=value, high=value) if isinstance(value, int) else value
    made = Label(value=made) if isinstance(made, str) else made
    office = voice in ("mayor", "ministry", "police", "governor")
    return minute, voice, made, stance, origin, Basis.OFFICIAL if office else Basis.NAMED


def asked(*told, slot="injured") -> tuple[Question, Ledger]:
    """Return the question that reports answer, and the ledger seen from their incident."""
    documents, readings, groups = [], {}, {}
    for number, (minute, voice, value, stance, origin, basis) in enumerate(told):
        doc = f"d{number}"
        published = None if minute is None else EVENING + timedelta(minutes=minute)
        documents.append(
            Document(
                id=doc, key=doc, source=f"outlet {number}", lang="en", text="It was said here.",
                published=published, original="0" * 64, place="", read_by="test 1",
            )
        )  # fmt: skip
        span = Span(doc=doc, start=0, end=6)
        by = Attribution(
            id=f"a{number}", doc=doc, source=(), cue=(), content=(span,), basis=basis,
            chain=(Voice(name=voice, basis=basis, spans=(span,)),), stance=stance,
        )  # fmt: skip
        claim = Claim(
            id=f"c{number}", doc=doc, slot=slot, value=value, spans=(span,),
            attribution=by.id, stance=stance,
        )  # fmt: skip
        readings[doc] = Reading(attributions=(by,), claims=(claim,))
        groups.setdefault(number if origin is None else origin, []).append(doc)
    behind = [
        Origin(
            id=f"o{number}", first=docs[0], voice=told[number][1], basis=told[number][5],
            reports=tuple(docs), independence=Independence.INDEPENDENT, because="made for it",
        )
        for number, docs in groups.items()
    ]  # fmt: skip
    ledger = Ledger.of(documents, readings)
    (question,) = questions(ledger.claims.values(), behind, ledger)
    return question, ledger.within(behind)


def minutes(turn) -> int | None:
    return None if turn is None else int((turn.at - EVENING) / timedelta(minutes=1))


NONE = [said(0, "mayor", 3), said(5, "doctor", 3)]
STANDS = [said(0, "mayor", 0), said(30, "doctor", 3)]
CORRECTED = [said(0, "mayor", 2), said(40, "mayor", 5)]
SETTLED = [said(0, "mayor", 2), said(10, "doctor", 5), said(60, "mayor", 5)]
ROSE = [said(0, "mayor", 2), said(50, "ministry", 7)]
DENIED = [said(0, "locals", 2), said(20, "police", 2, stance=Stance.DENIES)]
RELAYED = [said(0, "mayor", 0), said(5, "mayor", 0, origin=0), said(30, "doctor", 3)]


@pytest.mark.parametrize(
    ("told", "times", "began", "ended"),
    [
        (NONE, [0, 5], None, None),
        (STANDS, [0, 30], 30, None),
        (CORRECTED, [0, 40], None, None),
        (SETTLED, [0, 10, 60], 10, 60),
        (ROSE, [0, 50], None, None),
        (DENIED, [0, 20], 20, None),
        (RELAYED, [0, 30], 30, None),
    ],
)
def test_when_a_conflict_began_and_ended(told, times, began, ended):
    found = course(*asked(*told))
    assert [minutes(turn) for turn in found.turns] == times
    assert minutes(found.began) == began
    assert minutes(found.ended) == ended


def test_who_changed_their_word_is_told():
    question, ledger = asked(*SETTLED)
    found = course(question, ledger)
    first, second, third = found.turns
    assert (first.who, second.who, third.who) == ("mayor", "doctor", "mayor")
    assert first.left is second.left is None
    assert third.left == first.answer
    assert third.answer == second.answer
    assert [turn.contested for turn in found.turns] == [False, True, False]
    assert "from “mayor” on, 2026-03-01 19:00 UTC, no longer" in found.because


def test_a_conflict_that_stands_is_said_to_stand():
    found = course(*asked(*STANDS))
    assert found.because == (
        "“0” was first told by “mayor”, 2026-03-01 18:00 UTC. From “doctor” on, 2026-03-01 "
        "18:30 UTC, accounts contradict each other; they still do."
    )


def test_what_can_hold_together_is_no_change_of_word():
    told = said(0, "mayor", "drone"), said(9, "mayor", "missile")
    found = course(*asked(*told, slot="weapon"))
    assert [turn.left for turn in found.turns] == [None, None]
    assert found.began is None
    assert found.because.endswith("Nothing told since contradicts it.")


def test_an_undated_report_comes_last():
    found = course(*asked(said(None, "doctor", 9), said(0, "mayor", 2)))
    assert [turn.who for turn in found.turns] == ["mayor", "doctor"]
    assert found.turns[-1].at is None
    assert found.began == found.turns[-1]
    assert "at a time not given" in found.because


def test_the_order_of_arrival_changes_nothing():
    told = [*SETTLED, said(90, "ministry", 7)]
    one, other = course(*asked(*told)), course(*asked(*reversed(told)))
    assert [(t.at, t.who, t.contested) for t in one.turns] == [
        (t.at, t.who, t.contested) for t in other.turns
    ]
    assert one.because == other.because


def test_many_turns_are_counted_not_listed():
    found = course(*asked(*(said(n, f"voice {n}", n) for n in range(50))))
    assert len(found.turns) == 40
    assert found.unlisted == 10


@pytest.mark.parametrize(
    ("told", "slot", "standing"),
    [
        (STANDS, "injured", Standing.CONTRADICTS),
        (CORRECTED, "injured", Standing.SUPERSEDED),
        ([said(0, "a", "sabotage"), said(1, "b", "weather")], "cause", Standing.CONTRADICTS),
        ([said(0, "a", "drone"), said(1, "b", "missile")], "weapon", Standing.SEPARATE),
        (
            [said(0, "a", 7), said(1, "b", Count(low=29, best=29, high=29, scope="6 regions"))],
            "downed",
            Standing.PART,
        ),
    ],
)
def test_how_two_answers_stand(told, slot, standing):
    (pair,) = relations(*asked(*told, slot=slot))
    assert pair.standing is standing
    assert pair.because


def test_a_part_of_a_total_is_no_conflict_and_is_said_to_be_one():
    whole = Count(low=29, best=29, high=29, scope="in all")
    question, _ = asked(said(0, "governor", 7), said(1, "ministry", whole), slot="downed")
    assert not question.conflict
    assert len(question.answers) == 2
    assert question.because.endswith("one is a part of the total that the other gives.")
