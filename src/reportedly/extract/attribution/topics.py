"""Verbs whose object opens the sentence: "Сообщения о C в S опровергли"."""

from reportedly.lang.saying import Verb

from . import nominal, slavic
from .place import Pieces, Place, made
from .said import Said

_SHORTEST = 3  # "reports of X"
_IN = frozenset({"в", "во", "у"})


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
    behind, _ = nominal.after(view, place.lang, place.end)
    if behind[0] < behind[1] and _speaks(place, behind):
        return made(place, entry, behind, [(first, place.start)])
    inside = _inside(place, first + _SHORTEST)
    return (
        made(place, entry, inside, [(first, inside[0] - 1)]) if inside[0] < inside[1] else None
    )


def _speaks(place: Place, pieces: Pieces) -> bool:
    """Tell whether a body or somebody with a name stands at `pieces`."""
    named = place.view.pieces[pieces[0]].raw.istitle()
    return named or bool(nominal.kind_of(place.lang, place.view, *pieces))


def _inside(place: Place, first: int) -> Pieces:
    """Return the body of "в S" right before the verb, which speaks in the plural."""
    view, none = place.view, (place.start, place.start)
    if not slavic.plural(view.words[place.verb]):
        return none
    for k in range(place.start - 1, first - 1, -1):
        if place.lex.within("prepositions", view.words[k]) and k + 1 < place.start:
            speaks = nominal.kind_of(place.lang, view, k + 1, place.start)
            return (k + 1, place.start) if speaks and view.words[k] in _IN else none
    return none
