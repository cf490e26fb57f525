"""What each origin says for an answer, and how much that is worth before it is compared."""

import msgspec

from reportedly.link.agreement import Ledger
from reportedly.link.origins import Spoken
from reportedly.model import (
    Answer,
    Basis,
    Certainty,
    Claim,
    Count,
    Incident,
    Independence,
    Origin,
    Place,
    Value,
)

from .sides import side
from .tables import grades, weights


class Testimony(msgspec.Struct, frozen=True, kw_only=True):
    """One origin's word for one answer, in its first report: relays add nothing to it."""

    origin: Origin
    claim: Claim
    who: str  # the voice that gives the answer, as it is shown
    voice: str  # equal where one and the same voice speaks, also by way of two origins
    relying: str | None  # whom that voice has it from, where it speaks for itself
    basis: Basis
    hedged: bool
    side: str | None  # the country that it speaks for, where it is an office
    exact: bool  # it gives this very value, not a wider one
    interest: bool  # it speaks against its own interest

    @property
    def firm(self) -> bool:
        """Tell whether the voice knows at first hand or by office."""
        return self.basis in grades().firm

    @property
    def plain(self) -> bool:
        """Tell whether a firm voice gives this very value without a hedge."""
        return self.firm and not self.hedged

    @property
    def independent(self) -> bool:
        """Tell whether the origin was shown to be independent and gives this very value."""
        return self.exact and self.origin.independence is Independence.INDEPENDENT

    def parts(self) -> dict[str, float]:
        """Return the bits it is worth, by name of the reason; their sum is never negative."""
        table = weights()
        base = table.basis[self.basis]
        found = {"origin": base}
        if self.hedged:
            found["hedged"] = round(-table.hedged * base, 2)
        if not self.exact:
            left = base + found.get("hedged", 0.0)
            found["inexact"] = round(-table.inexact * left, 2)
        if self.interest:
            found["against interest"] = table.interest
        return found

    @property
    def bits(self) -> float:
        """Return what it is worth in all."""
        return sum(self.parts().values())


def testimonies(incident: Incident, answer: Answer, ledger: Ledger) -> list[Testimony]:
    """Return what each origin says for `answer`, earliest first.

    `ledger` is seen from the incident. Copies and forwards stand behind their origin and add
    nothing; a claim without an origin, or that its reports have from each other in a circle,
    is nobody's testimony.
    """
    exact = {
        origin.id
        for claim in (ledger.claims[each] for each in answer.claims)
        if (origin := ledger.origin(claim)) is not None and same(claim.value, answer.value)
    }
    found = []
    for claim in ledger.leading(answer.claims):
        origin = ledger.origin(claim)
        if origin is not None and not ledger.circular(claim):
            found.append(
                _testimony(incident, answer, claim, origin, ledger, origin.id in exact)
            )
    return found


def same(one: Value, other: Value) -> bool:
    """Tell whether two values are one, a place by its gazetteer entry."""
    if isinstance(one, Place) and isinstance(other, Place) and one.gazetteer is not None:
        return one.gazetteer == other.gazetteer
    return one == other


def _testimony(
    incident: Incident,
    answer: Answer,
    claim: Claim,
    origin: Origin,
    ledger: Ledger,
    exact: bool,
) -> Testimony:
    said = ledger.attribution(claim)
    voice = ledger.voice(claim)
    basis = _basis(claim, origin, ledger)
    who = ledger.directory.name(voice.name if voice else ledger.documents[claim.doc].source)
    home = None
    relies = voice is None and origin.voice and ledger.names(claim.doc, origin.voice)
    own_office = voice is None and ledger.official(claim)
    relying = origin.voice if relies and not own_office else None
    if basis is Basis.OFFICIAL:
        home = side(relying or who, ledger.documents[claim.doc].lang, incident.place)
    return Testimony(
        origin=origin,
        claim=claim,
        who=who,
        voice=_voice(voice, claim, origin, ledger),
        relying=relying,
        basis=basis,
        hedged=ledger.hedged(claim) or (said is not None and said.certainty in _UNSURE),
        side=home,
        exact=exact,
        interest=home is not None and _harms(incident, answer, claim, home),
    )


def _voice(spoken: Spoken | None, claim: Claim, origin: Origin, ledger: Ledger) -> str:
    if spoken is None:
        return ledger.publisher(claim.doc)
    # "A source" here and "a source" there need not be one: such a voice is that of its origin.
    return spoken.key if spoken.particular else origin.id


def _basis(claim: Claim, origin: Origin, ledger: Ledger) -> Basis:
    """Return how the voice knows: by its own words, its office, or the origin it names."""
    said = ledger.attribution(claim)
    if said is not None and said.basis not in (Basis.MEDIA, Basis.UNSTATED):
        return said.basis
    if ledger.voice(claim) is None:
        if ledger.official(claim):
            return Basis.OFFICIAL
        if origin.voice is not None and not ledger.names(claim.doc, origin.voice):
            return Basis.UNSTATED  # the report never says that it has this from that voice
    return origin.basis


_UNSURE = {Certainty.PROBABLE, Certainty.POSSIBLE}


def _harms(incident: Incident, answer: Answer, claim: Claim, home: str) -> bool:
    """Tell whether an office of the incident's country owns up to harm or fault of its own."""
    if answer.denied or incident.place is None or incident.place.country != home:
        return False
    if claim.slot == "cause":
        return getattr(answer.value, "value", None) in weights().harm.causes
    if claim.slot not in weights().harm.slots:
        return False
    return not isinstance(answer.value, Count) or answer.value.low > 0
