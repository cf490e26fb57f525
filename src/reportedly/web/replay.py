"""The case as it was known at moments that somebody asks for, the last few kept."""

import threading
from collections import OrderedDict
from datetime import datetime

from reportedly.case import as_of
from reportedly.model import Case

from .lookup import Lookup

KEPT = 12  # moments; each holds a linked case in memory


class Replays:
    """Replays of one case; one is worked out at a time, whoever asks for the same waits."""

    def __init__(self) -> None:
        self._case: Case | None = None
        self._known: OrderedDict[datetime, Lookup] = OrderedDict()
        self._lock = threading.Lock()

    def at(self, case: Case, until: datetime) -> Lookup:
        """Return the ways through `case` as it was known at `until`."""
        with self._lock:
            if self._case is not case:
                self._case, self._known = case, OrderedDict()
            if until not in self._known:
                self._known[until] = Lookup(as_of(case, until))
                while len(self._known) > KEPT:
                    self._known.popitem(last=False)
            self._known.move_to_end(until)
            return self._known[until]
