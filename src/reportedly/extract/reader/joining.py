"""The rules' relations and the reader's made one list: by language, whoever reads it better."""

from collections.abc import Sequence
from typing import NamedTuple

from .decode import closed
from .pieces import Range
from .reading import Found

_DOUBT = 0.4  # below this score the reader does not believe that a cue reports anything
_MARK = 0.25  # below this one not even a colon that heads a line
_OPENING = '«“„"'


class Parts(NamedTuple):
    """Source, cue and content of a relation as character ranges."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


class Rule(NamedTuple):
    """A relation of the rules, with what tells how far it is to be trusted."""

    parts: Parts
    relays: bool  # it is cited by another voice: the reader never learnt to tell the two
    told: bool  # somebody was told, whom the reader never learnt to tell from the voice
    settled: bool  # a set phrase, or a content of several lines: the rules know it best
    mark: bool  # a colon is all that makes it
    attitude: bool  # a verb that tells of an attitude rather than of words: "believe", "praise"
    unseen: bool  # its source is of those told of without a name: "sources", "footage"


class Trust(NamedTuple):
    """What is left to whom in a language; measured, see docs/models/reader.md."""

    added: float  # score from which a relation that only the reader finds is added
    leads: bool  # the reader's spans hold where both see a relation, and its doubt is a veto
    spans: bool  # where the rules lead: its spans hold, not only the end of the content
    told: bool  # the rules know who was told


_TRUST = {
    "en": Trust(added=0.3, leads=True, spans=True, told=False),
    "ru": Trust(added=1.0, leads=False, spans=False, told=True),
    "uk": Trust(added=1.0, leads=False, spans=True, told=True),
}


def asks(lang: str, rule: Rule) -> bool:
    """Tell whether what the reader makes of a relation's cue can change the relation."""
    return not (rule.relays or rule.settled or (rule.told and _TRUST[lang].told))


def seconded(
    lang: str, text: str, rule: Rule, opinion: Found | None, found: Sequence[Found]
) -> Parts | None:
    """Return a relation of the rules after the reader looked at it; None: dropped.

    `opinion` is what the reader makes of its cue, `found` what it found by itself.
    """
    trust = _TRUST[lang]
    if trust.leads and not rule.relays:
        return _led(rule, opinion, found)
    if not asks(lang, rule):
        return rule.parts
    if opinion is None or opinion.score < _DOUBT:
        return None if opinion and rule.mark and opinion.score < _MARK else rule.parts
    if trust.spans:
        return _respanned(text, rule.parts, opinion)
    return rule.parts._replace(content=_ended(rule.parts.content, opinion.content))


def _ended(content: tuple[Range, ...], seen: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the content of the rules with the end that the reader sees, if the two meet."""
    end = seen[-1][1]
    kept = [(start, last) for start, last in content if start < end]
    if not kept or not _meet(content, seen):
        return content
    return (*((start, min(last, end)) for start, last in kept[:-1]), (kept[-1][0], end))


def _respanned(text: str, parts: Parts, seen: Found) -> Parts:
    """Return a relation of the rules with the spans that the reader gives it."""
    source = _source(text, parts.source, seen.source)
    content = tuple(closed(text, *span) for span in _mended(seen.content, parts, source))
    return Parts(source, parts.cue, content)


def _source(text: str, rules: Sequence[Range], seen: Sequence[Range]) -> tuple[Range, ...]:
    """Return the source of the rules, begun where the reader begins it and ended no earlier.

    Another one the reader may not name; nor may it cut a name in quotation marks from its noun
    ("the outlet “Ember”"), or an apposition from a name.
    """
    if not rules or not _meet(rules, seen):
        return tuple(rules)
    (start, end), (first, last) = rules[0], seen[0]
    quoted = start < first and text[first - 1] in _OPENING
    kept = quoted or not _worded(text[min(start, first) : max(start, first)])
    more = text[end:last]  # an abbreviation in brackets is none
    later = _worded(more) and not more.lstrip().startswith("(")
    return (closed(text, start if kept else first, last if later else end),)


def _worded(text: str) -> bool:
    return any(map(str.isalnum, text))


def _mended(seen: Sequence[Range], parts: Parts, source: Sequence[Range]) -> tuple[Range, ...]:
    """Return a content without the holes that the rules do not see.

    Nothing but the voice and its cue interrupts a sentence.
    """
    whole = [seen[0]]
    for start, end in seen[1:]:
        hole = (whole[-1][1], start)
        if _holds(parts.content, hole) and not _meet([hole], (*parts.cue, *source)):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return tuple(whole)


def _led(rule: Rule, opinion: Found | None, found: Sequence[Found]) -> Parts | None:
    """Return a relation as the reader sees it, where it sees one at all.

    What the rules alone find inside another's words is mostly no voice of its own.
    """
    parts = rule.parts
    own = next((one for one in found if _meet(one.cue, parts.cue)), None)
    if own:
        # "According to Ember, an outlet near the port": the apposition is no source.
        aside = rule.settled and own.source and parts.source and own.source > parts.source
        return parts if aside else Parts(own.source, own.cue, own.content)
    if rule.settled:
        return parts
    if opinion is None or opinion.score < _DOUBT:
        return None
    within = any(_holds(one.content, parts.cue[0]) for one in found)
    if (within or rule.attitude) and not rule.unseen:
        return None
    content = opinion.content if _meet(opinion.content, parts.content) else parts.content
    return Parts(source=opinion.source or parts.source, cue=parts.cue, content=content)


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


def _holds(content: Sequence[Range], inner: Range) -> bool:
    return any(start <= inner[0] and inner[1] <= end for start, end in content)
