"""Relations around a verb of saying."""

from collections.abc import Iterator
from typing import NamedTuple

from reportedly.lang.saying import Verb

from . import nominal
from .lexicon import Hit, Lexicon, lexicon
from .said import Said
from .view import View

_REACH = 14  # words a person told may stand between verb and conjunction
_FINITE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "will",
        "would",
        "has",
        "have",
        "had",
        "can",
        "could",
        "should",
        "may",
        "might",
        "must",
        "do",
        "does",
        "did",
        "won't",
        "can't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "doesn't",
        "don't",
        "didn't",
        "he's",
        "she's",
        "they're",
        "it's",
    ]
)
_SUBJECT = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "there",
        "this",
        "these",
        "those",
        "you",
        "nobody",
        "everyone",
    ]
)


_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
        "this",
        "these",
        "no",
        "any",
    ]
)


class Place(NamedTuple):
    """A verb in its sentence: the cue's pieces and what negates it."""

    view: View
    lang: str
    start: int  # of the cue with its auxiliaries
    verb: int
    end: int
    negated: bool
    floor: int  # nothing before this piece belongs to this cue

    @property
    def lex(self) -> Lexicon:
        """Return the lexicon of the language."""
        return lexicon(self.lang)


def placed(view: View, lang: str, hit: Hit, floor: int) -> Place:
    """Widen a hit by its auxiliaries and negation, to the left."""
    lex = lexicon(lang)
    start, negated = hit.start, False
    while start > floor and hit.start - start < 4 and not view.breaks(start - 1):
        word = view.words[start - 1]
        if lex.within("negation", word) or word.endswith("n't"):
            negated = True
        elif not lex.within("auxiliary", word):
            break
        start -= 1
    if lang != "en" and not negated:
        start = hit.start
    return Place(view, lang, start, hit.start, hit.end, negated, floor)


def relation(place: Place, hit: Hit) -> Said | None:
    """Return what the first fitting entry of a verb makes of its sentence, if any does."""
    for entry in hit.entries:
        if isinstance(entry, Verb):
            for join in _order(entry):
                said = _READ[join](place, entry)
                if said:
                    return said
    return None


def _order(entry: Verb) -> Iterator[str]:
    for join in ("that", "about", "after", "quote", "wide", "bare", "object"):
        if join in entry.joins:
            yield join


def _made(
    place: Place,
    entry: Verb,
    source: tuple[int, int] | None,
    content: list[tuple[int, int]],
    told: tuple[int, int] | None = None,
) -> Said | None:
    view = place.view
    spans = [view.span(i, j) for i, j in content if i < j]
    kept = tuple(span for span in spans if span)
    cue = view.span(place.start, place.end)
    if not kept or cue is None:
        return None
    stance = entry.denied if place.negated else entry.stance
    if source and source[0] < source[1] and view.words[source[1] - 1] in _DETERMINERS:
        return None
    return Said(
        by=entry.name,
        source=view.span(*source) if source else None,
        cue=(cue,),
        content=kept,
        stance=stance,
        certainty=entry.certainty,
        positive=entry.positive,
        case="loct" if source and _after_preposition(place, source[0]) else "nomn",
        told=view.span(*told) if told and told[0] < told[1] else None,
    )


def _after_preposition(place: Place, i: int) -> bool:
    return i > 0 and place.lex.within("prepositions", place.view.words[i - 1])


def _that(place: Place, entry: Verb) -> Said | None:
    """Read "S V (somebody), that C"."""
    opened = _conjunction(place)
    if opened < 0:
        return None
    source = nominal.before(place.view, place.lang, place.floor, place.start)
    told: tuple[int, int] | None = (place.end, opened)
    if source[0] >= source[1] and place.lang != "en":
        source, told = nominal.after(place.view, place.lang, place.end)
        source = source[0], min(source[1], opened)
    return _made(place, entry, source, [(opened, _end(place, opened))], told)


