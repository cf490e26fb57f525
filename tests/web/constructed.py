"""A case put together by hand from real records: one incident, three origins, one conflict."""

import hashlib
from datetime import UTC, datetime, timedelta

from reportedly.model import (
    Account,
    Answer,
    Assessment,
    Attribution,
    Basis,
    Case,
    Certainty,
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
    Span,
    Stance,
    Value,
    Voice,
    When,
    Without,
    document_id,
    identify,
)

START = datetime(2024, 5, 15, 0, 12, tzinfo=UTC)
RAW = "made for the tests: сделано для проверки\n".encode()
SEAL = hashlib.sha256(RAW).hexdigest()
TOWN = Place(
    name="Izobilny",
    kind="settlement",
    lat=45.37,
    lon=41.71,
    radius_km=8,
    country="RU",
    region="RU.70",
)


def document(
    source: str, minutes: int, text: str, lang: str = "ru", **more: object
) -> Document:
    """Return a report `minutes` after START."""
    published = START + timedelta(minutes=minutes)
    key = f"{source}/{minutes}"
    return Document(
        id=document_id(key, source, text, published, None),
        key=key,
        source=source,
        lang=lang,
        text=text,
        published=published,
        original=SEAL,
        place=f"line {minutes}",
        read_by="jsonl 1",
        **more,  # type: ignore[arg-type]
    )


def span(doc: Document, words: str) -> Span:
    """Return where `words` first stand in a report."""
    start = doc.text.index(words)
    return Span(doc.id, start, start + len(words))


def claim(
    doc: Document,
    slot: str,
    value: Value,
    words: str,
    attribution: Attribution | None = None,
    stance: Stance = Stance.ASSERTS,
    certainty: Certainty = Certainty.CERTAIN,
) -> Claim:
    """Return a claim that stands on `words`."""
    where = span(doc, words)
    return Claim(
        id=identify("claim", doc.id, slot, where.start, where.end),
        doc=doc.id,
        slot=slot,
        value=value,
        spans=(where,),
        attribution=attribution.id if attribution else None,
        stance=stance,
        certainty=certainty,
    )


def said(
    doc: Document,
    source: str,
    cue: str,
    content: str,
    chain: tuple[Voice, ...],
    stance: Stance = Stance.ASSERTS,
    caveat: str | None = None,
) -> Attribution:
    """Return an attribution over words of a report."""
    return Attribution(
        id=identify("attribution", doc.id, content),
        doc=doc.id,
        source=(span(doc, source),),
        cue=(span(doc, cue),),
        content=(span(doc, content),),
        chain=chain,
        stance=stance,
        basis=chain[-1].basis,
        caveats=(span(doc, caveat),) if caveat else (),
    )


def derived(
    doc: Document,
    how: How,
    parent: Document | None = None,
    voice: str | None = None,
    shown: tuple[tuple[str, str], ...] = (),
) -> Derivation:
    """Return a derivation whose shown words stand in both reports."""
    pairs = tuple((span(doc, a), span(parent, b)) for a, b in shown) if parent else ()
    return Derivation(
        id=identify("derivation", doc.id, parent.id if parent else voice),
        doc=doc.id,
        parent=parent.id if parent else None,
        voice=voice,
        how=how,
        bits=12.5,
        shown=pairs,
        because=f"{len(pairs) or 'No'} stretches of words are the same.",
    )


CLIP = document(
    "Сова над полем",
    0,
    "Над Изобильным слышны взрывы, на видео вспышка. Подписчики: ранены, возможно, двое. "
    "Проверить пока не удалось.",
)
FORWARDS = [
    document(f"Канал {n}", 6 + 3 * n, CLIP.text, url=f"https://t.example/kanal{n}/1")
    for n in range(1, 7)
]
OUTLET = document(
    "Лента Степи",
    31,
    "Взрывы в Изобильном: ранены двое, сообщает «Сова над полем».\n\nПричину не называют.",
)
GOVERNOR = document(
    "Правительство края",
    95,
    "Губернатор: над Изобильным сработала ПВО, пострадавших нет. «Паники нет», — добавил он.",
)
WIRE = document(
    "Harrow Wire",
    140,
    "Air defences downed drones over Izobilny, the governor said. A resident told Harrow Wire "
    "that three people were taken to hospital, one of them a child.",
    "en",
)
UKRAINIAN = document(
    "Лелека", 160, "Губернатор стверджує, що над Ізобільним спрацювала ППО.", "uk"
)
STRAY = document("Harrow Wire", 300, "A museum of bread reopens on Friday.", "en")

