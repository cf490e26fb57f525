"""Small ledgers made by hand or by chance: who says what, through which origin."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec
from hypothesis import strategies as st

from reportedly.link.agreement import Ledger, questions
from reportedly.model import (
    Assessment,
    Attribution,
    Basis,
    Certainty,
    Claim,
    Count,
    Document,
    Incident,
    Independence,
    Label,
    Origin,
    Reading,
    Reliability,
    Source,
    SourceKind,
    Span,
    Stance,
    Track,
    Value,
    Voice,
)
from reportedly.weigh import assess

START = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
TEXT = "Something was said here, and more was said after it."


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """One report of one origin with one answer."""

    slot: str = "injured"
    value: Value = Count(low=3, best=3, high=3)
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.CERTAIN
    basis: Basis = Basis.OFFICIAL
    voice: str | None = None
    source: str = "Vesti Yuga"
    minute: int = 0
    origin: int = 0  # words with one number go back to one origin
    independence: Independence = Independence.INDEPENDENT
    name: str = "d0"  # of the document


def count(number: int, high: int | None = -1) -> Count:
    """Return an exact count, or a range with `high`."""
    return Count(low=number, best=number, high=number if high == -1 else high)


def document(word: Word) -> Document:
    return Document(
        id=word.name,
        key=word.name,
        source=word.source,
        lang="ru",
        text=TEXT,
        published=START + timedelta(minutes=word.minute),
        original="0" * 64,
        place="",
        read_by="test 1",
    )


def reading(word: Word) -> Reading:
    span = Span(doc=word.name, start=0, end=9)
    said = Attribution(
        id=f"said {word.name}",
        doc=word.name,
        source=(),
        cue=(),
        content=(span,),
        chain=(
            Voice(
                name=word.voice or word.source,
                basis=word.basis,
                spans=(span,) if word.voice else (),  # who publishes is not named
            ),
        ),
        stance=word.stance,
        basis=word.basis,
        certainty=word.certainty,
    )
    claim = Claim(
        id=f"claim {word.name}",
        doc=word.name,
        slot=word.slot,
        value=word.value,
        spans=(span,),
        attribution=said.id,
        stance=word.stance,
        certainty=word.certainty,
    )
    return Reading(attributions=(said,), claims=(claim,))


def origins(words: Sequence[Word]) -> tuple[Origin, ...]:
    found = []
    for number in sorted({word.origin for word in words}):
        mine = sorted(
            (w for w in words if w.origin == number), key=lambda w: (w.minute, w.name)
        )
        first = mine[0]
        found.append(
            Origin(
                id=f"origin {number}",
                first=first.name,
                voice=first.voice,
                basis=first.basis,
                reports=tuple(word.name for word in mine),
                independence=first.independence,
                because="made for the test",
            )
        )
    return tuple(found)


def graded(
    words: Sequence[Word], sources: Sequence[Source] = ()
) -> dict[tuple[str, bool, str], Assessment]:
    """Return the assessments by slot, denied and value, and check that they fit together."""
    incident, found = weighed(words, sources)
    out = {}
    for each in found:
        question = next(q for q in incident.questions if q.slot == each.slot)
        answer = question.answers[each.answer]
        out[each.slot, answer.denied, msgspec.json.encode(answer.value).decode()] = each
    return out


def weighed(
    words: Sequence[Word], sources: Sequence[Source] = ()
) -> tuple[Incident, tuple[Assessment, ...]]:
    documents = [document(word) for word in words]
    readings = {word.name: reading(word) for word in words}
    ledger = Ledger.of(documents, readings)
    behind = origins(words)
    incident = Incident(
        id="incident",
        type="explosion",
        place=None,
        when=None,
        accounts=(),
        reports=tuple(word.name for word in sorted(words, key=lambda w: (w.minute, w.name))),
        origins=behind,
        questions=questions(ledger.claims.values(), behind, ledger),
        because="made for the test",
    )
    return incident, assess((incident,), readings, documents, (), sources)


def track(letter: str) -> Source:
    """Return the source of every word's default publisher with a letter on record."""
    return Source(
        id="s",
        kind=SourceKind.OUTLET,
        names=("Vesti Yuga",),
        track=(
            Track(
                since=START - timedelta(days=9),
                letter=Reliability(letter),
                because="ten of ten held",
            ),
        ),
    )


_VALUES = st.one_of(
    st.tuples(
        st.sampled_from(["killed", "injured", "downed"]),
        st.sampled_from([count(0), count(2), count(3), count(3, None), count(1, 4), count(9)]),
    ),
    st.tuples(
        st.just("cause"),
        st.sampled_from([Label(value=v) for v in ("air_defence", "drone_debris", "weather")]),
    ),
)


@st.composite
def ledgers(draw: st.DrawFn) -> list[Word]:
    """Draw one to seven words; those of one origin agree on how it stands to the others."""
    size = draw(st.integers(1, 7))
    kinds = draw(st.lists(st.sampled_from(list(Independence)), min_size=8, max_size=8))
    words = []
    for number in range(size):
        slot, value = draw(_VALUES)
        origin = draw(st.integers(0, number))
        words.append(
            Word(
                slot=slot,
                value=value,
                stance=draw(
                    st.sampled_from(
                        [Stance.ASSERTS, Stance.ASSERTS, Stance.HEDGES, Stance.DENIES]
                    )
                ),
                certainty=draw(st.sampled_from(list(Certainty))),
                basis=draw(st.sampled_from(list(Basis))),
                voice=draw(st.sampled_from([None, "governor", "ministry"])),
                source=draw(st.sampled_from(["Vesti Yuga", "Kanal", "Agency"])),
                minute=draw(st.integers(0, 600)),
                origin=origin,
                independence=kinds[origin],
                name=f"d{number}",
            )
        )
    return words
