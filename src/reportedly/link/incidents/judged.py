"""Groups of accounts as a person has judged them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from reportedly.model import Judgement, Side, Verdict

from .telling import Telling

Bits = Callable[[Telling, Telling], float]


class Group(NamedTuple):
    """Accounts of one incident, and the judgements that made it what it is."""

    tellings: tuple[Telling, ...]
    judgements: tuple[str, ...] = ()


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the merges and splits that nobody has undone, the earliest first."""
    every = sorted(judgements, key=_time)
    gone = undone(every)
    return [each for each in every if each.verdict is not Verdict.UNDO and each.id not in gone]


def undone(judgements: Iterable[Judgement]) -> set[str]:
    """Return the ids of the judgements that no longer stand; an undo can be undone, too."""
    gone: set[str] = set()
    for each in sorted(judgements, key=_time, reverse=True):
        if each.undoes is not None and each.id not in gone:
            gone.add(each.undoes)
    return gone


def _time(each: Judgement) -> tuple[datetime, str]:
    return each.at, each.id


def judged(
    groups: Iterable[Sequence[Telling]], judgements: Iterable[Judgement], bits: Bits
) -> list[Group]:
    """Return the groups with every standing judgement applied, in the order of their time.

    A judgement speaks of the group that now holds most of what it was made about, so that it
    stands when reports are added or the groups are made anew. One that is already so, or
    whose reports are gone, changes nothing.
    """
    found = [Group(tuple(group)) for group in groups]
    for each in standing(judgements):
        found = (
            _merged(found, each) if each.verdict is Verdict.MERGE else _split(found, each, bits)
        )
    return found


def _merged(groups: list[Group], by: Judgement) -> list[Group]:
    one, other = _of(groups, by.one), _of(groups, by.other)
    if one is None or other is None or one is other:
        return groups
    both = Group(
        tuple(sorted((*one.tellings, *other.tellings), key=lambda each: each.order)),
        (*one.judgements, *other.judgements, by.id),
    )
    return [*(group for group in groups if group not in (one, other)), both]


def _split(groups: list[Group], by: Judgement, bits: Bits) -> list[Group]:
    whole = _of(groups, by.one)
    if whole is None or whole is not _of(groups, by.other):
        return groups
    out = [each for each in whole.tellings if _holds(by.one, each) > _holds(by.other, each)]
    left = [each for each in whole.tellings if _holds(by.other, each) > _holds(by.one, each)]
    settled = {id(each) for each in (*out, *left)}
    first, second = list(out), list(left)
    for each in whole.tellings:
        if id(each) not in settled:
            closer = bool(out) and _mean(each, out, bits) > _mean(each, left, bits)
            (first if closer else second).append(each)
    if not all(any(each.account for each in part) for part in (first, second)):
        return groups
    shaped = (*whole.judgements, by.id)
    parts = [
        Group(tuple(sorted(part, key=lambda each: each.order)), shaped)
        for part in (first, second)
    ]
    return [*(group for group in groups if group is not whole), *parts]


def _of(groups: Iterable[Group], side: Side) -> Group | None:
    """Return the group that holds most of a side, None where no group holds any."""
    held = [(sum(_holds(side, each) for each in group.tellings), group) for group in groups]
    best = max((count for count, _ in held), default=0)
    fit = [group for count, group in held if count == best]
    return min(fit, key=lambda group: group.tellings[0].order) if best else None


def _holds(side: Side, telling: Telling) -> int:
    """Return how surely a telling is of a side: by its account, or by its report alone."""
    if telling.account is not None and telling.account.id in side.accounts:
        return 2
    return int(telling.document.id in side.reports)


def _mean(one: Telling, some: Sequence[Telling], bits: Bits) -> float:
    return sum(bits(one, each) for each in some) / len(some) if some else 0.0
