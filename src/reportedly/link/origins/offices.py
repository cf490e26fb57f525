"""Offices under their names in three languages: who "the regional governor" is."""

from functools import cache

from ...lang.register import held, offices
from ..sources import name_stems


@cache
def _named() -> tuple[tuple[int, frozenset[str]], ...]:
    return tuple(
        (number, name_stems(name)) for number, names in enumerate(offices()) for name in names
    )


@cache
def _passed() -> frozenset[str]:
    return frozenset(stem for word in held() for stem in name_stems(word))


def offices_in(name: str) -> frozenset[int]:
    """Return the offices a name holds, as numbers."""
    stems = name_stems(name)
    return frozenset(number for number, office in _named() if office <= stems)


def bare(name: str) -> bool:
    """Tell whether a name is an office and nobody who holds it: "the regional governor"."""
    stems = name_stems(name) - _passed()
    return any(stems == office for _, office in _named())
