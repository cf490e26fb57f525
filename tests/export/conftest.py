"""A small case with everything in it, made by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from reportedly.model import (
    Account,
    Answer,
    Assessment,
    Attribution,
    Basis,
    Case,
    Claim,
    Confidence,
    Count,
    Credibility,
    Derivation,
    Document,
    How,
    Incident,
    Independence,
    Label,
    Origin,
    Original,
    Place,
    Question,
    Reason,
    Refusal,
    Reliability,
    Source,
    SourceKind,
    Span,
    Stance,
    Value,
    Voice,
    When,
)

NIGHT = datetime(2031, 3, 4, 22, 15, tzinfo=UTC)
TEXT = (
    "=Пожежа в порту: троє поранених, сказав мер.\n\"Хто винен?\" <script>alert('1')</script>"
)
PORT = Place(
    name="Порт", kind="facility", lat=46.123456789, lon=30.5, radius_km=1.5, country="UA"
)
REGION = Place(name="Край", kind="region", lat=45.0, lon=39.0, radius_km=180.0, country="RU")


def span(words: str, doc: str = "d1") -> Span:
    return Span(doc, TEXT.index(words), TEXT.index(words) + len(words))


def claim(name: str, slot: str, value: Value, *words: str) -> Claim:
    return Claim(
        id=name,
        doc="d1",
        slot=slot,
        value=value,
        spans=tuple(span(word) for word in words),
        attribution="a1",
    )


def documents() -> tuple[Document, ...]:
    return tuple(
        Document(
            id=f"d{n}",
            key=f"port/{n}",
            source=source,
            lang="uk",
            text=TEXT,
            published=NIGHT + timedelta(minutes=n) if n else None,
            original="ab" * 32,
            place=f"messages[{n}]",
            read_by="test 1",
        )
        for n, source in enumerate(["@cmd", "Port, channel"])
    )


def incident(name: str, place: Place | None, answers: tuple[Answer, ...] = ()) -> Incident:
    return Incident(
        id=name,
        type="fire",
        place=place,
        when=When(earliest=NIGHT, latest=NIGHT + timedelta(hours=2)) if place else None,
        accounts=("t1",) if answers else (),
        reports=("d1",),
        origins=(
            Origin(
                id="o1",
                first="d1",
                voice="мер",
                basis=Basis.OFFICIAL,
                reports=("d1",),
                independence=Independence.NOT_ESTABLISHED,
                because="it is alone",
            ),
        ),
        questions=(Question(slot="injured", answers=answers, conflict=False, because="one"),),
        because="one account",
    )


@pytest.fixture
def case() -> Case:
    injured = claim("c2", "injured", Count(low=3, best=3, high=None), "троє")
    claims = (
        claim("c1", "type", Label(value="fire"), "Пожежа"),
        injured,
        claim("c3", "place", PORT, "порту"),
        claim("c4", "time", When(earliest=NIGHT, latest=NIGHT), "Пожежа", "порту"),
        claim("c6", "place", REGION, "порту"),
        claim("c5", "cause", Label(value="=cmd|' /C calc'!A0"), "=Пожежа"),
    )
    answer = Answer(
        value=injured.value, denied=False, claims=("c2",), origins=("o1",), reports=("d1",)
    )
    voice = Voice(name="мер", basis=Basis.OFFICIAL, spans=(span("мер"),))
    return Case(
        originals=(
            Original(
                sha256="ab" * 32,
                size=12,
                media_type="application/json",
                name="result.json",
                received=NIGHT,
                collector="test",
            ),
        ),
        sources=(Source(id="s1", kind=SourceKind.CHANNEL, names=("Port, channel",)),),
        documents=documents(),
        attributions=(
            Attribution(
                id="a1",
                doc="d1",
                source=voice.spans,
                cue=(span("сказав"),),
                content=(span("троє поранених"),),
                chain=(voice,),
                stance=Stance.ASSERTS,
                basis=Basis.OFFICIAL,
            ),
        ),
        accounts=(
            Account(
                id="t1",
                doc="d1",
                type="fire",
                place=PORT,
                when=None,
                spans=(span("Пожежа"),),
                claims=("c1", "c2", "c3", "c4"),
            ),
        ),
        claims=claims,
        derivations=(
            Derivation(
                id="v1",
                doc="d1",
                parent=None,
                voice="мер",
                how=How.CITES,
                bits=4.25,
                because="it names him",
            ),
        ),
        incidents=(
            incident("i1", PORT, (answer,)),
            incident("i2", REGION),
            incident("i3", None),
        ),
        assessments=(
            Assessment(
                incident="i1",
                slot="injured",
                answer=0,
                prior_bits=0.5,
                reasons=(Reason(name="official", bits=1.25, because="the mayor says so"),),
                independent=0,
                not_established=1,
                reliability=Reliability.B,
                credibility=Credibility.POSSIBLE,
                confidence=Confidence.LOW,
            ),
        ),
        refusals=(Refusal(file="x.json", place="", why="it is empty"),),
    )