def _conjunction(place: Place) -> int:
    """Return where the content opened by a conjunction behind the verb begins, or -1."""
    view, lex = place.view, place.lex
    for i in range(place.end, min(len(view), place.end + _REACH)):
        word = view.words[i]
        if place.lang == "en":
            if view.breaks(i):
                return -1
            if word == "that" or (i == place.end and lex.within("that", word)):
                return i
        elif word == ",":
            following = i + 1
            if following < len(view) and lex.within("that", view.words[following]):
                return _opened(place, following)
            return -1
        elif view.breaks(i):
            return -1
        elif i == place.end and lex.within("that", word):
            return _opened(place, i)
    return -1


def _opened(place: Place, i: int) -> int:
    plain = place.view.words[i] in {"что", "що", "якобы", "будто", "нібито", "ніби"}
    return i + 1 if plain else i


def _end(place: Place, i: int) -> int:
    """Return where a content that begins at `i` ends: with the sentence."""
    return len(place.view)


def _about(place: Place, entry: Verb) -> Said | None:
    """Read "S V about C"; also "about this, that C"."""
    if place.lang == "en":
        return None
    view, lex = place.view, place.lex
    for i in range(place.end, min(len(view), place.end + 5)):
        if view.breaks(i):
            return None
        if lex.within("about", view.words[i]):
            break
    else:
        return None
    source = nominal.before(view, place.lang, place.floor, place.start)
    told = (place.end, i)
    if source[0] >= source[1]:
        source, told = nominal.after(view, place.lang, place.end)
        source = source[0], min(source[1], i)
    opened = i + 1
    if view.words[opened : opened + 3] in {("том", ",", "что"), ("те", ",", "що")}:
        opened += 3
    return _made(place, entry, source, [(opened, len(view))], told)


def _after(place: Place, entry: Verb) -> Said | None:
    """Read "C, V S" and "C, S V"."""
    view, lex = place.view, place.lex
    left = view.left(place.start, place.floor)
    if place.lang == "en":
        return _english_after(place, entry)
    if (
        left == 0
        or left <= place.floor
        or view.words[left - 1] not in {",", "—", '"', ".", "…", "!", "?"}
    ):
        return _previous(place, entry, left)
    between = nominal.trimmed(view, lex, left, place.start)
    if between < place.start and lex.phrase("previous", view, left, place.start) < place.start:
        source: tuple[int, int] = (between, place.start)
        if lex.within("relative", view.words[between]):
            return None
        end, told = place.end, None
        if place.end < len(view) and not view.breaks(place.end):
            return None
    else:
        source, told = nominal.after(view, place.lang, place.end)
        end = max(source[1], place.end)
    pieces = [(place.floor, left - 1)]
    if end < len(view) and view.words[end] in {",", "—", '"', ".", ":"} and end + 2 < len(view):
        pieces.append((end + 1, len(view)))
    return _made(place, entry, source, pieces, told)


def _previous(place: Place, entry: Verb, left: int) -> Said | None:
    """Read "S V about this": what was said stands in the sentence before."""
    view, lex = place.view, place.lex
    i = left
    while i < place.start and not lex.phrase("previous", view, i, place.start) > i:
        i += 1
    if i == place.start or i > left + 2:
        return None
    source, told = nominal.after(view, place.lang, place.end)
    if lex.phrase("previous", view, i, place.start) < place.start:
        source = lex.phrase("previous", view, i, place.start), place.start
    made = _made(place, entry, source, [(i, i + 1)], told)
    return made._replace(content=()) if made else None


def _english_after(place: Place, entry: Verb) -> Said | None:
    view = place.view
    source = nominal.before(view, place.lang, place.floor, place.start)
    end = place.end
    if source[0] >= source[1]:
        comma = place.start - 1
        if comma < 0 or view.words[comma] not in {",", '"'}:
            return None
        source, _ = nominal.after(view, place.lang, place.end)
        if source[0] >= source[1] or not _nounlike(view, source[0]):
            return None
        end = source[1]
    elif not _spent(place):
        return None
    begin = source[0] if source[0] < place.start else place.start
    while begin > place.floor and view.words[begin - 1] not in {",", '"', "—", "?", "!"}:
        begin -= 1
    if begin - 1 <= place.floor:
        return None
    pieces = [(place.floor, begin - 1)]
    while end < len(view) and not view.breaks(end):
        end += 1
    if end + 2 < len(view):
        pieces.append((end + 1, len(view)))
    return _made(place, entry, source, pieces)


