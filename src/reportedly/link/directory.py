"""Who is meant by a name: one voice under all its spellings, aliases and handles."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from ..extract.places.names import country_called, place_called
from ..lang.register import common, joining, name_key
from ..model import Source, SourceKind
from ..text.shingles import stem
from .reuse.names import sounds

SOUNDS = 4  # consonants a name needs to be known by them alone
_LOCAL = {SourceKind.CHANNEL, SourceKind.OUTLET}  # what may be called by its town
ENDING = 2  # letters in which two forms of a word may differ: "Interior" is no "Interfax"


def handle_key(handle: str) -> str:
    """Return what two spellings of an address or a handle have in common."""
    handle = handle.strip().casefold()
    host = urlsplit(handle).netloc if "//" in handle else handle
    return host.removeprefix("www.")


def _words(name: str) -> list[str]:
    return [bare for word in name_key(name).split() if (bare := word.strip(".@+"))]


def _stem(word: str) -> str:
    """Return the stem of a word, of a country its code: "ФРГ" is "Германия"."""
    code = country_called(word)
    return stem(word) if code is None else f"/{code}"


@lru_cache(maxsize=1 << 15)
def name_stems(name: str) -> frozenset[str]:
    """Return the stems of the telling words of a name: what its case endings leave alone.

    >>> name_stems("в Минобороны России") == name_stems("Минобороной РФ")
    True
    """
    words = _words(name)
    telling = [word for word in words if word not in joining()]
    return frozenset(map(_stem, telling or words))


@lru_cache(maxsize=1 << 15)
def _sounds(name: str) -> tuple[str, ...]:
    """Return the sounds of a name's words; nothing where they are too few to tell apart."""
    heard = tuple(sounds(word) for word in name_key(name).split())
    return heard if sum(map(len, heard)) >= SOUNDS else ()


def proper(word: str) -> bool:
    """Tell a name from a common word: "в ведомстве" is not the paper "Ведомости"."""
    return next((letter.isupper() for letter in word if letter.isalpha()), False)


def name_words(name: str) -> list[str]:
    """Return the words of a name as they stand, without the marks around them."""
    return [word.strip("«»\"'“”.,()|") for word in name.split()]


def countries_in(name: str) -> list[str]:
    """Return the words of a name that name a country."""
    words = name.replace("-", " ").split()
    return [word for word in words if country_called(word) is not None]


def _spelt(name: str, alias: str) -> bool:
    """Tell whether each word of `alias` is in `name` but for its ending: stems are short."""
    words = _words(name)
    return all(
        any(_alike(word, other) for other in words)
        for word in name_key(alias).split()
        if word not in joining()
    )


def _alike(word: str, other: str) -> bool:
    if (code := country_called(word)) is not None:
        return code == country_called(other)
    same = min(len(word), len(other)) - ENDING
    spelt = stem(word) == stem(other) and word[:same] == other[:same]
    return spelt and place_called(word) == place_called(other)  # "Москвач" is not Moscow


def _of_places(name: str) -> bool:
    """Tell whether nothing of a name but common words and places is its own: "Новости Москвы".

    Moscow is not that channel, nor is its police.
    """
    words = _words(name)
    return bool(words) and all(map(place_called, words))


def _abroad(name: str, alias: str) -> bool:
    """Tell whether a name has a country that the alias within it has not: another's office."""
    own = name_stems(alias)
    return any(proper(word) and _stem(word) not in own for word in countries_in(name))


def _common(name: str, source: Source) -> bool:
    """Tell whether `name` is but a common word that looks like a medium: "insiders"."""
    if source.kind in (SourceKind.OFFICIAL, SourceKind.PERSON):
        return False
    return not any(map(proper, name.split())) or name_key(name) in common()


class Directory:
    """Finds the source behind a name, an alias or a handle, or None."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Index `sources`; where two claim one name, the first by id has it."""
        self._by: dict[str, Source] = {}
        self._stems: dict[frozenset[str], list[tuple[str, Source]]] = {}
        self._heard: dict[tuple[str, ...], Source] = {}
        self._inside: dict[str, list[tuple[str, Source]]] = {}
        for source in sources:
            for handle in source.handles:
                self._by.setdefault(handle_key(handle), source)
            for name in source.names:
                self._by.setdefault(name_key(name), source)
                if source.kind in _LOCAL and _of_places(name):
                    continue
                self._heard.setdefault(_sounds(name), source)
                stems = name_stems(name)
                self._stems.setdefault(stems, []).append((name, source))
                if stems:
                    self._inside.setdefault(min(stems), []).append((name, source))

    def find(self, name: str, handle: str | None = None) -> Source | None:
        """Return the source called `name`, in any case or alphabet, or reached at `handle`."""
        if handle and (found := self._by.get(handle_key(handle))):
            return found
        if known := self._by.get(name_key(name)):
            return known
        alike = self._spelt(name) or self._heard.get(_sounds(name) or ("",))
        return None if alike and _common(name, alike) else alike

    def _spelt(self, name: str) -> Source | None:
        """Return the first source one of whose names is `name` but for its endings."""
        near = self._stems.get(name_stems(name), ())
        return next((source for alias, source in near if _spelt(name, alias)), None)

    def within(self, name: str) -> Source | None:
        """Return the source whose name is all or part of `name`: "радиостанция BBC".

        Where several are, the one with the longest name; none where `name` goes on to name
        a country: its ministry is not ours.
        """
        if found := self.find(name):
            return found
        stems = name_stems(" ".join(word for word in name.split() if proper(word)))
        inside = [
            (len(name_stems(alias)), source.id, source)
            for first in sorted(stems)
            for alias, source in self._inside.get(first, ())
            if name_stems(alias) <= stems and _spelt(name, alias) and not _abroad(name, alias)
        ]
        return max(inside, key=lambda one: one[:2])[2] if inside else None

    def key(self, name: str, handle: str | None = None) -> str:
        """Return one key for all spellings of a voice, known or not."""
        found = self.find(name, handle)
        return found.id if found else " ".join(sorted(name_stems(name))) or name_key(name)

    def keys(self, voices: Iterable[tuple[str, str | None]]) -> list[str]:
        """Return the key of each name with its handle; each pair is looked up once."""
        known: dict[tuple[str, str | None], str] = {}
        return [
            known[voice] if voice in known else known.setdefault(voice, self.key(*voice))
            for voice in voices
        ]

    def name(self, name: str) -> str:
        """Return the name the voice is shown under: its source's first, else as given."""
        found = self.find(name)
        return found.names[0] if found else name
