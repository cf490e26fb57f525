"""The rules' relations and the reader's made one list: by language, whoever reads it better."""

from collections.abc import Sequence
from typing import NamedTuple

from .pieces import Range
from .reading import Found

_DOUBT = 0.4  # below this score the reader does not believe that a cue reports anything


class Parts(NamedTuple):
    """Source, cue and content of a relation as character ranges."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


class Trust(NamedTuple):
    """What is left to whom in a language; measured, see docs/models/reader.md."""

    added: float  # score from which a relation that only the reader finds is added
    vetoes: bool  # a relation of the rules that the reader doubts is dropped
    names: bool  # the reader tells where the source begins and ends


_TRUST = {
    "en": Trust(added=0.5, vetoes=True, names=True),
    "ru": Trust(added=0.9, vetoes=False, names=False),
    "uk": Trust(added=0.8, vetoes=False, names=False),
}


def seconded(lang: str, rule: Parts, opinion: Found | None) -> Parts | None:
    """Return a relation of the rules after the reader looked at its cue; None: dropped.

    Where the reader believes in it, its content ends where the reader says. What the rules
    put together from several paragraphs stays as it is: the reader sees one at a time.
    """
    trust = _TRUST[lang]
    if opinion is None or opinion.score < _DOUBT:
        return None if opinion and trust.vetoes else rule
    content = opinion.content if _meet(opinion.content, rule.content) else rule.content
    source = opinion.source if trust.names and opinion.source else rule.source
    return Parts(source=source, cue=rule.cue, content=content)


def added(lang: str, rules: Sequence[Parts], found: Sequence[Found]) -> list[Found]:
    """Return the reader's relations that the rules lack: sure ones, with another cue."""
    return [
        one
        for one in found
        if one.score >= _TRUST[lang].added and not any(_same(one, other) for other in rules)
    ]


def _same(one: Found, other: Parts) -> bool:
    """Tell whether two relations share a cue, or a source and what it says."""
    return _meet(one.cue, other.cue) or (
        _meet(one.source, other.source) and _meet(one.content, other.content)
    )


def _meet(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(start < last and first < end for start, end in some for first, last in others)
