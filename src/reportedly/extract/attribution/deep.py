"""The rules' relations with those that only the learned reader finds."""

from bisect import bisect_right

from ..reader import Found, Parts, added, relations
from .hedging import hedged
from .lexicon import lexicon
from .placing import Placed, Read, language
from .said import Range, Said
from .view import View


def deepened(read: Read, lang: str) -> Read:
    """Return `read` with the learned reader's further relations, in the order of the cues.

    A hundred times slower than the rules; see docs/models/reader.md for what it gains.
    """
    rules = [
        Parts(source=(one.source,) if one.source else (), cue=one.cue, content=one.content)
        for one in read.placed
    ]
    new = [_placed(one, read, lang) for one in added(lang, rules, relations(read.text, lang))]
    found = sorted((*read.placed, *new), key=lambda one: (one.number, one.cue))
    return read._replace(placed=tuple(found))


def _placed(found: Found, read: Read, lang: str) -> Placed:
    begins = [begin for begin, _ in read.ranges]
    number = max(0, bisect_right(begins, found.cue[0][0]) - 1)
    begin, end = read.ranges[number]
    own = read.text[begin:end]
    said = Said(
        by="reader",
        source=next(iter(_inside(found.source, begin, end)), None),
        cue=_inside(found.cue, begin, end),
        content=_inside(found.content, begin, end),
        stance="asserts",  # the rules tell a denial or a hedge better than the reader does
        certainty="certain",
        positive=True,
    )
    spoken = language(lang, own)
    return Placed(
        said=hedged(View(own), lexicon(spoken), said),
        number=number,
        source=found.source[0] if found.source else None,
        cue=found.cue,
        content=found.content,
        told=None,
        lang=spoken,
    )


def _inside(ranges: tuple[Range, ...], begin: int, end: int) -> tuple[Range, ...]:
    """Return the ranges that lie in a sentence, counted from its beginning."""
    return tuple((a - begin, b - begin) for a, b in ranges if begin <= a and b <= end)
