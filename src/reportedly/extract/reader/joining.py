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
    leads: bool  # the reader's spans hold where both see a relation, and its doubt is a veto
    ends: bool  # the reader tells where a content ends


_TRUST = {
    "en": Trust(added=0.3, leads=True, ends=True),
    "ru": Trust(added=0.9, leads=False, ends=True),
    "uk": Trust(added=0.9, leads=False, ends=False),
}


def seconded(
    lang: str, rule: Parts, opinion: Found | None, found: Sequence[Found]
) -> Parts | None:
    """Return a relation of the rules after the reader looked at it; None: dropped.

    `opinion` is what the reader makes of its cue, `found` what it found by itself. What the
    rules put together from several paragraphs stays: the reader sees one at a time.
    """
    trust = _TRUST[lang]
    own = next((one for one in found if _meet(one.cue, rule.cue)), None)
    if trust.leads and own:
        return Parts(own.source, own.cue, own.content)
    if opinion is None or opinion.score < _DOUBT:
        return None if opinion and trust.leads else rule
    ended = trust.ends and _meet(opinion.content, rule.content)
    content = opinion.content if ended else rule.content
    source = opinion.source if trust.leads and opinion.source else rule.source
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
