"""The digit of an answer and the confidence in it, each with the row that gave it."""

from collections.abc import Sequence

import msgspec

from .balance import Balance, total, voices
from .tables import ConfidenceRow, DigitRow, Row, grades


class _Evidence(msgspec.Struct, frozen=True):
    """What the rows ask of a balance, counted in voices."""

    independent: int
    origins: int
    firm: int
    firm_independent: int
    plain: bool
    plain_independent: bool
    contradicted: bool
    superseded: bool
    lead: float  # bits in favour less bits against


def _evidence(balance: Balance) -> _Evidence:
    alone = [each for each in balance.favour if each.independent]
    return _Evidence(
        independent=voices(alone),
        origins=voices(balance.favour),
        firm=voices(each for each in balance.favour if each.firm),
        firm_independent=voices(each for each in alone if each.firm),
        plain=any(each.plain for each in balance.favour),
        plain_independent=any(each.plain for each in alone),
        contradicted=bool(balance.against),
        superseded=bool(balance.replaced),
        lead=total(balance.favour) - total(balance.opponents),
    )


def digit(balance: Balance) -> DigitRow:
    """Return the row of the Admiralty digit; the letter of a source is never looked at."""
    evidence = _evidence(balance)
    return next(row for row in grades().digit if _fits(row, evidence))


def confidence(balance: Balance) -> ConfidenceRow:
    """Return the row of the analytic confidence (ICD 203)."""
    evidence = _evidence(balance)
    return next(row for row in grades().confidence if _fits(row, evidence))


def _fits(row: Row, evidence: _Evidence) -> bool:
    """Tell whether every condition holds; a row of independent origins asks all of those."""
    firm, plain = evidence.firm, evidence.plain
    if row.independent:
        firm, plain = evidence.firm_independent, evidence.plain_independent
    return (
        evidence.independent >= row.independent
        and evidence.origins >= row.origins
        and (row.at_most is None or evidence.origins <= row.at_most)
        and firm >= row.firm
        and (plain or not row.plain)
        and (evidence.superseded or not row.superseded)
        and _against(row, evidence)
    )


def _against(row: Row, evidence: _Evidence) -> bool:
    if row.against is None:
        return True
    if row.against == "none":
        return not evidence.contradicted
    leads: dict[str, bool] = {
        "any": True,
        "weaker": evidence.lead >= grades().margin,
        "better": evidence.lead <= -grades().margin,
    }
    return evidence.contradicted and leads[row.against]


def derivation(balance: Balance) -> Sequence[tuple[str, str]]:
    """Return (name, sentence) of what the digit and the confidence rest on (ADM-5)."""
    graded, sure = digit(balance), confidence(balance)
    return (
        ("credibility", f"Digit {int(graded.give)}: {graded.because}."),
        ("confidence", f"Confidence is {sure.give.value}: {sure.because}."),
    )
