"""The rules' relations with the learned reader's: the two of them joined."""

from bisect import bisect_right
from collections.abc import Sequence

from ..reader import Found, Parts, added, look, seconded
from .hedging import hedged
from .lexicon import lexicon
from .placing import Placed, Read, language
from .said import Range, Said
from .view import View

_SETTLED = frozenset({"according", "show"})  # whose source the rules know best


def deepened(read: Read, items: Sequence[Placed], lang: str) -> list[Placed]:
    """Return the rules' relations `items` as the learned reader corrects and completes them.

    See docs/models/reader.md for what that gains and costs.
    """
    looked = look(read.text, lang, [(item.cue[0][0], item.cue[-1][1]) for item in items])
    kept = [
        _corrected(item, parts)
        for item, opinion in zip(items, looked.asked, strict=True)
        if (
            parts := _parts(item)
            if _fixed(item, lang)
            else seconded(lang, _parts(item), opinion, looked.found)
        )
    ]
    new = added(lang, [_parts(item) for item in kept], looked.found)
    kept += [_placed(one, read, lang) for one in new]
    return sorted(kept, key=lambda one: (one.number, one.cue))


def _fixed(item: Placed, lang: str) -> bool:
    """Tell whether a relation stays as the rules have it.

    Whom a voice cites, and whom it told, the reader never learnt to tell from the voice; the
    rules know where the source of a set phrase ends.
    """
    told = item.told is not None and lang != "en"
    return item.said.relays or told or item.said.by in _SETTLED


def _parts(item: Placed) -> Parts:
    return Parts((item.source,) if item.source else (), item.cue, item.content)


def _corrected(item: Placed, parts: Parts) -> Placed:
    source = parts.source[0] if parts.source else None
    return item._replace(source=source, cue=parts.cue, content=parts.content)


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
