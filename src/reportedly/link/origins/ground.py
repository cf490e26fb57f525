"""What every sign is looked for in: the reports side by side, their readings, who is who."""

from collections.abc import Mapping, Sequence

import numpy as np

from ...model import Document, Reading
from ...text.shingles import Keys
from ..directory import Directory
from ..reuse import Signature, arranged, names_in
from ..reuse.overlap import vocabulary
from ..reuse.shelf import Index
from ..reuse.signature import joined
from ..sources import sources
from .voices import Spoken, behind

_UNREAD = Reading()


class Ground:
    """All reports of a case in order of time, each known by its place in that order.

    `quoting` are those that attribute something, `read` tells whose reading has an account.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        signatures: Mapping[str, Signature],
        readings: Mapping[str, Reading],
    ) -> None:
        """Put the reports side by side; signatures and readings go by document id."""
        self.shelf = arranged(documents, signatures)
        self.known = vocabulary(self.shelf)
        self.voices = sources(self.shelf.documents, readings)
        self.directory = Directory(self.voices)
        self.documents = self.shelf.documents
        self.own = self.directory.keys((doc.source, doc.handle) for doc in self.documents)
        self._signatures = signatures
        self._readings = readings
        told = [(at, doc.id) for at, doc in enumerate(self.documents) if doc.id in readings]
        self.quoting = [at for at, name in told if readings[name].attributions]
        self.read = np.zeros(len(self.own), np.bool_)
        self.read[[at for at, name in told if readings[name].accounts]] = True
        self._names: dict[int, frozenset[int]] = {}
        self._knowers: dict[int, Spoken | None] = {}

    def reading(self, place: int) -> Reading:
        """Return the reading of a report; an empty one where it has none."""
        return self._readings.get(self.documents[place].id, _UNREAD)

    def knower(self, place: int) -> Spoken | None:
        """Return who knew, by the account of a report itself."""
        if place not in self._knowers:
            doc = self.documents[place]
            self._knowers[place] = behind(doc, self.reading(place), self.directory)
        return self._knowers[place]

    def words(self, places: Index) -> tuple[Keys, Index]:
        """Return the keys of all words of some reports, and where each begins."""
        ids = (self.documents[place].id for place in places.tolist())
        return joined([self._signatures[identity].words for identity in ids])

    def names(self, place: int) -> frozenset[int]:
        """Return the keys of a report's names and numbers that any alphabet shares."""
        if place not in self._names:
            self._names[place] = names_in(self._signatures[self.documents[place].id])
        return self._names[place]
