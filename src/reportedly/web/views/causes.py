"""Competing causes against the evidence, and the incident as published rule sets code it."""

import msgspec

from reportedly.model import Incident
from reportedly.weigh import Fit, Matrix, ach, code, policies

from ..lookup import Lookup
from . import words
from .shared import spans_href

ITEMS = 12  # the most diagnostic rows; the others tell the causes apart the least
SIGNS = {Fit.CONSISTENT: "+", Fit.INCONSISTENT: "−", Fit.NEUTRAL: "·"}


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the matrix."""

    because: str
    bits: str
    fits: tuple[tuple[str, str], ...]  # sign and word, one a cause
    critical: bool
    href: str | None


class Causes(msgspec.Struct, frozen=True, kw_only=True):
    """The matrix: causes with the bits against each, the least contradicted first."""

    causes: tuple[tuple[str, str], ...]
    items: tuple[Evidence, ...]
    unlisted: int
    missing: tuple[tuple[str, str], ...]  # a cause and what it leads one to expect
    wanted: tuple[str, ...]


class CodedField(msgspec.Struct, frozen=True, kw_only=True):
    """One column of a rule set."""

    name: str
    value: str
    because: str
    cite: str


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """The incident as one rule set codes it."""

    name: str
    cite: str
    fields: tuple[CodedField, ...]


def causes(lookup: Lookup, incident: Incident) -> Causes | None:
    """Return the matrix of competing causes; None where fewer than two compete."""
    found: Matrix | None = ach(lookup.case, incident)
    if found is None:
        return None
    return Causes(
        causes=tuple(
            (words.label(each.cause), f"{each.inconsistency:.2f}") for each in found.hypotheses
        ),
        items=tuple(
            Evidence(
                because=item.because,
                bits=f"{item.bits:.2f}",
                fits=tuple((SIGNS[fit], fit.value) for fit in item.fits),
                critical=item.critical,
                href=spans_href(item.shown) if item.shown else None,
            )
            for item in found.items[:ITEMS]
        ),
        unlisted=max(0, len(found.items) - ITEMS),
        missing=tuple(
            (words.label(each.cause), ", ".join(each.missing))
            for each in found.hypotheses
            if each.missing
        ),
        wanted=found.wanted,
    )


def rules(lookup: Lookup, incident: Incident) -> tuple[Rules, ...]:
    """Return the incident as each published rule set codes it."""
    alone = msgspec.structs.replace(lookup.case, incidents=(incident,))
    return tuple(
        Rules(
            name=name,
            cite=policies()[name].cite,
            fields=tuple(
                CodedField(
                    name=field.name,
                    value=_told(field.value),
                    because=field.because,
                    cite=field.cite,
                )
                for coding in code(alone, name)
                for field in coding.fields
            ),
        )
        for name in sorted(policies())
    )


def _told(value: object) -> str:
    if value is None or value == ():
        return "–"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
