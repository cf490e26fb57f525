"""Whom a report itself names as the one who knew."""

from collections.abc import Iterator
from typing import NamedTuple

from ...lang.register import vague
from ...model import Attribution, Basis, Document, Reading, SourceKind, Span, Voice
from ..sources import Directory

RELAYS = {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.CHANNEL}
# Bases under which two reports that name one voice mean one and the same voice.
PARTICULAR = {Basis.OFFICIAL, Basis.NAMED, Basis.MEDIA}


class Spoken(NamedTuple):
    """A voice as a report names it; equal keys are one voice."""

    name: str
    key: str
    basis: Basis
    signs: tuple[Span, ...]

    @property
    def particular(self) -> bool:
        """Tell a certain office, person or outlet from "eyewitnesses" or "the media"."""
        return self.basis in PARTICULAR and self.key not in vague()


def _own(voice: Voice, doc: Document, directory: Directory) -> bool:
    return not voice.spans or directory.key(voice.name) == directory.key(doc.source)


def chains(
    doc: Document, reading: Reading, directory: Directory
) -> Iterator[tuple[Voice, ...]]:
    """Yield the chain of each attribution without the publisher, in order of its content."""

    def first(attribution: Attribution) -> tuple[int, str]:
        return min((s.start for s in attribution.content), default=0), attribution.id

    for attribution in sorted(reading.attributions, key=first):
        chain = tuple(v for v in attribution.chain if not _own(v, doc, directory))
        if chain:
            yield chain


def spoken(voice: Voice, directory: Directory) -> Spoken:
    """Return `voice` under the key that all its spellings share."""
    return Spoken(voice.name, directory.key(voice.name), voice.basis, voice.spans)


def knower(doc: Document, reading: Reading, directory: Directory) -> Spoken | None:
    """Return the voice at the end of the first chain: who knew, by this report's account."""
    for chain in chains(doc, reading, directory):
        return spoken(chain[-1], directory)
    return None
