"""Russian and Ukrainian sources that cannot be who speaks: who was told, how, where, when."""

from collections.abc import Sequence

from .lexicon import lexicon
from .names import adverb, finite, heads, leads, oblique, recipient
from .placing import Placed, Read
from .slavic import plural
from .view import Piece, View

_SLAVIC = frozenset({"ru", "uk"})
_IMPERSONAL = ("ся", "сь")  # "в соцсетях сообщается"


def unmistaken(read: Read, items: Sequence[Placed]) -> list[Placed]:
    """Return the relations without sources that their own form rules out.

    "Пассажирам пообещали" names who was told, "говорил открыто" how, "сообщают в Киеве,
    Киевской области" where; "сообщило во вторник минобороны" has its speaker behind the day.
    """
    return [_mended(read, item) if item.lang in _SLAVIC else item for item in items]


def _mended(read: Read, item: Placed) -> Placed:
    if item.source is None or not _verbal(read, item):
        return item
    lex = lexicon(item.lang)
    before = View(read.text[read.ranges[item.number][0] : item.source[0]])
    own = View(read.text[slice(*item.source)])
    previous = before.words[-1] if len(before) else ""
    if lex.within("prepositions", previous):
        return _behind(read, item, own)
    how = all(_manner(piece, item.lang) for piece in own.pieces)
    return item._replace(source=None) if how or _aside(before, own, item.lang) else item


def _verbal(read: Read, item: Placed) -> bool:
    """Tell whether the cue ends in a verb that wants a subject: "сообщили", not "по данным"."""
    words = View(read.text[item.cue[-1][0] : item.cue[-1][1]]).words
    return bool(words) and (finite(words[-1], item.lang) or plural(words[-1]))


def _behind(read: Read, item: Placed, own: View) -> Placed:
    """Return a relation whose verb has one speaker with the one behind "во вторник"."""
    verb = View(read.text[item.cue[-1][0] : item.cue[-1][1]]).words[-1]
    if plural(verb) or verb.endswith(_IMPERSONAL) or not len(own):
        return item
    start = item.source[0] if item.source else 0
    for piece in own.pieces[1:]:
        if piece.word and leads(piece.text, item.lang):
            return item._replace(source=(start + piece.start, start + own.pieces[-1].end))
    return item


def _manner(piece: Piece, lang: str) -> bool:
    """Tell whether a word says how or when: "открыто", "ещё"."""
    if not piece.word or not piece.raw.islower():
        return False
    return adverb(piece.text, lang) or (lang == "ru" and not heads(piece.text, lang))


def _aside(before: View, own: View, lang: str) -> bool:
    """Tell whether a source, or the word it hangs on, has no form of a subject."""
    if not len(own) or not own.pieces[0].word:
        return False
    if oblique(own.pieces[0].raw, lang):
        return True
    held = before.pieces[-1] if len(before) else None
    told = held is not None and held.word and lang == "ru" and recipient(held.raw)
    return bool(told) and not leads(own.words[0], lang)
