"""One answer to one question about one happening, as one document has it."""

import msgspec

from .attribution import Certainty, Stance
from .span import Span
from .value import Place, Value, When


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`slot` is answered with `value`; `stance` is that of the voice that answers."""

    id: str
    doc: str
    slot: str  # "type", "place", "time", "killed", "cause", ... see lang/slots
    value: Value
    spans: tuple[Span, ...]
    attribution: str | None = None  # the innermost attribution it stands in; None: the writer
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.CERTAIN


class Account(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one document tells of one happening (Airwars keeps every account of an incident)."""

    id: str
    doc: str
    type: str  # incident type
    place: Place | None
    when: When | None
    spans: tuple[Span, ...]  # the sentences that tell it
    claims: tuple[str, ...]
    headline: bool = False  # it is what the document is mainly about
