"""The sources of a case: those known beforehand, and its own publishers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ..lang.register import beside, name_key, official, register, source_id
from ..model import Basis, Document, Reading, Source, SourceKind, Voice
from .directory import Directory, handle_key, name_words, proper
from .offices import in_full, offices_in
from .reuse.names import sounds

FULL = 2  # words that a person is called by at least: given name and surname
SURNAME = 3  # consonants that a surname needs to be known in another alphabet


def _publishers(documents: Sequence[Document]) -> Iterator[tuple[str, str | None]]:
    pairs = {(doc.source, doc.handle) for doc in documents if doc.source.strip()}
    yield from sorted(pairs, key=lambda pair: (pair[0], pair[1] or ""))


def _kind(name: str, handle: str | None) -> SourceKind:
    """A host name speaks for an outlet, a state body's name for an office, else a channel."""
    if official(name):
        return SourceKind.OFFICIAL
    return SourceKind.OUTLET if handle and "." in handle else SourceKind.CHANNEL


def _words(name: str) -> list[str]:
    return [word for word in name_words(name) if word]


def _called(name: str) -> tuple[str, ...]:
    """Return the words of a publisher that is called as a person is, else nothing."""
    words = _words(name)
    person = len(words) >= FULL and all(proper(w) and w.isalpha() for w in words)
    return tuple(words) if person else ()


def _one_name(word: str, other: str) -> bool:
    """Tell whether two words are one name: by letters, or by sound across alphabets."""
    if word.isascii() == other.isascii():
        return word.casefold().replace("ё", "е") == other.casefold().replace("ё", "е")
    return len(sounds(word)) > 1 and sounds(word) == sounds(other)


def _holders(
    publishers: Sequence[tuple[str, str | None]],
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
) -> dict[str, tuple[str, ...]]:
    """Return the publishers that others call the holder of an office, and what they call them.

    "Ryazan region governor Pavel Malkov" in one report tells that the channel "Павел Малков"
    speaks for an office; neither does a lawyer for him, nor what a publisher calls itself.
    """
    persons: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, _ in publishers:
        if (called := _called(name)) and len(sounds(called[-1])) >= SURNAME:
            persons[tuple(map(sounds, called))].append(name)
    if not persons:
        return {}
    longest = max(map(len, persons))
    found: dict[str, set[str]] = defaultdict(set)
    for doc in documents:
        for said in readings.get(doc.id, Reading()).attributions:
            for voice in said.chain:
                words = _words(voice.name) if voice.basis is Basis.OFFICIAL else []
                for size in range(FULL, min(longest, len(words)) + 1):
                    tail = words[-size:]
                    for name in persons.get(tuple(map(sounds, tail)), ()):
                        if name != doc.source and _holds(voice, doc, tail, _called(name)):
                            found[name].add(voice.name)
    return {name: tuple(sorted(called)) for name, called in found.items()}


def _holds(voice: Voice, doc: Document, tail: Sequence[str], called: Sequence[str]) -> bool:
    """Tell whether a voice that ends with a person's name is that person, in an office."""
    if not all(map(_one_name, tail, called)):
        return False
    text = in_full(voice, doc.text)
    others = {name_key(word) for word in text.replace("-", " ").split()}
    return bool(offices_in(text)) and others.isdisjoint(beside())


def sources(
    documents: Sequence[Document], readings: Mapping[str, Reading] | None = None
) -> tuple[Source, ...]:
    """Return the register and the case's own publishers, each voice once, by id.

    `readings` (by document id) tell which of them hold an office.
    """
    made = {source.id: source for source in register()}
    known = Directory(register())
    publishers = list(_publishers(documents))
    holders = _holders(publishers, documents, readings or {})
    for name, handle in publishers:
        source = known.find(name, handle)
        if source is None:
            identity = source_id(name)
            kind = SourceKind.OFFICIAL if name in holders else _kind(name, handle)
            source = made.get(identity) or Source(
                id=identity, kind=kind, names=(name, *holders.get(name, ()))
            )
        source = made.get(source.id, source)
        if handle and handle_key(handle) not in map(handle_key, source.handles):
            handles = tuple(sorted({*source.handles, handle}))
            source = msgspec.structs.replace(source, handles=handles)
        made[source.id] = source
    return tuple(made[identity] for identity in sorted(made))
