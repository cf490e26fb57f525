"""Who is said to have said what (source, cue, content: PARC, Pareti 2012; PolNeAR 2018)."""

from enum import StrEnum

import msgspec

from .span import Span


class Stance(StrEnum):
    """How a voice stands to what it is said to have said."""

    ASSERTS = "asserts"
    HEDGES = "hedges"
    ASKS = "asks"
    DENIES = "denies"
    DECLINES = "declines"  # would not comment, neither confirms nor denies


class Basis(StrEnum):
    """How a voice is said to know (evidentiality)."""

    OFFICIAL = "official"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    EYEWITNESS = "eyewitness"
    FOOTAGE = "footage"
    MEDIA = "media"
    UNSTATED = "unstated"


class Certainty(StrEnum):
    """How sure a content is put (FactBank, Sauri and Pustejovsky 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Voice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One hop of a chain: a name in the nominative and how this hop sounded."""

    name: str
    basis: Basis
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.CERTAIN
    spans: tuple[Span, ...] = ()  # where the hop is named; empty for the publisher itself


class Attribution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """In one document, `chain` is said, by `cue`, to have said `content`."""

    id: str
    doc: str
    source: tuple[Span, ...]  # empty where nobody is named ("it is reported")
    cue: tuple[Span, ...]
    content: tuple[Span, ...]  # several where the quote is interrupted
    chain: tuple[Voice, ...]  # nearest voice first, origin last
    stance: Stance
    basis: Basis
    certainty: Certainty = Certainty.CERTAIN
    positive: bool = True  # polarity of the content as the voice has it
    caveats: tuple[Span, ...] = ()  # "unverified", "a channel known for ..."
