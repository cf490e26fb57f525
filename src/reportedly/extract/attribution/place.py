"""A verb of saying in its sentence, and the relation made of it."""

from typing import NamedTuple

from reportedly.lang.saying import Verb

from . import agreement
from .lexicon import Hit, Lexicon, lexicon
from .names import adverb, finite, gerund
from .said import Range, Said
from .view import View

Pieces = tuple[int, int]  # pieces of a view, the second not included
_AND = frozenset({"и", "а", "но", "однако", "і", "й", "та", "але", "проте"})
_AS = frozenset({"как", "як"})
_WIDENED = 4  # auxiliaries a cue may take in


class Place(NamedTuple):
    """A verb in its sentence: the cue's pieces and what negates it."""

    view: View
    lang: str
    start: int  # of the cue with its auxiliaries
    verb: int
    end: int
    negated: bool
    heir: Pieces  # the source named last in the sentence, empty where none was

    @property
    def lex(self) -> Lexicon:
        """Return the lexicon of the language."""
        return lexicon(self.lang)

    @property
    def gerund(self) -> bool:
        """Tell whether the verb leans on the subject of another ("adding", "отметив")."""
        return gerund(self.view.words[self.verb], self.lang)


def placed(view: View, lang: str, hit: Hit, heir: Pieces) -> Place:
    """Widen a hit by its auxiliaries and negation, to the left."""
    lex = lexicon(lang)
    start, negated = hit.start, lex.within("negation", view.words[hit.start])
    while start > 0 and hit.start - start < _WIDENED and not view.breaks(start - 1):
        word = view.words[start - 1]
        if lex.within("negation", word) or word.endswith("n't"):
            negated = True
        elif not lex.within("auxiliary", word):
            break
        start -= 1
    if lang != "en":
        start = hit.start
        while negated and start > 0 and not lex.within("negation", view.words[start]):
            start -= 1
    return Place(view, lang, start, hit.start, hit.end, negated, heir)


def made(
    place: Place,
    entry: Verb,
    source: Pieces,
    content: list[Pieces],
    told: Pieces = (0, 0),
) -> Said | None:
    """Return the relation, None where its source cannot speak or nothing is left to say."""
    view, lex = place.view, place.lex
    kept = tuple(span for span in (view.span(i, j) for i, j in content if i < j) if span)
    cue = view.span(_cue_from(place), place.end)
    if not kept or cue is None:
        return None
    if source[0] < source[1] and not _speaks(place, source):
        return None
    if source[0] < source[1] and agreement.nobody(view, place.lang, source):
        return _impersonal(place, entry, cue, kept)
    source = _without_adverbs(place, source)
    named = source[0] > 0 and lex.within("prepositions", view.words[source[0] - 1])
    # Set phrases of refusal hold their own negation: "not" turns only plain verbs.
    turned = place.negated and entry.name not in {"decline"}
    return Said(
        by=entry.name,
        source=view.span(*source) if source[0] < source[1] else None,
        cue=(cue,),
        content=kept,
        stance=entry.denied if turned else entry.stance,
        certainty=entry.certainty,
        positive=entry.positive or turned,
        case="loct" if named else "nomn",
        told=view.span(*told) if told[0] < told[1] else None,
    )


def object_end(place: Place, opened: int) -> int:
    """Return where an object that begins at `opened` ends: before ", и кран упал"."""
    view = place.view
    for k in range(opened + 1, len(view) - 2):
        if place.lang != "en" and view.words[k] == "," and view.words[k + 1] in _AND:
            stop = view.right(k + 1)
            if any(finite(view.words[n], place.lang) for n in range(k + 2, stop)):
                return k
    return len(view)


def _cue_from(place: Place) -> int:
    """Return where the cue begins: "как сообщил" set apart from its sentence is one cue."""
    first = place.start - 1
    parted = first == 0 or (first > 0 and place.view.breaks(first - 1))
    return first if parted and place.view.words[first] in _AS else place.start


def _impersonal(place: Place, entry: Verb, cue: Range, content: tuple[Range, ...]) -> Said:
    """Return the relation of "in the city they say": nobody is named."""
    return Said(
        by=entry.name,
        source=None,
        cue=(cue,),
        content=content,
        stance=entry.denied if place.negated else entry.stance,
        certainty=entry.certainty,
        positive=entry.positive or place.negated,
        basis="unstated",
    )


def _without_adverbs(place: Place, source: Pieces) -> Pieces:
    """Leave out the adverbs between a subject and its verb: "он также"."""
    first, stop = source
    while stop - 1 > first and stop <= place.start:
        word = place.view.words[stop - 1]
        if not (place.lex.within("auxiliary", word) or adverb(word, place.lang)):
            break
        stop -= 1
    return first, stop


def _speaks(place: Place, source: Pieces) -> bool:
    view, lex = place.view, place.lex
    reflexive = view.words[source[0]].startswith("сво")  # "свою": an object
    if reflexive or lex.phrase("own", view, *source) == source[1]:
        return False
    if lex.within("determiners", view.words[source[1] - 1]):
        return False
    if place.lang == "en":
        loose = view.words[max(0, source[0] - 1)] == "what"  # "what he said this week"
        return not loose or lex.within("finite", view.words[min(place.end, len(view) - 1)])
    if lex.within("relative", view.words[source[0]]):
        return False
    if source[1] > place.start:
        return True
    return agreement.speaks(view, place.lang, source, place.verb)
