"""What would change a judgement: one origin fewer, or evidence not yet seen."""

from reportedly.model import Basis, Incident, Without

from .balance import Balance, voices
from .grade import digit

_LEFT_OUT = 40  # origins left out one by one, the weightiest first; beyond them none decides


def leave_one_out(balance: Balance) -> tuple[Without, ...]:
    """Return the grade without each origin that speaks on either side, by id."""
    weight: dict[str, float] = {}
    for each in (*balance.favour, *balance.opponents):
        weight[each.origin.id] = max(weight.get(each.origin.id, 0.0), each.bits)
    chosen = sorted(weight, key=lambda origin: (-weight[origin], origin))[:_LEFT_OUT]
    found = []
    for origin in sorted(chosen):
        rest = balance.without(origin)
        found.append(Without(origin=origin, bits=rest.bits, credibility=digit(rest).give))
    return tuple(found)


def would_change(
    balance: Balance, incident: Incident, without: tuple[Without, ...]
) -> tuple[str, ...]:
    """Return sentences on the evidence that would move the judgement (ICD-5)."""
    alone = [each for each in balance.favour if each.independent]
    found = []
    if voices(alone) < 2:
        found.append("A further origin, shown to be independent, that gives the same answer.")
    if len(balance.favour) > len(alone) and len(balance.favour) > 1:
        found.append("Finding out whether the origins behind it drew on the same source.")
    if balance.against:
        found.append("Evidence that settles the contradiction, such as footage of the place.")
    if any(each.hedged for each in balance.favour):
        found.append("The same voices saying it without a hedge.")
    if not any(origin.basis is Basis.OFFICIAL for origin in incident.origins):
        found.append("A statement by an office: the case holds none, which speaks for neither.")
    found.extend(_pivots(balance, without))
    return tuple(found)


def _pivots(balance: Balance, without: tuple[Without, ...]) -> list[str]:
    now = digit(balance).give
    names = {each.origin.id: each.who for each in (*balance.favour, *balance.opponents)}
    told = [
        f"Without “{names[each.origin]}” the digit would be {int(each.credibility)}, "
        f"not {int(now)}."
        for each in without
        if each.credibility is not now
    ]
    return list(dict.fromkeys(told))
