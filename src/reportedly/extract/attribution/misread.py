"""Sources that cannot be who speaks: who was told, how, where, when."""

from collections.abc import Sequence

from .lexicon import lexicon
from .names import (
    adverb,
    finite,
    gerund,
    heads,
    leads,
    many,
    object_form,
    oblique,
    recipient,
)
from .nominal import ANONYMOUS
from .placing import Placed, Read
from .said import Range
from .slavic import plural
from .view import View

_SLAVIC = frozenset({"ru", "uk"})
_IMPERSONAL = ("ся", "сь")  # "в соцсетях сообщается"
_ONE = ("ет", "ит", "ёт")  # verbs of one speaker
_TIMES = frozenset({"на", "до"})  # "на прошлой неделе", "до сих пор"; "на" may hold an object
_STATES = ("ние", "ость", "ння", "ість")
_LOOSE = frozenset({"who", "whom", "that"})  # "that police say", "who police say"
_VENUE = 2  # words: "в мэрии"
_WHOSE = frozenset({"его", "ее", "их"})
_THIS = frozenset({"это", "це"})  # "— это, вероятно, «Кедр»"
_WHICH = frozenset({"на", "тот", "той", "того", "ту", "этот", "этой", "цього", "цей", "цієї"})
_ALL = frozenset({("все",), ("всі",)})
_MUCH = frozenset({"много", "мало", "немало", "столько"})


ANSWERS = frozenset({"deny", "confirm", "decline"})  # verbs that answer what was told


def unmistaken(read: Read, items: Sequence[Placed]) -> list[Placed]:
    """Return the relations without sources that their own form rules out.

    "Пассажирам пообещали" names who was told, "говорил открыто" how, "сообщают в Киеве,
    Киевской области" where; "сообщило во вторник минобороны" has its speaker behind the day,
    "в мэрии в тот же день сообщили" before it. A mark without a source says nothing.
    """
    mended = [
        _mended(read, item) if item.lang in _SLAVIC else _english(read, item) for item in items
    ]
    answering = [item for item in mended if item.source and item.said.by in ANSWERS]
    answered = {item.content[0][0] for item in answering if item.content}
    return [
        item
        for item in mended
        # "The reports of X, Y denied": who denies them has not reported X.
        if item.source or (_worded(read, item) and item.cue[0][0] not in answered)
    ]


def _worded(read: Read, item: Placed) -> bool:
    """Tell whether a cue has a word; a relation without a source that has none is a list's."""
    return any(piece.word for cue in item.cue for piece in View(read.text[slice(*cue)]).pieces)


def _english(read: Read, item: Placed) -> Placed:
    """Return a relation whose source is no day, and not "who" in "who police say"."""
    if item.source is None:
        return item
    own = View(read.text[slice(*item.source)])
    days = lexicon(item.lang)
    if all(days.within("moments", piece.text) or not piece.word for piece in own.pieces):
        return item._replace(source=None)
    if all(days.within("finite", word) or word == "there" for word in own.words):
        return item._replace(source=None)  # "there are reports that"
    if len(own) > 1 and own.words[0] in _LOOSE and item.source < item.cue[0]:
        start = item.source[0]
        return item._replace(source=(start + own.pieces[1].start, item.source[1]))
    return item


def _mended(read: Read, item: Placed) -> Placed:
    if item.source is None:
        return item
    start = read.ranges[item.number][0]
    before, own = View(read.text[start : item.source[0]]), View(read.text[slice(*item.source)])
    if own.words[0] in _THIS or own.words in _ALL:
        return item._replace(source=None)
    if _moment(own, item.lang):
        return item._replace(source=_venue(before, start, item.lang))
    verb = _verb(read, item)
    return _subject(read, item, before, own, verb) if verb else item


def _subject(read: Read, item: Placed, before: View, own: View, verb: str) -> Placed:
    """Return a relation with a source that can be the subject of its verb, or with none."""
    if len(before) and lexicon(item.lang).within("prepositions", before.words[-1]):
        return _trimmed(_behind(item, own, verb), read)
    lang = item.lang
    ruled_out = _manner(own, lang) or _aside(before, own, lang) or _object(own, lang, verb)
    if ruled_out or _abstract(own, verb):
        return item._replace(source=None)
    return _trimmed(item, read)


