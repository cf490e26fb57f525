"""Who stands behind each thing that an account tells: from what is told to claims."""

from collections.abc import Iterable, Sequence

import msgspec

from ...model import (
    Attribution,
    Basis,
    Certainty,
    Claim,
    Document,
    Label,
    Span,
    Stance,
    identify,
)
from .claims import Raw
from .stretches import Stretches

SHOWN = 8  # spans kept of one claim
UNKNOWN = Label(value="unknown")
NAMING = frozenset({"measure", "target"})  # slots that the name of an office may hold
OFFICES = frozenset({Basis.OFFICIAL, Basis.NAMED, Basis.MEDIA})
STANDING = frozenset({"position", "place", "time"})  # slots that a denial leaves as they are
SCENE = frozenset({"place", "time"})  # ... whoever denies it
DASHES = frozenset("—–-")
UNOFFICIAL = frozenset({Basis.EYEWITNESS, Basis.FOOTAGE, Basis.MEDIA, Basis.ANONYMOUS})


class Voices:
    """The attributions of a report, found by the place in it that is asked about."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = Stretches((s.start, s.end, a) for a in attributions for s in a.content)
        self._sources = Stretches((s.start, s.end, a) for a in attributions for s in a.source)
        self._cues = Stretches((s.start, s.end, a) for a in attributions for s in a.cue)
        denied = (a for a in attributions if a.stance is Stance.DENIES)
        self._denied = Stretches((s.start, s.end, True) for a in denied for s in a.content)

    def innermost(self, raw: Raw) -> Attribution | None:
        """Return the attribution with the shortest content that holds the claim."""
        holding = [
            (sum(s.end - s.start for s in a.content), a.id, a)
            for a in self._contents.holding(raw.start, raw.end)
        ]
        return min(holding)[2] if holding else None

    def speaking(self, raw: Raw) -> Attribution | None:
        """Return the attribution whose voice the words of a claim are: who owns up to it."""
        return next(self._sources.holding(raw.start, raw.start + 1), None)

    def no_office(self, raw: Raw) -> bool:
        """Tell whether the words for a position are those of one who speaks for no office."""
        return any(said.basis in UNOFFICIAL for said in self._cues.over(raw.start, raw.end))

    def names_speaker(self, raw: Raw) -> bool:
        """Tell whether words only name an office: "emergency services said"."""
        return raw.slot in NAMING and any(
            said.basis in OFFICES for said in self._sources.holding(raw.start, raw.end)
        )

    def deny(self, start: int, end: int) -> bool:
        """Tell whether somebody denies something of what is told from `start` to `end`."""
        return any(self._denied.over(start, end))


def _at(raw: Raw, at: int) -> bool:
    """Tell whether a word of its sentence is one of those that a claim is told by."""
    return raw.start <= raw.sentence.span(at, at + 1)[0] < raw.end


def _false(raw: Raw) -> bool:
    """Tell whether what is told is said to be false: "reports of a blast are a fake".

    The verdict stands in the same clause, or behind the dash that closes it.
    """
    told = raw.sentence.facts
    if raw.slot == "type" and any(_at(raw, at) for at in told.absent):
        return True
    if raw.slot in STANDING or not told.false:
        return False
    mine = {told.clauses[at] for at in range(len(told.words)) if _at(raw, at)}
    for at in told.false:
        clause = told.clauses[at]
        opened = told.words[told.clauses.index(clause)].marks
        if clause in mine or (not DASHES.isdisjoint(opened) and clause - 1 in mine):
            return True
    return False


def _stance(raw: Raw, said: Attribution | None, text: str) -> tuple[Stance, Certainty]:
    stance = said.stance if said else Stance.ASSERTS
    if stance is Stance.DENIES and raw.slot in SCENE:
        stance = Stance.ASSERTS  # there, and then, nothing of the kind happened
    certainty = said.certainty if said else Certainty.CERTAIN
    sentence = raw.sentence
    if stance is Stance.ASSERTS and sentence.facts.hedges:
        before = [
            c for at, c in sentence.facts.hedges if sentence.span(at, at + 1)[0] < raw.end
        ]
        if before:
            return Stance.HEDGES, Certainty(before[-1])
    if stance is Stance.ASSERTS and _false(raw):
        return Stance.DENIES, certainty
    if stance is Stance.ASSERTS and text[raw.end : sentence.end].rstrip().endswith("?"):
        return Stance.ASKS, Certainty.UNKNOWN
    return stance, certainty


def claims(doc: Document, told: Iterable[Raw], voices: Voices) -> list[Claim]:
    """Return the claims of one account; the same answer by the same voice is one claim."""
    merged: dict[tuple[str, bytes, str | None, Stance, Certainty], list[Raw]] = {}
    for raw in told:
        said = voices.innermost(raw)
        if raw.slot == "actor" and voices.speaking(raw):
            if not raw.sentence.facts.owned:
                continue  # who speaks
            # "Nobody has claimed responsibility": the writer says that it is not known.
            said = None if raw.value == UNKNOWN else said or voices.speaking(raw)
        if raw.slot == "position" and voices.no_office(raw):
            continue
        if voices.names_speaker(raw):
            continue
        stance, certainty = _stance(raw, said, doc.text)
        value = msgspec.json.encode(raw.value)
        same = (raw.slot, value, said.id if said else None, stance, certainty)
        merged.setdefault(same, []).append(raw)
    found = []
    for (slot, value, said_id, stance, certainty), same_told in merged.items():
        spans = sorted({Span(doc.id, raw.start, raw.end) for raw in same_told})[:SHOWN]
        found.append(
            Claim(
                id=identify("claim", doc.id, slot, value.decode(), said_id, stance, certainty,
                            [(s.start, s.end) for s in spans]),
                doc=doc.id,
                slot=slot,
                value=same_told[0].value,
                spans=tuple(spans),
                attribution=said_id,
                stance=stance,
                certainty=certainty,
            )
        )  # fmt: skip
    return found
