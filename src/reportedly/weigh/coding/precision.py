"""How exactly place and time are coded as known."""

from datetime import timedelta

from .rules import Field, Policy
from .sheet import Sheet


def place(field: Field, rules: Policy, sheet: Sheet) -> tuple[int | None, str]:
    """Return the precision of the incident's place; None where the rule set has none for it."""
    known = sheet.incident.place
    if known is None:
        return None, "no place is told"
    for row in rules.place:
        if known.kind in row.kinds and (
            row.within_km is None or known.radius_km <= row.within_km
        ):
            return row.give, f"{field.because} ({known.name}, {known.kind})"
    return None, f"{field.because}; {known.name} is none of these"


def time(field: Field, rules: Policy, sheet: Sheet) -> tuple[int | None, str]:
    """Return the precision of the incident's time; None where it is told too loosely."""
    known = sheet.incident.when
    if known is None:
        return None, "no time is told"
    length = (known.latest - known.earliest) / timedelta(days=1)
    return next((row.give for row in rules.time if length <= row.days), None), ""
