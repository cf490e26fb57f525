"""Words for happenings that mean none: figures of speech, side by side in every language."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

Sentences = dict[str, tuple[str, ...]]  # by language


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases of one meaning; kinds of happening in `keeps` stand all the same.

    `skip` tell of nothing, `find` mean the same words.
    """

    meaning: str
    en: tuple[str, ...]
    ru: tuple[str, ...]
    uk: tuple[str, ...]
    skip: Sentences
    find: Sentences
    keeps: tuple[str, ...] = ()


class _Figures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    figures: tuple[Figure, ...]


@cache
def figures() -> tuple[Figure, ...]:
    """Return the figures of speech of all languages."""
    raw = files(__package__).joinpath("figurative.toml").read_bytes()
    return msgspec.toml.decode(raw, type=_Figures).figures


def figurative(language: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the phrases of a language with the kinds of happening that they leave standing.

    >>> dict(figurative("en"))["bombshell*"]
    frozenset()
    """
    for figure in figures():
        phrases: tuple[str, ...] = getattr(figure, language)
        for phrase in phrases:
            yield phrase, frozenset(figure.keeps)
