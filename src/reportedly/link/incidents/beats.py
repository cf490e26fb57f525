"""Where a source's posts are, for those of its posts that do not say."""

from collections import defaultdict
from collections.abc import Iterable

from reportedly.link.agreement import Nearness, nearness
from reportedly.link.agreement.places import wide
from reportedly.model import Account, Document, Place

_BEFORE, _AFTER = 12.0, 6.0  # hours in which a source's other posts tell where a post is
_AGREE = 0.67  # share of those that have to be there
_SECONDS = 3600.0


class Beats:
    """The spots of each source's accounts, by time."""

    def __init__(self, accounts: Iterable[tuple[Document, Account]]) -> None:
        self._told: dict[str, list[tuple[float, str, Place]]] = defaultdict(list)
        for document, account in accounts:
            place, published = account.place, document.published
            if place is not None and published is not None and not wide(place):
                hour = published.timestamp() / _SECONDS
                self._told[document.source].append((hour, account.id, place))

    def place(self, document: Document) -> Place | None:
        """Return where a post without a place is: where its source is in these hours.

        "Four blasts, the windows shook", by a channel all of whose posts that night are about
        one town, is about that town. None where they are about several.
        """
        if document.published is None:
            return None
        hour = document.published.timestamp() / _SECONDS
        near = sorted(
            (abs(told - hour), account, place)
            for told, account, place in self._told.get(document.source, ())
            if hour - _BEFORE <= told <= hour + _AFTER
        )
        if not near:
            return None
        best = near[0][2]
        met = sum(nearness(best, place) is not Nearness.APART for _, _, place in near)
        return best if met >= _AGREE * len(near) else None