def _spent(place: Place) -> bool:
    """Tell whether nothing that could be the content follows the verb in its run of words."""
    view = place.view
    if place.end >= len(view) or view.breaks(place.end):
        return view.words[place.end : place.end + 1] != (":",)
    return place.lex.phrase("tail", view, place.end, len(view)) > place.end and (
        view.words[place.end] not in {"that", "this", "last"}
    )


def _nounlike(view: View, i: int) -> bool:
    raw = view.pieces[i].raw
    return (
        raw[:1].isupper()
        or view.words[i]
        in {
            "a",
            "an",
            "the",
            "he",
            "she",
            "they",
            "his",
            "her",
            "their",
            "one",
            "two",
            "some",
        }
        or bool(nominal.kind_of("en", view, i, i + 2))
    )


def _quote(place: Place, entry: Verb) -> Said | None:
    """Read "S V: «C»", "S V «C»" and "V S: «C»"."""
    view = place.view
    i = place.end
    while i < len(view) and i - place.end < _REACH and not view.breaks(i):
        i += 1
    if i >= len(view):
        return None
    if view.words[i] == "," and view.words[i + 1 : i + 2] == ('"',):
        i += 1
    spoken = view.words[i] == '"' and view.pieces[i].quote >= 0
    if not (spoken or (view.words[i] == ":" and i + 1 < len(view))):
        return None
    source = nominal.before(view, place.lang, place.floor, place.start)
    told: tuple[int, int] | None = (place.end, i)
    if source[0] >= source[1]:
        source, told = nominal.after(view, place.lang, place.end)
    return _made(place, entry, source, [(i, len(view))], told)


def _bare(place: Place, entry: Verb) -> Said | None:
    """Read English "S V C" where C is a clause."""
    view = place.view
    if place.end >= len(view) or view.breaks(place.end):
        return None
    source = nominal.before(view, place.lang, place.floor, place.start)
    if source[0] >= source[1] or not _clause(view, place.end):
        return None
    return _made(place, entry, source, [(place.end, len(view))])


def _clause(view: View, i: int) -> bool:
    """Tell whether a clause with its own verb seems to begin at piece `i`."""
    if view.words[i] in _SUBJECT:
        return True
    for k in range(i, min(len(view), i + 16)):
        if view.breaks(k) and view.words[k] != ",":
            return view.words[k] == '"'
        if view.words[k] in _FINITE or (k > i and view.words[k].endswith("ed")):
            return True
    return False


def _wide(place: Place, entry: Verb) -> Said | None:
    """Read "S told somebody C", without a conjunction."""
    view = place.view
    if not view.words[place.verb].startswith(("t", "remind", "assur", "inform")):
        return None
    for i in range(place.end, min(len(view), place.end + 10)):
        if view.words[i] in _SUBJECT and i > place.end:
            source = nominal.before(view, place.lang, place.floor, place.start)
            if source[0] < source[1]:
                return _made(place, entry, source, [(i, len(view))], (place.end, i))
        if view.breaks(i):
            return None
    return None


def _object(place: Place, entry: Verb) -> Said | None:
    """Read "S V C" where the verb takes its content as an object."""
    view = place.view
    if place.end >= len(view) or (view.breaks(place.end) and view.words[place.end] != '"'):
        return None
    source = nominal.before(view, place.lang, place.floor, place.start)
    if source[0] >= source[1]:
        return None
    return _made(place, entry, source, [(place.end, _object_end(view, place.end))])


def _object_end(view: View, i: int) -> int:
    return len(view)


_READ = {
    "that": _that,
    "about": _about,
    "after": _after,
    "quote": _quote,
    "wide": _wide,
    "bare": _bare,
    "object": _object,
}
