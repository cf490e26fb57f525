"""Verbs whose content came before them: "C, said S", "C, — сказал S", "Об этом сообщил S"."""

from reportedly.lang.saying import Verb

from . import ahead, nominal, slavic
from .names import gerund
from .place import Pieces, Place, made
from .said import Said
from .view import View

_MARKS = frozenset({",", "—", '"', ".", "…", "!", "?"})
_SHORT = 6  # words behind a verb whose quotation was a sentence of its own
_PREVIOUS = frozenset({",", "—"})
_AS = frozenset({"как", "як"})
_THAT = frozenset({"что", "що"})
_WHICH = ("котор", "який", "яка", "які", "яке")


def after(place: Place, entry: Verb) -> Said | None:
    """Read "C, V S", "C, S V", "as S V, C" and "S V so"."""
    governs = place.lex.within("prepositions", place.view.words[place.end - 1])
    if place.gerund or governs:  # "refused to answer": the question follows
        return None
    if place.lang == "en":
        return _english(place, entry)
    known = _refused(place, entry) if entry.stance == "declines" else None
    left = place.view.left(place.start)
    if known or _within_saying(place, left) or _leaning(place, left):
        return known
    return _slavic(place, entry, left)


def _slavic(place: Place, entry: Verb, left: int) -> Said | None:
    view, lex = place.view, place.lex
    between = nominal.trimmed(view, lex, left, place.start)
    passed = lex.phrase("previous", view, left, place.start) == place.start
    silent = between >= place.start or passed
    if left <= 1 and silent and not _AS.isdisjoint(view.words[left : place.start]):
        return _inserted(place, entry)
    closes = place.end >= len(view) or view.breaks(place.end)
    pointed = left == place.start and _pointed(place)
    marked = left > 1 and view.words[left - 1] in _MARKS
    if pointed or not marked or not (silent or closes):
        return _previous(place, entry, left)
    source, told = nominal.after(view, place.lang, place.end)
    end = max(source[1], place.end)
    if not silent:
        source, told, end = nominal.before(view, place.lang, place.start), (0, 0), place.end
    return _closed(place, entry, source, left - 1, end, told)


def _within_saying(place: Place, left: int) -> bool:
    """Tell "X said that proposed to": the verb stands in what another verb says."""
    view = place.view
    opened = left > 1 and view.words[left] in _THAT and view.words[left - 1] == ","
    return opened and left < place.start and view.words[left - 2] in place.lex.cues


def _leaning(place: Place, left: int) -> bool:
    """Tell "X, speaking in Y, urged Z": the subject stands before the aside."""
    view, end = place.view, place.end
    if left < 2 or end >= len(view) or view.breaks(end):
        return False
    aside = nominal.before_aside(view, place.lang, place.start)
    if aside == place.start:
        return False
    word = view.words[aside + 1]
    return gerund(word, place.lang) or word.startswith(_WHICH)


def _refused(place: Place, entry: Verb) -> Said | None:
    """Read "S цю інформацію не коментує": the object stands before a verb of refusal."""
    view, lex = place.view, place.lex
    source, _ = ahead.source_of(place, place.end)
    for k in range(source[0] + 1, min(source[1], place.start)):
        if lex.phrase("previous", view, k, place.start) > k + 1:
            end = lex.phrase("previous", view, k, place.start)
            return made(place, entry, (source[0], k), [(k, end)])
    return None


def _closed(
    place: Place, entry: Verb, source: Pieces, stop: int, end: int, told: Pieces = (0, 0)
) -> Said | None:
    """Make the relation whose content ends at `stop` and goes on behind a mark at `end`."""
    view = place.view
    pieces = [(0, stop)]
    if gerund(view.words[0], place.lang) and source[1] <= place.start and ":" not in view.words:
        pieces = []  # "answering a question, the mayor said, C"
    while end < len(view) and not view.breaks(end):
        end += 1
    goes_on = place.lang != "en" or not _quoted(view, stop) or _quoted(view, end + 2)
    if end + 2 < len(view) and goes_on:
        pieces.append((end + 1, len(view)))
    return made(place, entry, source, pieces, told)


def _quoted(view: View, i: int) -> bool:
    """Tell whether a spoken quotation stands right before or at piece `i`."""
    return any(view.pieces[k].quote >= 0 for k in range(max(0, i - 1), min(len(view), i + 1)))


def _inserted(place: Place, entry: Verb) -> Said | None:
    """Read "as S reports, C" at the head of a sentence."""
    view = place.view
    source, told = nominal.after(view, place.lang, place.end)
    end = max(source[1], place.end)
    while end < len(view) and view.words[end] not in _PREVIOUS:
        end += 1
    if end + 1 >= len(view):
        return None
    return made(place, entry, source, [(end + 1, len(view))], told)


