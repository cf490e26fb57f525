"""How reports hang together."""

from enum import StrEnum

import msgspec

from .attribution import Basis
from .span import Span


class How(StrEnum):
    """In what way a report comes from another."""

    FORWARD = "forward"
    COPY = "copy"
    REWRITE = "rewrite"
    TRANSLATION = "translation"
    CITES = "cites"
    UPDATE = "update"  # the same source goes on about the same thing
    SAME_MEDIA = "same-media"  # the very file of a photo or video that another carries
    SAME_STATEMENT = "same-statement"  # both quote one unseen statement


class Derivation(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True
):
    """`doc` took its words or its news from `parent`, a report, or from `voice`, unseen."""

    id: str
    doc: str
    parent: str | None  # document id
    voice: str | None  # name of a parent outside the case; exactly one of the two is set
    how: How
    bits: float  # evidence for it: log2 odds against chance
    shown: tuple[tuple[Span, Span], ...] = ()  # (in doc, in parent), aligned
    signs: tuple[Span, ...] = ()  # in doc alone: the credit, the forward line
    because: str

    def __post_init__(self) -> None:
        if (self.parent is None) == (self.voice is None):
            raise ValueError("a derivation has either a parent report or an unseen voice")


class Independence(StrEnum):
    """The three answers."""

    INDEPENDENT = "independent"
    NOT_INDEPENDENT = "not independent"
    NOT_ESTABLISHED = "independence not established"


class Origin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Reports of one incident that all go back to one voice; the first of them leads."""

    id: str
    first: str  # document id of the earliest report that goes back to it
    voice: str | None  # who knew: an office, an eyewitness; None: the first report itself
    basis: Basis
    reports: tuple[str, ...]  # document ids, the first report included, by time
    independence: Independence  # from every other origin of the incident
    because: str
    quoted: bool = False  # its reports only quote it beside what they mainly go back to
