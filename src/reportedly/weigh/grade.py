"""The digit of an answer and the confidence in it, each with the row that gave it."""

from collections.abc import Sequence

from .balance import Balance, total, voices
from .tables import ConfidenceRow, DigitRow, Row, grades


def digit(balance: Balance) -> DigitRow:
    """Return the row of the Admiralty digit; the letter of a source is never looked at."""
    return next(row for row in grades().digit if _fits(row, balance))


def confidence(balance: Balance) -> ConfidenceRow:
    """Return the row of the analytic confidence (ICD 203)."""
    return next(row for row in grades().confidence if _fits(row, balance))


def _fits(row: Row, balance: Balance) -> bool:
    alone = [each for each in balance.favour if each.independent]
    pool = alone if row.independent else balance.favour
    return (
        voices(alone) >= row.independent
        and voices(balance.favour) >= row.origins
        and (row.at_most is None or voices(balance.favour) <= row.at_most)
        and voices(each for each in pool if each.firm) >= row.firm
        and (not row.plain or any(each.plain for each in pool))
        and (not row.superseded or bool(balance.replaced))
        and _against(row, balance)
    )


def _against(row: Row, balance: Balance) -> bool:
    if row.against is None:
        return True
    if row.against == "none":
        return not balance.against
    lead = total(balance.favour) - total(balance.opponents)
    leads: dict[str, bool] = {
        "any": True,
        "weaker": lead >= grades().margin,
        "better": lead <= -grades().margin,
    }
    return bool(balance.against) and leads[row.against]


def derivation(balance: Balance) -> Sequence[tuple[str, str]]:
    """Return (name, sentence) of what the digit and the confidence rest on (ADM-5)."""
    graded, sure = digit(balance), confidence(balance)
    return (
        ("credibility", f"Digit {int(graded.give)}: {graded.because}."),
        ("confidence", f"Confidence is {sure.give.value}: {sure.because}."),
    )
