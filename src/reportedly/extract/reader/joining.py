"""Which reading of a text to believe, the rules' or the reader's, relation by relation."""

from collections.abc import Sequence
from typing import NamedTuple

from .pieces import Range
from .reading import Found

_LEADS = frozenset({"en"})  # where the reader measures better than the rules by itself
_ALONE = 0.5  # score from which a relation counts where the reader leads
_ADDED = 0.8  # score from which a relation is added where the rules lead


class Parts(NamedTuple):
    """Source, cue and content of a relation as character ranges."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


def joined(
    lang: str, rules: Sequence[Parts], found: Sequence[Found]
) -> tuple[list[int], list[Found]]:
    """Return which of the rules' relations stay, by number, and what the reader adds."""
    if lang in _LEADS:
        return [], [one for one in found if one.score >= _ALONE]
    added = [
        one
        for one in found
        if one.score >= _ADDED and not any(_same(one, other) for other in rules)
    ]
    return list(range(len(rules))), added


def _same(one: Found, other: Parts) -> bool:
    """Tell whether two relations share a cue, or a source and what it says."""
    return _meet(one.cue, other.cue) or (
        _meet(one.source, other.source) and _meet(one.content, other.content)
    )


def _meet(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(start < last and first < end for start, end in some for first, last in others)
