"""Whether two values of one slot can both be right."""

from datetime import timedelta
from enum import StrEnum

import msgspec

from reportedly.model import Count, Label, Place, Value, When

from .places import Nearness, nearness
from .slots import slot_of

_WHOLES = (" regions", "incidents", "in all", "the region", "the country", "Russia", "Ukraine")
ROUNDING = timedelta(minutes=30)  # "about three" and "03:20" are one time


class Standing(StrEnum):
    """How one answer stands to another."""

    SAME = "same"
    COMPATIBLE = "compatible"  # one says the same less exactly
    PART = "a part of the other"  # one counts over a part of what the other counts over
    SEPARATE = "separate"  # they are about different things, or both may hold
    SUPERSEDED = "superseded"  # one replaced the other as the story developed
    CONTRADICTS = "contradicts"


class Relation(msgspec.Struct, frozen=True):
    """How two values stand, and why in a few words."""

    standing: Standing
    because: str


def relate(slot: str, one: Value, other: Value) -> Relation:
    """Return how two values given for `slot` stand to each other, the same both ways round.

    >>> relate("killed", Count(low=0, best=0, high=0), Count(low=3, best=3, high=3)).because
    'the counts do not overlap'
    """
    if isinstance(one, Count) and isinstance(other, Count):
        return _counts(one, other)
    if isinstance(one, Place) and isinstance(other, Place):
        return _places(one, other)
    if isinstance(one, When) and isinstance(other, When):
        return _times(one, other)
    if isinstance(one, Label) and isinstance(other, Label):
        return _labels(slot, one, other)
    return Relation(Standing.SEPARATE, "they are values of different kinds")


def opposed(slot: str, asserted: Value, denied: Value) -> Relation:
    """Return how an asserted value stands to one that somebody denies."""
    found = relate(slot, asserted, denied)
    if found.standing is Standing.SAME:
        return Relation(Standing.CONTRADICTS, "one side says so and the other denies it")
    return Relation(Standing.SEPARATE, "what is denied is not what is said")


def _counts(one: Count, other: Count) -> Relation:
    if one.scope != other.scope:
        if _part(one, other) or _part(other, one):
            return Relation(Standing.PART, "one is a part of the total that the other gives")
        return Relation(Standing.SEPARATE, "they count over different things")
    if one == other:
        return Relation(Standing.SAME, "the counts are equal")
    tops = [count.high for count in (one, other) if count.high is not None]
    if max(one.low, other.low) <= min(tops, default=max(one.low, other.low)):
        return Relation(Standing.COMPATIBLE, "the counts overlap")
    return Relation(Standing.CONTRADICTS, "the counts do not overlap")


def _part(small: Count, large: Count) -> bool:
    """Tell whether a count is one of this place, the other one over this place and more."""
    unit, more = _scopes(small), _scopes(large)
    whole = any(scope.endswith(_WHOLES) for scope in more - unit)
    return unit < more and whole and (large.high is None or small.low <= large.high)


def _scopes(count: Count) -> set[str]:
    return set(count.scope.split(", ")) if count.scope else set()


def _places(one: Place, other: Place) -> Relation:
    found = nearness(one, other)
    if found is Nearness.SAME:
        return Relation(Standing.SAME, "the places are the same")
    if found is Nearness.APART:
        return Relation(Standing.CONTRADICTS, "the places are apart")
    return Relation(Standing.COMPATIBLE, f"the places agree: {found.value}")


def _times(one: When, other: When) -> Relation:
    if one == other:
        return Relation(Standing.SAME, "the times are equal")
    gap = max(one.earliest, other.earliest) - min(one.latest, other.latest)
    if gap <= ROUNDING:
        return Relation(Standing.COMPATIBLE, "the times overlap")
    return Relation(Standing.CONTRADICTS, "the times do not overlap")


def _labels(slot: str, one: Label, other: Label) -> Relation:
    if one.value == other.value:
        return Relation(Standing.SAME, "the answers are the same")
    if slot_of(slot).both(one.value, other.value):
        return Relation(Standing.SEPARATE, "the two can hold together")
    return Relation(Standing.CONTRADICTS, f"only one {slot} can be right")


def shown(value: Value) -> str:
    """Return a value as a reader would write it.

    >>> shown(Count(low=2, best=3, high=5)), shown(Count(low=3, best=3, high=None))
    ('2-5', 'at least 3')
    """
    if isinstance(value, Label):
        return value.value.replace("_", " ")
    if isinstance(value, Place):
        return value.name
    if isinstance(value, When):
        first, last = value.earliest, value.latest
        end = "" if first == last else f" to {last:%Y-%m-%d %H:%M} UTC"
        return f"{first:%Y-%m-%d %H:%M} UTC" + end
    scope = f" ({value.scope})" if value.scope else ""
    if value.high is None:
        return f"at least {value.low}{scope}"
    return (f"{value.low}" if value.low == value.high else f"{value.low}-{value.high}") + scope
