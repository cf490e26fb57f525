"""An incident as a rule set codes it."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import msgspec

from reportedly.errors import BadSetting
from reportedly.link.agreement import Ledger
from reportedly.model import Assessment, Case

from .events import event, included, status
from .figures import backing, clarity, figure, spread
from .precision import place, time
from .rules import Field, Policy, policies
from .sheet import Sheet

Answered = int | str | tuple[str, ...] | None


class Coded(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column of a coded incident, with the rule behind it."""

    name: str
    value: Answered  # None: the rule set leaves it empty
    because: str
    cite: str


class Coding(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An incident as one rule set codes it."""

    policy: str
    incident: str
    fields: tuple[Coded, ...]

    def value(self, name: str) -> Answered:
        """Return what is coded under `name`."""
        return next(field.value for field in self.fields if field.name == name)

    def row(self) -> dict[str, object]:
        """Return the coded incident as one flat dict, ready for a data frame."""
        values = {
            field.name: list(field.value) if isinstance(field.value, tuple) else field.value
            for field in self.fields
        }
        return {"policy": self.policy, "incident": self.incident, **values}


def code(case: Case, policy: str) -> tuple[Coding, ...]:
    """Return every incident of a case as the rule set `policy` codes it, in order.

    `policy` is a key of `policies()`; raises BadSetting for another one. Nothing is judged
    anew: figures, origins and grades are the ledger's, only the choice is the rule set's.
    """
    if policy not in policies():
        raise BadSetting(
            f"there is no rule set {policy!r}",
            where="--policy",
            way_out=f"take one of: {', '.join(sorted(policies()))}",
        )
    rules = policies()[policy]
    ledger = Ledger.of_case(case)
    graded: dict[str, dict[tuple[str, int], Assessment]] = defaultdict(dict)
    for each in case.assessments:
        graded[each.incident][each.slot, each.answer] = each
    return tuple(
        _coding(
            policy, rules, Sheet(incident, graded[incident.id], ledger.within(incident.origins))
        )
        for incident in case.incidents
    )


def _coding(policy: str, rules: Policy, sheet: Sheet) -> Coding:
    return Coding(
        policy=policy,
        incident=sheet.incident.id,
        fields=tuple(_coded(field, rules, sheet) for field in rules.field),
    )


def _coded(field: Field, rules: Policy, sheet: Sheet) -> Coded:
    value, because = _RULES[field.rule](field, rules, sheet)
    return Coded(
        name=field.name, value=value, because=because or field.because, cite=field.cite
    )


def _outlets(field: Field, rules: Policy, sheet: Sheet) -> tuple[Answered, str]:
    return sheet.outlets(field.slot), ""


def _voices(field: Field, rules: Policy, sheet: Sheet) -> tuple[Answered, str]:
    return sheet.voices(field.slot), ""


def _count(field: Field, rules: Policy, sheet: Sheet) -> tuple[Answered, str]:
    return len(sheet.incident.reports), ""


_RULES: Mapping[str, Callable[[Field, Policy, Sheet], tuple[Answered, str]]] = {
    "figure": figure,
    "spread": spread,
    "clarity": clarity,
    "backing": backing,
    "place": place,
    "time": time,
    "event": event,
    "included": included,
    "status": status,
    "outlets": _outlets,
    "voices": _voices,
    "count": _count,
}
