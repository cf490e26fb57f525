"""Which of the figures given is coded."""

from collections.abc import Sequence

from reportedly.model import Independence

from .rules import Field, Policy
from .sheet import Figure, Sheet


def figure(field: Field, rules: Policy, sheet: Sheet) -> tuple[int | None, str]:
    """Return the figure that the rule set takes, and why where several stand."""
    found = sheet.figures(field.slot)
    if not found:
        return field.none, ""
    value = _chosen(found, field)
    told = ", ".join(map(str, found))
    return value, f"{field.because} (given: {told})" if len(found) > 1 else ""


def _chosen(found: Sequence[Figure], field: Field) -> int:
    if field.choose == "lowest":
        return min(each.value.best for each in found)
    if field.choose == "low":
        return min(each.value.low for each in found)
    if field.choose == "high":
        return max(each.top for each in found)
    best = min(found, key=lambda each: (each.grade, -each.independent, each.value.best))
    return best.value.best


def spread(field: Field, rules: Policy, sheet: Sheet) -> tuple[str | None, str]:
    """Return the figures side by side where they differ."""
    told = list(dict.fromkeys(map(str, sheet.figures(field.slot))))
    return (f"reports differ: {', '.join(told)}" if len(told) > 1 else None), ""


def clarity(field: Field, rules: Policy, sheet: Sheet) -> tuple[int, str]:
    """Return 2 where figures are given only over more than this incident, else 1."""
    summed = sheet.scoped(field.slot) and not sheet.figures(field.slot)
    return (2 if summed else 1), ""


def backing(field: Field, rules: Policy, sheet: Sheet) -> tuple[str | None, str]:
    """Return whether enough publishers that do not repeat each other give an answer."""
    spoken = sheet.spoken(field.slot)
    if not spoken:
        return None, ""
    alone = {
        sheet.ledger.publisher(each.claim.doc)
        for each in spoken
        if each.origin.independence is Independence.INDEPENDENT
    }
    return (field.enough if len(alone) >= field.needs else field.short), ""
