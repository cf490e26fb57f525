"""What the reader adds to the rules' relations."""

from collections.abc import Sequence
from typing import NamedTuple

from .pieces import Range
from .reading import Found

_SURE = {"en": 0.6, "ru": 0.8, "uk": 0.8}  # score from which a relation is added, by language


class Parts(NamedTuple):
    """Source, cue and content of a relation as character ranges."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


def added(lang: str, rules: Sequence[Parts], found: Sequence[Found]) -> list[Found]:
    """Return the reader's relations that the rules lack: sure ones, with another cue.

    The rules stay, since their chains and nesting are better; by themselves the reader's
    relations are the better ones in English news (see its model card).
    """
    return [
        one
        for one in found
        if one.score >= _SURE[lang] and not any(_same(one, other) for other in rules)
    ]


def _same(one: Found, other: Parts) -> bool:
    """Tell whether two relations share a cue, or a source and what it says."""
    return _meet(one.cue, other.cue) or (
        _meet(one.source, other.source) and _meet(one.content, other.content)
    )


def _meet(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(start < last and first < end for start, end in some for first, last in others)
