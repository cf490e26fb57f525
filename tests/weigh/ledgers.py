"""Small ledgers made by hand or by chance: who says what, through which origin."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from random import Random

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
    Place,
    Reading,
    Reliability,
    Source,
    SourceKind,
    Span,
    Stance,
    Track,
    Value,
    Voice,
    When,
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
    minute: int | None = 0  # None: the report bears no date
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
        published=None if word.minute is None else START + timedelta(minutes=word.minute),
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


def by_time(word: Word) -> tuple[bool, int, str]:
    """Order words as reports are ordered: undated ones last."""
    return word.minute is None, word.minute or 0, word.name


def origins(words: Sequence[Word]) -> tuple[Origin, ...]:
    found = []
    for number in sorted({word.origin for word in words}):
        mine = sorted((word for word in words if word.origin == number), key=by_time)
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
    """Return the incident that the words tell of and how its answers are graded."""
    return _weighed(tuple(words), tuple(sources))


@lru_cache(maxsize=16)  # many properties ask for the same ledger
def _weighed(
    words: Sequence[Word], sources: Sequence[Source]
) -> tuple[Incident, tuple[Assessment, ...]]:
    incident, ledger = told(words)
    readings = {word.name: reading(word) for word in words}
    documents = tuple(ledger.documents.values())
    return incident, assess((incident,), readings, documents, (), sources)


def told(words: Sequence[Word], sources: Sequence[Source] = ()) -> tuple[Incident, Ledger]:
    """Return the incident that the words tell of, and who says what as seen from it."""
    readings = {word.name: reading(word) for word in words}
    ledger = Ledger.of([document(word) for word in words], readings, sources)
    behind = origins(words)
    incident = Incident(
        id="incident",
        type="explosion",
        place=None,
        when=None,
        accounts=(),
        reports=tuple(word.name for word in sorted(words, key=by_time)),
        origins=behind,
        questions=questions(ledger.claims.values(), behind, ledger),
        because="made for the test",
    )
    return incident, ledger.within(behind)


def track(letter: str, name: str = "Vesti Yuga", minute: int = -9 * 24 * 60) -> Source:
    """Return a source, that of every word by default, with a letter on record since then."""
    return Source(
        id=name,
        kind=SourceKind.OUTLET,
        names=(name,),
        track=(
            Track(
                since=START + timedelta(minutes=minute),
                letter=Reliability(letter),
                because="ten of ten held",
            ),
        ),
    )


TOWN = Place(
    name="Town",
    kind="settlement",
    lat=45.0,
    lon=39.0,
    radius_km=5.0,
    country="RU",
    gazetteer="1",
)
FAR = msgspec.structs.replace(TOWN, name="Far", lat=47.2, lon=39.7, gazetteer="2")
LAND = msgspec.structs.replace(
    TOWN, name="Land", kind="country", radius_km=3000, gazetteer="RU"
)

_COUNTS = (count(0), count(2), count(3), count(3, None), count(1, 4), count(9), count(40))
_VALUES: dict[str, Sequence[Value]] = {
    "killed": _COUNTS,
    "injured": _COUNTS,
    "downed": (*_COUNTS, msgspec.structs.replace(count(9), scope="six regions")),
    "cause": tuple(
        Label(value=each)
        for each in ("air_defence", "drone_debris", "weather", "sabotage", "unknown")
    ),
    "type": tuple(
        Label(value=e) for e in ("fire", "drone_attack", "accident", "sabotage", "other")
    ),
    "position": tuple(Label(value=each) for each in ("confirmed", "denied", "silent")),
    "place": (TOWN, FAR, LAND),
    "time": tuple(
        When(earliest=START + timedelta(hours=first), latest=START + timedelta(hours=last))
        for first, last in ((0, 1), (0, 8), (5, 6))
    ),
}
_STANCES = (*[Stance.ASSERTS] * 5, Stance.HEDGES, Stance.DENIES, Stance.DENIES, Stance.DECLINES)


def drawn(chance: Random) -> list[Word]:
    """Draw one to seven words; those of one origin agree on how it stands to the others."""
    slots = chance.sample(sorted(_VALUES), 2)  # few enough for words to meet
    kinds = [chance.choice(list(Independence)) for _ in range(7)]
    words = []
    for number in range(chance.randint(1, 7)):
        slot = chance.choice(slots)
        origin = chance.randint(0, number)
        words.append(
            Word(
                slot=slot,
                value=chance.choice(_VALUES[slot]),
                stance=chance.choice(_STANCES),
                certainty=chance.choice(list(Certainty)),
                basis=chance.choice(list(Basis)),
                voice=chance.choice([None, None, "governor", "ministry", "Kanal", "a source"]),
                source=chance.choice(["Vesti Yuga", "Kanal", "Agency"]),
                minute=chance.choice([None, *[chance.randint(0, 600)] * 9]),
                origin=origin,
                independence=kinds[origin],
                name=f"d{number}",
            )
        )
    return words


def ledgers() -> st.SearchStrategy[list[Word]]:
    """Return the strategy of such ledgers."""
    return st.builds(drawn, st.randoms(use_true_random=False))
