"""The same source on the same event: in the same town, or without a place of its own."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from ...extract.happening import Hint, hinted
from ...model import Account, Basis, Document, How
from ..reuse.overlap import shared_bits
from .ground import Ground
from .matter import TOWN_KM, apart, holds
from .ties import Tie

WITHIN = 48.0  # hours
SHARED = 20.0  # bits of words, of which the name of the town is a part
LATEST = 12  # towns a source has just told of that are looked at
# Set by hand, in bits: a sequel at once, and for each doubling of the hours between.
BASE, HOURS = 3.0, -0.5
UNLIKE = {"other"}  # kinds of event that are no one kind
DAY = 24.0  # hours that an update may come after what it is of
SOON = 4.0  # hours in which "more footage from the fire" needs no place
# ... where one report names all there is to see: of missiles and poisonings many speak at once.
SEEN = {"crash", "explosion", "fire", "outage", "shooting"}


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


def goes_on(doc: Document, account: Account | None, before: Account) -> bool:
    """Tell whether a report can be but more of a happening that its source has just told.

    It has no place, or is a line of more that names the town or the region around it.
    """
    if account is not None and account.place is not None:
        return _more(account, before) and hinted(doc).resumes
    return _fits(hinted(doc), before.type)


def _more(account: Account, before: Account) -> bool:
    if account.type != before.type or account.type not in SEEN:
        return False
    around, spot = account.place, before.place
    return around is not None and spot is not None and holds(around, spot)


def _fits(hint: Hint, kind: str) -> bool:
    return kind in SEEN & hint.kinds or (hint.updates and kind not in UNLIKE)


def goings_on(ground: Ground) -> list[Tie]:
    """Return for each report without its own place the last of its source on what it names.

    "The fire is out", by a channel that told of a fire in Elm Street an hour ago, is of that
    fire; the latest of several. What opens as an update is one of whatever was told that day.
    What eyewitnesses tell it now is no update of what it told.
    """
    before: dict[int, list[_Told]] = defaultdict(list)
    found: list[Tie] = []
    for child, doc in enumerate(ground.documents):
        account = next((a for a in ground.reading(child).accounts if a.headline), None)
        told = before[int(ground.shelf.sources[child])]
        if account is not None and account.place is not None:
            last = _resumed(child, doc, account, told, ground)
            if last is not None:
                found.append(_sequel(child, last, ground))
                continue
            told.append(_Told(child, account))
            del told[:-LATEST]
            continue
        if any(said.basis is Basis.EYEWITNESS for said in ground.reading(child).attributions):
            continue
        last = _last(child, doc, told, ground)
        if last is not None:
            found.append(_sequel(child, last, ground))
    return found


def _sequel(child: int, last: _Told, ground: Ground) -> Tie:
    bits = BASE + HOURS * float(np.log2(1 + ground.shelf.gap(child, last.place)))
    return Tie(child, last.place, How.UPDATE, round(bits, 2))


def _resumed(
    child: int, doc: Document, account: Account, told: list[_Told], ground: Ground
) -> _Told | None:
    """Return what a source has just told that a line of it is more of: "more from Moscow"."""
    likely = [one for one in told if _more(account, one.account)]
    if not likely or ground.shelf.gap(child, likely[-1].place) >= SOON:
        return None
    return likely[-1] if hinted(doc).resumes else None


def _last(child: int, doc: Document, told: list[_Told], ground: Ground) -> _Told | None:
    """Return the latest of what a source has told that a report of its can go on with."""
    gaps = ((ground.shelf.gap(child, one.place), one) for one in reversed(told))
    today = [(gap, one) for gap, one in gaps if gap < DAY]
    hint = hinted(doc) if today else Hint()
    for gap, one in today:
        soon = gap < SOON and _town(one.account)
        if (soon or hint.updates) and _fits(hint, one.account.type):
            return one
    return None


def _town(account: Account) -> bool:
    return account.place is not None and account.place.radius_km <= TOWN_KM
