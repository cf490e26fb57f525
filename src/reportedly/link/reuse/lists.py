"""Which reports share a key, in order of time: a frozen base and what came since."""

from collections.abc import Iterable

import numpy as np

from ...text.shingles import PairKeys
from .candidates import FIRST, NEAREST
from .postings import PLACE
from .runs import new_runs
from .shelf import Index

_LOW = (np.uint64(1) << PLACE) - np.uint64(1)


class Lists:
    """For each key the numbers of its reports; those of the base are numbered by time.

    What is asked for may hold more than was meant, never less: what matters is measured later.
    """

    def __init__(self, keys: PairKeys, docs: Index) -> None:
        """Hold the base: columns of keys and of the reports that have them."""
        base = np.sort((keys << PLACE) | docs.astype(np.uint64))
        self._base = base[new_runs(base)]
        self._new: dict[int, list[int]] = {}
        self._gone: dict[int, set[int]] = {}

    def add(self, doc: int, keys: Iterable[int]) -> None:
        """Put a report on the lists of `keys`."""
        for key in keys:
            if doc in self._gone.get(key, ()):
                self._gone[key].discard(doc)
            else:
                self._new.setdefault(key, []).append(doc)

    def remove(self, doc: int, keys: Iterable[int]) -> None:
        """Take a report off the lists of `keys`, which it is on."""
        for key in keys:
            if doc in self._new.get(key, ()):
                self._new[key].remove(doc)
            else:
                self._gone.setdefault(key, set()).add(doc)

    def before(self, keys: PairKeys, upto: Index) -> tuple[PairKeys, Index]:
        """Return rows of key and report: on each list the first, and those just before `upto`.

        `upto` counts in the base; all that came since are among the rows.
        """
        begin = np.searchsorted(self._base, keys << PLACE)
        at = np.searchsorted(self._base, (keys << PLACE) | upto.astype(np.uint64))
        rows = [(begin + step)[begin + step < at] for step in range(FIRST)]
        rows += [(at - step)[at - step >= begin] for step in range(1, NEAREST + 1)]
        found = self._base[np.concatenate(rows)]
        more = np.unique(keys).tolist()
        gone = [key for key in more if self._gone.get(key)] if self._gone else []
        if gone:
            found = found[~np.isin(found >> PLACE, np.array(gone, np.uint64))]
        told = [(key, doc) for key in more for doc in self._new.get(key, ())]
        told += [(key, doc) for key in gone for doc in self._whole(key)]
        return (
            np.r_[found >> PLACE, np.fromiter((key for key, _ in told), np.uint64)],
            np.r_[
                (found & _LOW).astype(np.int64), np.array([doc for _, doc in told], np.int64)
            ],
        )

    def after(self, keys: PairKeys, upto: int) -> set[int]:
        """Return the reports to which it matters that one at `upto` is on the lists."""
        at = np.searchsorted(self._base, (keys << PLACE) | np.uint64(upto))
        begin = np.searchsorted(self._base, keys << PLACE)
        end = np.searchsorted(self._base, (keys + np.uint64(1)) << PLACE)
        far = np.where(at - begin < FIRST, end, np.minimum(at + NEAREST + 1, end))
        rows = [self._base[one:last] for one, last in zip(at, far, strict=True) if last > one]
        found = set((np.concatenate(rows) & _LOW).tolist()) if rows else set()
        for key in keys.tolist():
            found.update(self._new.get(key, ()))
            if self._gone.get(key):
                found.update(self._whole(key))
        return found

    def _whole(self, key: int) -> list[int]:
        first, last = np.searchsorted(self._base, np.array([key, key + 1], np.uint64) << PLACE)
        gone = self._gone[key]
        return [doc for doc in (self._base[first:last] & _LOW).tolist() if doc not in gone]