CLIP_SAID = said(
    CLIP,
    "Подписчики",
    ":",
    "ранены, возможно, двое",
    (
        Voice(name="Сова над полем", basis=Basis.MEDIA),
        Voice(
            name="подписчики",
            basis=Basis.EYEWITNESS,
            stance=Stance.HEDGES,
            certainty=Certainty.POSSIBLE,
        ),
    ),
    Stance.HEDGES,
    caveat="Проверить пока не удалось",
)
OUTLET_SAID = said(
    OUTLET,
    "«Сова над полем»",
    "сообщает",
    "Взрывы в Изобильном: ранены двое",
    (
        Voice(name="Лента Степи", basis=Basis.MEDIA),
        Voice(name="Сова над полем", basis=Basis.MEDIA),
    ),
)
GOVERNOR_SAID = said(
    GOVERNOR,
    "Губернатор",
    ":",
    "над Изобильным сработала ПВО, пострадавших нет",
    (Voice(name="Губернатор", basis=Basis.OFFICIAL),),
)
WIRE_GOVERNOR = said(
    WIRE,
    "the governor",
    "said",
    "Air defences downed drones over Izobilny",
    (Voice(name="the governor", basis=Basis.OFFICIAL),),
)
WIRE_RESIDENT = said(
    WIRE,
    "A resident",
    "told",
    "three people were taken to hospital, one of them a child",
    (Voice(name="a resident", basis=Basis.EYEWITNESS),),
)
ATTRIBUTIONS = (CLIP_SAID, OUTLET_SAID, GOVERNOR_SAID, WIRE_GOVERNOR, WIRE_RESIDENT)

BLAST, DEFENCE = Label(value="explosion"), Label(value="air_defence")
TWO, NOBODY = Count(low=2, best=2, high=2), Count(low=0, best=0, high=0)
THREE = Count(low=3, best=3, high=3)

CLAIMS = {
    "clip type": claim(CLIP, "type", BLAST, "слышны взрывы"),
    "clip injured": claim(
        CLIP,
        "injured",
        TWO,
        "ранены, возможно, двое",
        CLIP_SAID,
        Stance.HEDGES,
        Certainty.POSSIBLE,
    ),
    **{
        f"forward {n}": claim(d, "type", BLAST, "слышны взрывы") for n, d in enumerate(FORWARDS)
    },
    "outlet type": claim(OUTLET, "type", BLAST, "Взрывы", OUTLET_SAID),
    "outlet injured": claim(OUTLET, "injured", TWO, "ранены двое", OUTLET_SAID),
    "governor cause": claim(GOVERNOR, "cause", DEFENCE, "сработала ПВО", GOVERNOR_SAID),
    "governor injured": claim(GOVERNOR, "injured", NOBODY, "пострадавших нет", GOVERNOR_SAID),
    "wire cause": claim(WIRE, "cause", DEFENCE, "Air defences", WIRE_GOVERNOR),
    "wire injured": claim(
        WIRE, "injured", THREE, "three people were taken to hospital", WIRE_RESIDENT
    ),
    "uk cause": claim(UKRAINIAN, "cause", DEFENCE, "спрацювала ППО"),
}
TOLD = (CLIP, *FORWARDS, OUTLET, GOVERNOR, WIRE, UKRAINIAN)

DERIVATIONS = (
    *(derived(d, How.FORWARD, CLIP, shown=((CLIP.text, CLIP.text),)) for d in FORWARDS),
    derived(OUTLET, How.CITES, CLIP, shown=(("двое", "двое"),)),
    derived(WIRE, How.CITES, GOVERNOR),
    derived(UKRAINIAN, How.TRANSLATION, GOVERNOR, shown=(("ППО", "ПВО"),)),
    derived(WIRE, How.CITES, voice="a resident"),
)


def _origin(
    name: str,
    first: Document,
    voice: str | None,
    basis: Basis,
    reports: tuple[Document, ...],
    independence: Independence,
    because: str,
) -> Origin:
    return Origin(
        id=name,
        first=first.id,
        voice=voice,
        basis=basis,
        reports=tuple(d.id for d in reports),
        independence=independence,
        because=because,
    )


