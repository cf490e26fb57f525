"""Voices known beforehand, and how a name is made comparable."""

import re
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from ..model import Source, SourceKind, identify

_MARKS = re.compile(r"[^\w@.+]+|_")


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: SourceKind
    names: tuple[str, ...]
    handles: tuple[str, ...] = ()
    owner: str | None = None


class _Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    source: str  # "" where no entry may answer


class _Register(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    generic: frozenset[str]
    joining: frozenset[str]
    bodies: frozenset[str]
    common: frozenset[str]
    guessing: frozenset[str]
    pointing: frozenset[str]
    vague: frozenset[str]
    offices: tuple[tuple[str, ...], ...]
    national: frozenset[str]
    held: frozenset[str]
    areas: frozenset[str]
    beside: frozenset[str]
    sources: tuple[_Entry, ...]
    examples: tuple[_Example, ...]


@cache
def _register() -> _Register:
    raw = (files(__package__) / "sources.toml").read_bytes()
    return msgspec.toml.decode(raw, type=_Register)


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """Return what two spellings of one voice have in common.

    >>> name_key("Telegram-канал «SHOT»") == name_key("канал SHOT") == name_key("shot")
    True
    """
    plain = _MARKS.sub(" ", name.casefold().replace("ё", "е")).split()
    telling = [word for word in plain if word not in _register().generic]
    return " ".join(telling or plain)


def source_id(name: str) -> str:
    """Return the id of the source whose first name is `name`."""
    return identify("source", name_key(name))


@cache
def register() -> tuple[Source, ...]:
    """Return the well-known outlets, channels, agencies and official bodies, by id."""
    made = (
        Source(
            id=source_id(entry.names[0]),
            kind=entry.kind,
            names=entry.names,
            handles=entry.handles,
            owner=entry.owner,
        )
        for entry in _register().sources
    )
    return tuple(sorted(made, key=lambda source: source.id))


def examples() -> tuple[tuple[str, str], ...]:
    """Return the register's own examples: a spelling and the first name it must lead to."""
    return tuple((one.name, one.source) for one in _register().examples)


def generic(name: str) -> bool:
    """Tell whether a name says what a voice is and not who: "канал", "the newspaper".

    >>> generic("Telegram-канал"), generic("канал SHOT")
    (True, False)
    """
    words = _MARKS.sub(" ", name.casefold()).split()
    return all(word in _register().generic for word in words)


def official(name: str) -> bool:
    """Tell whether a publisher is called by a state body: "МЧС Курган".

    >>> official("МЧС Курган"), official("Канал про МЧСников")
    (True, False)
    """
    return not _register().bodies.isdisjoint(name_key(name).split())


def common() -> frozenset[str]:
    """Return common words that look like the name of a medium in another form."""
    return _register().common


def pointing() -> frozenset[str]:
    """Return the keys of phrases that stand for what was said before: "this information"."""
    return frozenset(map(name_key, _register().pointing))


def joining() -> frozenset[str]:
    """Return words that only tie a name together: prepositions, conjunctions, articles."""
    return _register().joining


def guessing() -> frozenset[str]:
    """Return words for those who guess rather than know: "experts"."""
    return _register().guessing


@cache
def vague() -> frozenset[str]:
    """Return the keys of names that stand for nobody in particular: "eyewitnesses"."""
    return frozenset(map(name_key, _register().vague))


def offices() -> tuple[tuple[str, ...], ...]:
    """Return what each office is called, in three languages."""
    return _register().offices


def national() -> frozenset[str]:
    """Return offices, by one of their names, that a country has one of."""
    return _register().national


@cache
def beside() -> frozenset[str]:
    """Return the keys of words for who is named with an office's holder and is not them."""
    return frozenset(map(name_key, _register().beside))


def areas() -> frozenset[str]:
    """Return words that say of the place of an office only what it is: "oblast"."""
    return _register().areas


def held() -> frozenset[str]:
    """Return words that say of an office only whose it is: "regional", "acting"."""
    return _register().held
