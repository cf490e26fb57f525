"""The tables that weighing rests on, as the package ships them."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from reportedly.model import Basis, Confidence, Credibility

Against = Literal["none", "weaker", "better", "any"]


class Harm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Answers that an office of the country concerned would sooner not give."""

    slots: tuple[str, ...]
    causes: tuple[str, ...]


class Local(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of offices that speak for the place they are of."""

    words: tuple[str, ...]


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a testimony is worth, in bits; the fields are explained in weights.toml."""

    ceiling: float
    hedged: float
    inexact: float
    not_established: float
    against: float
    superseded: float
    interest: float
    prior: dict[str, float]
    basis: dict[Basis, float]
    sides: dict[str, tuple[str, ...]]
    local: Local
    own_country: dict[str, str]
    harm: Harm


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Conditions that must all hold; the fields are explained in grades.toml."""

    independent: int = 0
    origins: int = 0
    at_most: int | None = None
    firm: int = 0
    plain: bool = False
    against: Against | None = None
    superseded: bool = False
    because: str


class DigitRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row that gives an Admiralty digit."""

    give: Credibility


class ConfidenceRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row that gives an analytic confidence."""

    give: Confidence


class Grades(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rows in the order they are tried; the last of each kind asks nothing."""

    firm: tuple[Basis, ...]
    margin: float
    digit: tuple[DigitRow, ...]
    confidence: tuple[ConfidenceRow, ...]


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An ICD 203 term, for probabilities of more than `above`."""

    above: float
    word: str


class _Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    term: tuple[Term, ...]


def _raw(name: str) -> bytes:
    return (files(__package__) / name).read_bytes()


@cache
def weights() -> Weights:
    """Return what testimonies are worth."""
    return msgspec.toml.decode(_raw("weights.toml"), type=Weights)


@cache
def grades() -> Grades:
    """Return how digits and confidences are given."""
    return msgspec.toml.decode(_raw("grades.toml"), type=Grades)


@cache
def terms() -> tuple[Term, ...]:
    """Return the seven terms of likelihood, the highest first."""
    return msgspec.toml.decode(_raw("terms.toml"), type=_Terms).term