ORIGINS = (
    _origin(
        "o1",
        CLIP,
        None,
        Basis.FOOTAGE,
        (CLIP, *FORWARDS, OUTLET),
        Independence.INDEPENDENT,
        "These 8 are one origin: 6 forwards, 1 cites Сова над полем.",
    ),
    _origin(
        "o2",
        GOVERNOR,
        "Губернатор",
        Basis.OFFICIAL,
        (GOVERNOR, WIRE, UKRAINIAN),
        Independence.INDEPENDENT,
        "An official statement that names no other source.",
    ),
    _origin(
        "o3",
        WIRE,
        "a resident",
        Basis.EYEWITNESS,
        (WIRE,),
        Independence.NOT_ESTABLISHED,
        "The resident may have seen the channel's clip.",
    ),
)


def answer(value: Value, names: str, origins: str, *, denied: bool = False) -> Answer:
    """Return an answer by names of claims and origins."""
    claims = [CLAIMS[name] for name in names.split(", ")]
    return Answer(
        value=value,
        denied=denied,
        claims=tuple(c.id for c in claims),
        origins=tuple(origins.split()),
        reports=tuple(dict.fromkeys(c.doc for c in claims)),
    )


QUESTIONS = (
    Question(
        slot="type",
        answers=(
            answer(
                BLAST,
                "clip type, outlet type, " + ", ".join(f"forward {n}" for n in range(6)),
                "o1",
            ),
        ),
        conflict=False,
        because="All give one answer.",
    ),
    Question(
        slot="cause",
        answers=(answer(DEFENCE, "governor cause, wire cause, uk cause", "o2"),),
        conflict=False,
        because="One origin gives a cause.",
    ),
    Question(
        slot="injured",
        answers=(
            answer(TWO, "clip injured, outlet injured", "o1"),
            answer(NOBODY, "governor injured", "o2"),
            answer(THREE, "wire injured", "o3"),
        ),
        conflict=True,
        because="Nobody, two and three injured cannot all be right.",
    ),
)
INCIDENT = Incident(
    id="b1a57",
    type="explosion",
    place=TOWN,
    when=When(earliest=START - timedelta(minutes=40), latest=START),
    accounts=("account",),
    reports=tuple(d.id for d in TOLD),
    origins=ORIGINS,
    questions=QUESTIONS,
    because="Same place, same night, same kind of event.",
)


def assessment(slot: str, number: int, bits: float, digit: int, **more: object) -> Assessment:
    """Return an assessment with one reason that shows a claim's words."""
    shown = next(c for c in CLAIMS.values() if c.slot == slot)
    return Assessment(
        incident=INCIDENT.id,
        slot=slot,
        answer=number,
        prior_bits=-1.0,
        reasons=(
            Reason(
                name="first_origin", bits=bits, because="One origin says so.", shown=shown.spans
            ),
        ),
        independent=1,
        not_established=0,
        reliability=Reliability.F,
        credibility=Credibility(digit),
        confidence=Confidence.LOW,
        **more,  # type: ignore[arg-type]
    )


ASSESSMENTS = (
    assessment(
        "type",
        0,
        3.2,
        2,
        would_change=("A satellite pass in the window.",),
        without=(Without(origin="o1", bits=-1.0, credibility=Credibility.UNKNOWN),),
    ),
    assessment("cause", 0, 1.5, 3),
    assessment("injured", 0, 0.4, 4),
    assessment("injured", 1, -2.5, 5),
    assessment("injured", 2, 1.0, 6),
)
ACCOUNT = Account(
    id="account",
    doc=CLIP.id,
    type="explosion",
    place=TOWN,
    when=None,
    spans=(span(CLIP, "слышны взрывы"),),
    claims=(CLAIMS["clip type"].id,),
)
ORIGINAL = Original(
    sha256=SEAL,
    size=len(RAW),
    media_type="application/x-ndjson",
    name="posts.jsonl",
    received=START + timedelta(days=1),
    collector="the tests",
)
CASE = Case(
    originals=(ORIGINAL,),
    documents=(*TOLD, STRAY),
    attributions=ATTRIBUTIONS,
    accounts=(ACCOUNT,),
    claims=tuple(CLAIMS.values()),
    derivations=DERIVATIONS,
    incidents=(INCIDENT,),
    assessments=ASSESSMENTS,
    refusals=(Refusal(file="broken.json", place="messages[3]", why="It has no date."),),
)


def original(sha256: str) -> bytes:
    """Return the sealed bytes."""
    return {SEAL: RAW}[sha256]
