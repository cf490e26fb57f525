"""Offices under their names in three languages: who "the regional governor" is."""

from functools import cache, lru_cache

from ..extract.places.names import country_called
from ..lang.register import held, national, offices, vague
from ..model import Voice
from .directory import name_stems, name_words, proper
from .reuse.names import sounds

BODY = 2  # consonants that tell a body: "СБУ"


@cache
def _named() -> tuple[tuple[int, frozenset[str]], ...]:
    return tuple(
        (number, name_stems(name)) for number, names in enumerate(offices()) for name in names
    )


@cache
def _passed() -> frozenset[str]:
    return frozenset(stem for word in held() for stem in name_stems(word))


@cache
def _nobody() -> frozenset[str]:
    return frozenset(stem for name in vague() for stem in name_stems(name))


@lru_cache(maxsize=1 << 15)
def offices_in(name: str) -> frozenset[int]:
    """Return the offices a name holds, as numbers."""
    stems = name_stems(name)
    return frozenset(number for number, office in _named() if office <= stems)


@lru_cache(maxsize=1 << 15)
def local_office(name: str) -> bool:
    """Tell whether a name holds an office of a place: a mayor, police, no president."""
    return bool(offices_in(name) - _national())


@cache
def _national() -> frozenset[int]:
    return frozenset(n for n, names in enumerate(offices()) if not national().isdisjoint(names))


def in_full(voice: Voice, text: str) -> str:
    """Return a voice's name and the words that a text has for it: there stands the office."""
    return " ".join((voice.name, *(span.of(text) for span in voice.spans)))


def bodies_in(name: str) -> frozenset[str]:
    """Return what tells the bodies a name holds, in any alphabet: "источник в СБУ", "SBU".

    That is the offices, and how other words with a capital letter sound, but for countries.
    """
    named = [word for word in name_words(name) if proper(word) and not country_called(word)]
    heard = {sounds(word) for word in named if not name_stems(word) <= _nobody()}
    found = {sound for sound in heard if len(sound) >= BODY}
    return frozenset({*found, *(f"office {number}" for number in offices_in(name))})


def bare(name: str) -> bool:
    """Tell whether a name is an office and nobody who holds it: "the regional governor"."""
    stems = name_stems(name) - _passed()
    return any(stems == office for _, office in _named())