def _moment(own: View, lang: str) -> bool:
    """Tell whether a source is a time: "тот же день", "на 22 ноября"."""
    first, last, moments = own.words[0], own.pieces[-1], lexicon(lang)
    if not last.raw.islower() or not moments.within("moments", last.text):
        return False
    return first in _WHICH or first.isdigit() or moments.within("moments", first)


def _venue(before: View, start: int, lang: str) -> Range | None:
    """Return who is named before a time: "в [мэрии] в" the same day."""
    pieces, lex = before.pieces, lexicon(lang)
    if pieces and lex.within("prepositions", pieces[-1].text):
        pieces = pieces[:-1]
    if len(pieces) < _VENUE or not lex.within("prepositions", pieces[0].text):
        return None
    if not all(piece.word for piece in pieces):
        return None
    return start + pieces[1].start, start + pieces[-1].end


def _verb(read: Read, item: Placed) -> str:
    """Return the verb that ends a cue and wants a subject: "сообщили"; "" for "по данным"."""
    words = View(read.text[slice(*item.cue[-1])]).words
    last = words[-1] if words else ""
    verbal = last and (finite(last, item.lang) or plural(last) or gerund(last, item.lang))
    return last if verbal else ""


def _behind(item: Placed, own: View, verb: str) -> Placed:
    """Return a relation whose verb has one speaker with the one behind "во вторник"."""
    if item.source is None or plural(verb) or verb.endswith(_IMPERSONAL):
        return item
    start = item.source[0]
    for piece in own.pieces[1:]:
        if piece.word and leads(piece.text, item.lang):
            return item._replace(source=(start + piece.start, item.source[1]))
    return item


def _trimmed(item: Placed, read: Read) -> Placed:
    """Return a relation without whom it was told at the end of its source: "в мэрии нам"."""
    if item.source is None:
        return item
    start, lex = item.source[0], lexicon(item.lang)
    own = View(read.text[slice(*item.source)])
    last = _before_object(own) if item.lang == "ru" and item.source < item.cue[0] else len(own)
    while last > 0 and lex.within("told", own.words[last - 1]):
        last -= 1
    if last == len(own):
        return item
    return item._replace(source=(start, start + own.pieces[last - 1].end) if last else None)


def _before_object(own: View) -> int:
    """Return the end of a subject before its verb's object: "депутаты | его идею"."""
    if own.words[0].startswith(ANONYMOUS):  # "источник на заводе"
        return len(own)
    for k in range(1, len(own)):
        rest = own.pieces[k:]
        if not all(piece.raw.islower() for piece in rest if piece.word):
            continue
        if rest[0].text in _TIMES or object_form(rest[0].text):
            return k - (k > 1 and own.words[k - 1] in _WHOSE)
    return len(own)


def _manner(own: View, lang: str) -> bool:
    """Tell whether a source says how, when or how much: "открыто", "ещё", "много багов"."""
    first = own.pieces[0]
    if not first.word or not first.raw.islower():
        return False
    if lang == "ru" and first.text in _MUCH:
        return True
    return all(
        piece.word
        and piece.raw.islower()
        and (adverb(piece.text, lang) or (lang == "ru" and not heads(piece.text, lang)))
        for piece in own.pieces
    )


def _aside(before: View, own: View, lang: str) -> bool:
    """Tell whether a source, or the word it hangs on, has no form of a subject."""
    first = own.pieces[0]
    if lexicon(lang).within("adverbial", first.text):  # "перед смертью рассказала"
        return True
    if not first.word:
        return False
    if oblique(first.raw, lang):
        return True
    held = before.pieces[-1] if len(before) else None
    told = held is not None and held.word and lang == "ru" and recipient(held.raw)
    return bool(told) and not leads(first.text, lang)


def _abstract(own: View, verb: str) -> bool:
    """Tell whether a state of things stands by a verb of many: "состояние оценивают"."""
    return plural(verb) and own.words[-1].endswith(_STATES)


def _object(own: View, lang: str, verb: str) -> bool:
    """Tell whether a plural stands by a verb of one speaker: "требует билеты"."""
    one = verb.endswith(_ONE) and not verb.endswith(_IMPERSONAL)
    first = own.pieces[0]
    return lang == "ru" and one and first.raw.islower() and many(first.text)