def _previous(place: Place, entry: Verb, left: int) -> Said | None:
    """Read "S said so", and a verb that opens a line: the content is the sentence before."""
    view, lex = place.view, place.lex
    i = left
    while i < place.start and lex.phrase("previous", view, i, place.start) == i:
        i += 1
    if place.start > 0 and view.words[place.start - 1] in {"и", "і", "й", "та"}:
        return None  # the second of two verbs has an object of its own
    if view.words[-1] == ":" and place.lang != "en":
        return _announced(place, entry)
    opens = left == place.start and (_pointed(place) or view.words[:left] == ("—",))
    if not opens and (i == place.start or i > left + 2):
        return None
    passed = lex.phrase("previous", view, i, place.start) if i < place.start else i
    source, told = (passed, place.start), (0, 0)
    if passed < place.start and _addressed(place, passed):
        source, _ = nominal.after(view, place.lang, place.end)
        told = (passed, place.start)
    elif passed >= place.start:
        source, told = nominal.after(view, place.lang, place.end)
        source = source if source[0] < source[1] else _before_this(place, left, i)
    made_of = [(place.start, place.start + 1)]
    found = made(place, entry, source, made_of, told)
    return found._replace(content=()) if found else None


def _before_this(place: Place, left: int, i: int) -> Pieces:
    """Return the body or office before an object at `i`: "мэр это опроверг", "в мэрии это"."""
    view, lex = place.view, place.lex
    first = nominal.trimmed(view, lex, left, i)
    if first < i and lex.within("prepositions", view.words[first]):
        first += 1
    return (first, i) if nominal.kind_of(place.lang, view, first, i) else (i, i)


def _announced(place: Place, entry: Verb) -> Said | None:
    """Read "what else S said:" with nothing behind the colon: a list follows."""
    source, _ = nominal.after(place.view, place.lang, place.end)
    if source[0] >= source[1] or source[1] < len(place.view) - 1:
        return None
    found = made(place, entry, source, [(place.start, place.start + 1)])
    return found._replace(content=(), by="colon") if found else None


def _pointed(place: Place) -> bool:
    """Tell whether "about this," opens the sentence, an aside behind it."""
    end = place.lex.phrase("previous", place.view, 0, place.start)
    return 0 < end < place.start and place.view.words[end] == ","


def _addressed(place: Place, i: int) -> bool:
    """Tell "about this X was told in Y": what stands before the verb is who was told."""
    view = place.view
    if place.lex.phrase("readers", view, i, place.start) == place.start:
        return True
    inside = place.lex.within("prepositions", view.words[min(place.end, len(view) - 1)])
    return inside and slavic.plural(view.words[place.verb]) and place.end > i


def _english(place: Place, entry: Verb) -> Said | None:
    view = place.view
    source = nominal.before(view, place.lang, place.start)
    end = place.end
    if source[0] >= source[1]:
        if place.start == 0 or view.words[place.start - 1] not in {",", '"', "?", "!"}:
            return None
        source, _ = nominal.after(view, place.lang, place.end)
        if source[0] >= source[1] or not _inverted(place, entry, source[0]):
            return None
        end = source[1]
    elif not (_spent(place) or _behind_quote(view, source[0])):
        return None
    if source[0] == 0 and len(view) - place.end <= _SHORT:
        found = made(place, entry, source, [(place.verb, place.end)])
        return found._replace(content=()) if found else None
    begin = min(source[0], place.start)
    while begin > 0 and view.words[begin - 1] not in {",", '"', "—", "?", "!"}:
        begin -= 1
    if begin <= 1:
        return None
    return _closed(place, entry, source, begin - 1, end)


def _spent(place: Place) -> bool:
    """Tell whether nothing that could be the content follows the verb in its run of words."""
    view = place.view
    if place.end >= len(view):
        return True
    if view.breaks(place.end):
        return view.words[place.end] != ":"
    passed = place.lex.phrase("tail", view, place.end, len(view)) > place.end
    return passed and not place.lex.within("determiners", view.words[place.end])


def _behind_quote(view: View, i: int) -> bool:
    return i > 0 and view.words[i - 1] == '"' and view.pieces[i - 1].quote >= 0


def _inverted(place: Place, entry: Verb, i: int) -> bool:
    """Tell whether "said X" has its source behind it."""
    view: View = place.view
    if entry.name not in {"say", "ask"}:
        return False
    if _behind_quote(view, place.start):
        return True
    if view.pieces[i].raw[:1].isupper() or place.lex.within("determiners", view.words[i]):
        return True
    known = place.lex.within("pronouns", view.words[i])
    return known or bool(nominal.kind_of("en", view, i, i + 2))
