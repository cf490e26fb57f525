"""Verbs whose object opens the sentence: "Сообщения о C в S опровергли"."""

from reportedly.lang.saying import Verb

from . import nominal
from .place import Pieces, Place, made
from .said import Said

_SHORTEST = 3  # "reports of X"


def topic(place: Place, entry: Verb) -> Said | None:
    """Read "The reports of C, S denied" and "The reports of C denied S", in Slavic order.

    The object is a word for what was told before and what it is about; who answers it stands
    in a phrase of place before the verb, or behind it.
    """
    view, lex = place.view, place.lex
    if place.lang == "en":
        return None
    first = nominal.trimmed(view, lex, view.left(place.start), place.start)
    if place.start - first < _SHORTEST or not lex.within("news", view.words[first]):
        return None
    if not lex.within("about", view.words[first + 1]):
        return None
    inside = _inside(place, first + _SHORTEST)
    if inside[0] < inside[1]:
        return made(place, entry, inside, [(first, inside[0] - 1)])
    source, _ = nominal.after(view, place.lang, place.end)
    named = source[0] < source[1] and nominal.kind_of(place.lang, view, *source)
    return made(place, entry, source, [(first, place.start)]) if named else None


def _inside(place: Place, first: int) -> Pieces:
    """Return the body of "в S" right before the verb, the last that may speak."""
    view, lex = place.view, place.lex
    for k in range(place.start - 1, first - 1, -1):
        if lex.within("prepositions", view.words[k]) and k + 1 < place.start:
            speaks = nominal.kind_of(place.lang, view, k + 1, place.start)
            return (k + 1, place.start) if speaks else (place.start, place.start)
    return place.start, place.start
