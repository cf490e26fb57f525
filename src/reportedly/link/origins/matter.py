"""Whether two readings can be of one happening: place, time and kind of event."""

from itertools import product

from ...extract.places.distance import kilometres
from ...model import Account, Count, Place, Reading, When
from ..sites import other_site

SAME, APART, FIGURE = 1.0, -6.0, 2.0  # bits
SLACK_KM = 30.0
TOWN_KM = 40.0  # a greater radius is a region's
SLACK_HOURS = 6.0


def far(one: Place, other: Place) -> bool:
    """Tell whether two places, their radii allowed for, cannot be one."""
    return kilometres(one, other) > one.radius_km + other.radius_km + SLACK_KM


def holds(wide: Place, spot: Place) -> bool:
    """Tell whether one place is wider than the other, which lies in it.

    A street that no gazetteer holds has the extent of its town.
    """
    site = spot.gazetteer is None and wide.gazetteer is not None
    wider = wide.radius_km > spot.radius_km or (site and wide.radius_km == spot.radius_km)
    return wider and kilometres(wide, spot) <= wide.radius_km


def _other_time(one: When, other: When) -> bool:
    gap = max(one.earliest, other.earliest) - min(one.latest, other.latest)
    return gap.total_seconds() > 3600 * SLACK_HOURS


def apart(one: Account, other: Account) -> bool:
    """Tell whether place or time of two accounts cannot be one."""
    here, there = one.place, other.place
    if here and there and (far(here, there) or other_site(here, there)):
        return True
    return bool(one.when and other.when and _other_time(one.when, other.when))


def agreement(one: Reading, other: Reading) -> float:
    """Return bits for or against two reports being of one happening; 0 where none is read."""
    pairs = list(product(one.accounts, other.accounts))
    if not pairs:
        return 0.0
    if all(apart(left, right) for left, right in pairs):
        return APART
    same = any(
        left.type == right.type
        and left.place
        and right.place
        and max(left.place.radius_km, right.place.radius_km) <= TOWN_KM
        and not apart(left, right)
        for left, right in pairs
    )
    return SAME if same else 0.0


def figures(one: Reading, other: Reading) -> float:
    """Return bits for the counts that both readings tell: as many killed, as many drones."""
    return FIGURE * len(_counts(one) & _counts(other))


def _counts(reading: Reading) -> set[tuple[str, int]]:
    return {(c.slot, c.value.best) for c in reading.claims if isinstance(c.value, Count)}
