"""Those whom early reports count as hurt and later ones as dead."""

from collections import defaultdict
from collections.abc import Iterable

from reportedly.model import Claim, Count, Stance

_PEOPLE = ("killed", "injured")


def departed(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the ids of claims that count as hurt whom other reports of an incident count dead.

    "A boy was shot" and, of the same shooting, "a boy has died": nobody else was hurt. "Four
    were shot" beside "one was killed and three were wounded" counts the dead, too. A report
    that tells of dead itself is believed to count the hurt beside them.
    """
    told: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.slot in _PEOPLE and _counts(claim):
            told[claim.doc][claim.slot].append(claim)
    sums = {
        _most(slots["killed"]) + (_most(slots["injured"]) if slots["injured"] else 0)
        for slots in told.values()
        if slots["killed"]
    }
    return frozenset(
        claim.id
        for slots in told.values()
        if not slots["killed"]
        for claim in slots["injured"]
        if isinstance(claim.value, Count) and claim.value.best in sums
    )


def _counts(claim: Claim) -> bool:
    """Tell whether a claim says that there were some, of all that were there."""
    value = claim.value
    if not isinstance(value, Count) or value.scope or claim.stance is Stance.DENIES:
        return False
    return value.best > 0


def _most(claims: Iterable[Claim]) -> int:
    return max(claim.value.best for claim in claims if isinstance(claim.value, Count))
