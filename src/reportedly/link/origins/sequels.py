"""The same source on the same kind of event in the same town, however it puts it."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from ...model import Account, How
from ..reuse.overlap import shared_bits
from .ground import Ground
from .matter import TOWN_KM, apart
from .ties import Tie

WITHIN = 48.0  # hours
SHARED = 20.0  # bits of words, of which the name of the town is a part
LATEST = 12  # towns a source has just told of that are looked at
# Set by hand, in bits: a sequel at once, and for each doubling of the hours between.
BASE, HOURS = 3.0, -0.5
UNLIKE = {"other"}  # kinds of event that are no one kind


class _Told(NamedTuple):
    place: int
    account: Account


def sequels(ground: Ground) -> list[Tie]:
    """Return for each report the last of its source on such an event in the same town."""
    before: dict[tuple[int, str], list[_Told]] = defaultdict(list)
    found: list[tuple[int, int]] = []
    for child in np.flatnonzero(ground.read).tolist():
        account = next((a for a in ground.reading(child).accounts if a.headline), None)
        if account is None or account.type in UNLIKE or not _town(account):
            continue
        told = before[int(ground.shelf.sources[child]), account.type]
        last = next((one for one in reversed(told) if not apart(one.account, account)), None)
        if last is not None and ground.shelf.gap(child, last.place) <= WITHIN:
            found.append((child, last.place))
        told.append(_Told(child, account))
        del told[:-LATEST]
    children, parents = np.array(found, np.int64).reshape(-1, 2).T
    shared = shared_bits(ground.known, children, parents)
    bits = BASE + HOURS * np.log2(1 + ground.shelf.gaps(children, parents))
    rows = zip(found, shared.tolist(), bits.tolist(), strict=True)
    return [
        Tie(child, parent, How.UPDATE, round(value, 2))
        for (child, parent), same, value in rows
        if same >= SHARED and value > 0
    ]


def _town(account: Account) -> bool:
    return account.place is not None and account.place.radius_km <= TOWN_KM
