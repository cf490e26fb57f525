"""Reports in which a source goes on with its own story, seen once incidents are known."""

from collections.abc import Iterable, Sequence

from reportedly.link.origins import Provenance, going_on
from reportedly.model import Derivation

from .telling import Telling

WITHIN = 24.0  # hours: later, a source comes back to a story with news of its own


def continuations(
    groups: Iterable[Sequence[Telling]], known: Provenance
) -> tuple[Derivation, ...]:
    """Return the steps to a source's report of an incident from its last one of it.

    Only reports that come from nowhere else as far as is seen, are mainly about the incident
    and name nobody who could know something new: they are no origins. By order of the reports.
    """
    found: dict[str, Derivation] = {}
    for group in groups:
        last: dict[str, Telling] = {}
        told = [each for each in group if each.account is None or each.account.headline]
        for each in sorted(told, key=lambda one: known.place[one.document.id]):
            before = last.get(each.document.source)
            last[each.document.source] = each
            if before is None or before.document.id == each.document.id:
                continue
            if _soon(before, each) and _nobody_new(each.document.id, known):
                step = going_on(each.document, before.document, _hours(before, each))
                found.setdefault(each.document.id, step)
    return tuple(sorted(found.values(), key=lambda step: known.place[step.doc]))


def _hours(before: Telling, each: Telling) -> float:
    return (each.published or 0.0) - (before.published or 0.0)


def _soon(before: Telling, each: Telling) -> bool:
    dated = before.published is not None and each.published is not None
    return dated and 0.0 <= _hours(before, each) <= WITHIN


def _nobody_new(doc: str, known: Provenance) -> bool:
    if known.derived[doc]:
        return False
    voice = known.knower(doc)
    return voice is None or not (voice.particular or voice.saw)
