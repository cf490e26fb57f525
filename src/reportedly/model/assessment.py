"""How far an answer can be believed, and why."""

from enum import IntEnum, StrEnum

import msgspec

from .span import Span


class Reliability(StrEnum):
    """Admiralty letter: of a source, never of what it says (ADM-1, ADM-2)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"  # unknown, never "half"


class Credibility(IntEnum):
    """Admiralty digit: of a claim, never of who says it."""

    CONFIRMED = 1
    PROBABLE = 2
    POSSIBLE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    UNKNOWN = 6


class Confidence(StrEnum):
    """ICD 203 analytic confidence: quantity, quality and independence of the evidence."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Reason(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a number moved, in bits, in one sentence, and where to look."""

    name: str
    bits: float
    because: str
    shown: tuple[Span, ...] = ()


class Without(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the grade would be had one origin not spoken (leave one out)."""

    origin: str
    bits: float
    credibility: Credibility


class Assessment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one answer stands: the prior plus its reasons, nothing else."""

    incident: str
    slot: str
    answer: int  # index into the question's answers
    prior_bits: float
    reasons: tuple[Reason, ...]
    independent: int  # origins shown to be independent that give this answer
    not_established: int
    reliability: Reliability  # of the best source that gives it
    credibility: Credibility
    confidence: Confidence
    without: tuple[Without, ...] = ()
    would_change: tuple[str, ...] = ()  # what evidence would change the judgement

    @property
    def bits(self) -> float:
        """Return log2 odds that the answer is true: prior plus the sum of the reasons."""
        return self.prior_bits + sum(reason.bits for reason in self.reasons)

    @property
    def probability(self) -> float:
        """Return the probability in 0..1 that `bits` stands for."""
        return float(1 / (1 + 2**-self.bits))
