"""Who is who: names, aliases and handles of the voices of a case."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

import msgspec

from ..lang.register import name_key, register, source_id
from ..model import Document, Source, SourceKind


def _handle(handle: str) -> str:
    handle = handle.strip().casefold()
    host = urlsplit(handle).netloc if "//" in handle else handle
    return host.removeprefix("www.")


class Directory:
    """Finds the source behind a name, an alias or a handle, or None."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Index `sources`; where two claim one name, the first by id has it."""
        self._by: dict[str, Source] = {}
        for source in sources:
            for name in source.names:
                self._by.setdefault(name_key(name), source)
            for handle in source.handles:
                self._by.setdefault(_handle(handle), source)

    def find(self, name: str, handle: str | None = None) -> Source | None:
        """Return the source called `name` or reached at `handle`."""
        if handle and (found := self._by.get(_handle(handle))):
            return found
        return self._by.get(name_key(name))

    def key(self, name: str, handle: str | None = None) -> str:
        """Return one key for all spellings of a voice, known or not."""
        found = self.find(name, handle)
        return found.id if found else name_key(name)

    def name(self, name: str) -> str:
        """Return the name the voice is shown under: its source's first, else as given."""
        found = self.find(name)
        return found.names[0] if found else name


def _publishers(documents: Sequence[Document]) -> Iterator[tuple[str, str | None]]:
    pairs = {(doc.source, doc.handle) for doc in documents if doc.source.strip()}
    yield from sorted(pairs, key=lambda pair: (pair[0], pair[1] or ""))


def _kind(handle: str | None) -> SourceKind:
    """A host name speaks for an outlet; what has none came from a channel."""
    return SourceKind.OUTLET if handle and "." in handle else SourceKind.CHANNEL


def sources(documents: Sequence[Document]) -> tuple[Source, ...]:
    """Return the register and the case's own publishers, each voice once, by id."""
    made = {source.id: source for source in register()}
    known = Directory(register())
    for name, handle in _publishers(documents):
        source = known.find(name, handle)
        if source is None:
            identity = source_id(name)
            source = made.get(identity) or Source(
                id=identity, kind=_kind(handle), names=(name,), handles=()
            )
        source = made.get(source.id, source)
        if handle and _handle(handle) not in map(_handle, source.handles):
            handles = tuple(sorted({*source.handles, handle}))
            source = msgspec.structs.replace(source, handles=handles)
        made[source.id] = source
    return tuple(made[identity] for identity in sorted(made))
