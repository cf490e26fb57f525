"""What kind of event is coded, whether it is coded at all, and how sure."""

from collections.abc import Iterable, Mapping

from reportedly.model import Basis, Credibility, Label

from .rules import EventRow, Field, Policy, StatusRow
from .sheet import Sheet

Rank = tuple[int, int]
_NEVER: Rank = (9, 0)


def event(field: Field, rules: Policy, sheet: Sheet) -> tuple[str | None, str]:
    """Return the event type, or with `part` 1 the sub-event type; None where none fits."""
    labels = sheet.labels()
    harm = bool(sheet.harmed()) or any(True for _ in sheet.standing("damage"))
    fitting = [
        (_best(row.any, labels), order)
        for order, row in enumerate(rules.event)
        if _fits(row, labels, harm)
    ]
    if fitting and armed(rules, sheet):
        return rules.event[min(fitting)[1]].give[field.part], ""
    return None, "nothing says that this was armed force, or more says that it was not"


def _fits(row: EventRow, labels: Mapping[str, Rank], harm: bool) -> bool:
    if row.harm is not None and row.harm is not harm:
        return False
    return not labels.keys().isdisjoint(row.any) and labels.keys() >= set(row.only)


def _best(names: Iterable[str], labels: Mapping[str, Rank]) -> Rank:
    return min((labels[name] for name in names if name in labels), default=_NEVER)


def armed(rules: Policy, sheet: Sheet) -> bool:
    """Tell whether armed force is alleged, and no accident on better evidence."""
    labels = sheet.labels()
    force = _best(rules.armed, labels)
    return force < _NEVER and force <= _best(rules.accident, labels)


def included(field: Field, rules: Policy, sheet: Sheet) -> tuple[str, str]:
    """Return "yes" where armed force led to a death by any figure that stands."""
    died = any(each.top for each in sheet.figures(field.slot))
    return ("yes" if died and armed(rules, sheet) else "no"), ""


def status(field: Field, rules: Policy, sheet: Sheet) -> tuple[str | None, str]:
    """Return the grade of the first row that fits; None where no harm is alleged."""
    harmed = sheet.harmed()
    spoken = {
        each.origin.id
        for figure in harmed
        for each in figure.given
        if each.independent and figure.grade is not Credibility.IMPROBABLE
    }
    facts = {
        "harm": bool(harmed),
        "accepted": _accepted(sheet),
        "contested": _contested(sheet),
        "refuted": bool(harmed)
        and all(each.grade is Credibility.IMPROBABLE for each in harmed),
        "strike": armed(rules, sheet),
    }
    for row in rules.status:
        if len(spoken) >= row.sources and _holds(row, facts):
            return row.give, row.because
    return None, "no harm is alleged"


def _holds(row: StatusRow, facts: dict[str, bool]) -> bool:
    asked = {
        "harm": row.harm,
        "accepted": row.accepted,
        "contested": row.contested,
        "refuted": row.refuted,
        "strike": row.strike,
    }
    return all(want is None or facts[name] is want for name, want in asked.items())


def _accepted(sheet: Sheet) -> bool:
    """Tell whether an office confirms the incident, or takes the cause upon its own side."""
    for slot in ("position", "cause"):
        for each in sheet.spoken(slot):
            owned = slot == "cause" and each.interest
            confirmed = each.claim.value == Label(value="confirmed")
            if each.basis is Basis.OFFICIAL and not each.hedged and (owned or confirmed):
                return True
    return False


def _contested(sheet: Sheet) -> bool:
    """Tell whether several are named as those who did it."""
    question = sheet.question("actor")
    return question is not None and question.conflict
