"""Verbs whose content follows them: "S said that C", "S подтвердил C", "S: «C»"."""

from reportedly.lang.saying import Verb

from . import english, nominal
from .place import Pieces, Place, made, object_end
from .said import Said
from .view import View

_REACH = 14  # words a person told may stand between verb and conjunction
_NEAR = 5  # words between verb and preposition
_CLAUSE = 16  # words in which a clause shows its verb
_AND = frozenset({"and", "but", "then", "и", "а", "но", "і", "й", "та", "але"})
_PLAIN = frozenset({"что", "що", "якобы", "будто", "нібито", "ніби"})
_THAT = frozenset({("том", ",", "что"), ("те", ",", "що")})


def source_of(place: Place, stop: int) -> tuple[Pieces, Pieces]:
    """Return the source of a verb whose content begins at `stop`, and who was told."""
    view = place.view
    told = (place.end, stop)
    quoted = english.quoted(view, place.start) if place.lang == "en" else None
    if quoted:
        return quoted, (0, 0)
    if place.gerund and (place.start == 0 or view.breaks(place.start - 1)):
        heir = place.heir
        if heir[0] >= heir[1]:
            heir = nominal.opening(view, place.lang, place.start)
        return heir, told
    if place.start > 0 and view.words[place.start - 1] in _AND:
        return _shared(place), told
    source = nominal.before(view, place.lang, place.start)
    if source[0] < source[1] or place.lang == "en":
        return source, told
    behind, told = nominal.after(view, place.lang, place.end)
    behind = behind[0], min(behind[1], stop)
    return (behind, told) if behind[0] < behind[1] else (place.heir, (0, 0))


def _shared(place: Place) -> Pieces:
    """Return the subject of a second verb behind "and": the first one's."""
    if place.heir[0] < place.heir[1]:
        return place.heir
    view = place.view
    left = view.left(place.start)
    if place.lang == "en":
        return english.shared(view, place.lex, place.start)
    if left:
        return place.start, place.start
    return nominal.opening(view, place.lang, place.start)


def that(place: Place, entry: Verb) -> Said | None:
    """Read "S V (somebody), that C"."""
    opened = _conjunction(place)
    if opened < 0:
        return None
    stop = opened if place.lang == "en" else max(place.end, opened - 1)
    source, told = source_of(place, stop)
    end = english.aside(place.view, opened) if place.lang == "en" else len(place.view)
    said = made(place, entry, source, [(opened, end)], told)
    return (
        said._replace(relays=True) if said and english.quoted(place.view, place.start) else said
    )


def _conjunction(place: Place) -> int:
    """Return where the content opened by a conjunction behind the verb begins, or -1."""
    view, lex = place.view, place.lex
    if place.lang == "en":
        return _english_that(place)
    for i in range(place.end, min(len(view), place.end + _REACH)):
        word = view.words[i]
        if word == "," or i == place.end:
            following = i + (word == ",")
            if following < len(view) and lex.within("that", view.words[following]):
                return following + (view.words[following] in _PLAIN)
        if view.breaks(i):
            return -1
    return -1


def _english_that(place: Place) -> int:
    view = place.view
    telling = view.words[place.verb].startswith(("ask", "t"))
    for i in range(place.end, min(len(view), place.end + _REACH)):
        word = view.words[i]
        if view.breaks(i) or (word == "that" and english.pointing(view, i)):
            return -1
        near = i == place.end or telling
        if word == "that" or (near and place.lex.within("that", word)):
            return i
    return -1


def about(place: Place, entry: Verb) -> Said | None:
    """Read "S V about C"; also "about this, that C"."""
    view, lex = place.view, place.lex
    if place.lang == "en":
        return None
    for i in range(place.end, min(len(view), place.end + _NEAR)):
        if view.breaks(i):
            return _fronted(place, entry)
        if lex.within("about", view.words[i]):
            break
    else:
        return _fronted(place, entry)
    source, told = source_of(place, i)
    opened = i + 1
    if view.words[opened : opened + 3] in _THAT:
        opened += 3
    return made(place, entry, source, _headlined(place, source, opened), told)


def _fronted(place: Place, entry: Verb) -> Said | None:
    """Read "О C сообщил S", where the preposition opens the sentence."""
    view, lex = place.view, place.lex
    first = nominal.trimmed(view, lex, 0, place.start)
    fronted = place.start - first > 2 and view.left(place.start) <= first
    if not fronted or not lex.within("about", view.words[first]):
        return None
    if lex.phrase("previous", view, first, place.start) > first:
        return None
    source, told = nominal.after(view, place.lang, place.end)
    if source[0] >= source[1] or source[1] < len(view) - 1:
        return None
    return made(place, entry, source, [(first + 1, place.start)], told)


def _headlined(place: Place, source: Pieces, opened: int) -> list[Pieces]:
    """Return the content, or what stands before the colon of "C: S told the details"."""
    view = place.view
    first = min(source[0], place.start) if source[0] < source[1] else place.start
    while first > 0 and place.lex.within("prepositions", view.words[first - 1]):
        first -= 1
    pointing = opened < len(view) and place.lex.within("details", view.words[opened])
    if pointing and first > 3 and view.words[first - 1] in {":", "."}:
        return [(0, first - 1)]
    return [(opened, object_end(place, opened))]


def quote(place: Place, entry: Verb) -> Said | None:
    """Read "S V: «C»", "S V «C»" and "V S: «C»"."""
    view = place.view
    i = view.right(place.end)
    if i >= len(view) or i - place.end > _REACH:
        return None
    if place.lang == "en" and i > place.end and not _adverbial(place):
        return None
    if "object" in entry.joins and view.words[i] == ":" and i - place.end > _NEAR - 2:
        return None
    if view.words[i] == "," and view.words[i + 1 : i + 2] == ('"',):
        i += 1
    spoken = view.words[i] == '"' and view.pieces[i].quote >= 0
    if not (spoken or (view.words[i] == ":" and i + 1 < len(view))):
        return None
    source, told = source_of(place, i)
    return made(place, entry, source, [(i, len(view))], told)


def _adverbial(place: Place) -> bool:
    """Tell whether the words between a verb and a quotation say when, where or to whom."""
    view, lex = place.view, place.lex
    first = lex.phrase("tail", view, place.end, len(view)) > place.end
    return first or view.words[place.verb].startswith(("told", "tell"))


def bare(place: Place, entry: Verb) -> Said | None:
    """Read English "S V C" where C is a clause."""
    view = place.view
    if place.end >= len(view) or view.breaks(place.end) or not _clause(place):
        return None
    if english.passive(view, place.start, place.verb):
        return None
    source, _ = source_of(place, place.end)
    if source[0] >= source[1]:
        return None
    return made(place, entry, source, [(place.end, english.aside(view, place.end))])


def _clause(place: Place) -> bool:
    """Tell whether a clause with its own verb seems to begin behind the verb."""
    view, lex = place.view, place.lex
    if lex.within("subjects", view.words[place.end]):
        return True
    if lex.within("plain", view.words[place.verb]):
        return lex.phrase("tail", view, place.end, len(view)) == place.end
    for k in range(place.end, min(len(view), place.end + _CLAUSE)):
        if view.breaks(k) and view.words[k] != ",":
            return view.words[k] == '"'
        if k > place.end and _verbal(view, k, place):
            return True
    return False


def _verbal(view: View, k: int, place: Place) -> bool:
    return place.lex.within("finite", view.words[k]) or view.words[k].endswith("ed")


def wide(place: Place, entry: Verb) -> Said | None:
    """Read "S told somebody C", without a conjunction."""
    view, lex = place.view, place.lex
    if not view.words[place.verb].startswith(("t", "remind", "assur", "inform")):
        return None
    for i in range(place.end, min(len(view), place.end + _REACH)):
        if view.breaks(i):
            return None
        if i > place.end and lex.within("subjects", view.words[i]):
            source, _ = source_of(place, i)
            if source[0] < source[1]:
                return made(place, entry, source, [(i, len(view))], (place.end, i))
    return None


def thing(place: Place, entry: Verb) -> Said | None:
    """Read "S V C" where the verb takes its content as an object."""
    view = place.view
    if place.end >= len(view) or (view.breaks(place.end) and view.words[place.end] != '"'):
        return None
    if place.lang == "en" and english.passive(view, place.start, place.verb):
        return None
    source, _ = source_of(place, place.end)
    if source[0] >= source[1] or (place.lang != "en" and source[0] >= place.end):
        return None
    if entry.papers and not any(
        place.lex.within("papers", view.words[k])
        for k in range(source[0], min(source[1], len(view)))
    ):
        return None
    spoken = _spoken(view, place.end)
    if spoken:
        return made(place, entry, source, [spoken])
    return made(place, entry, source, _headlined(place, source, place.end))


def _spoken(view: View, i: int) -> Pieces | None:
    """Return the quotation that begins at piece `i`."""
    number = view.pieces[i].quote
    if view.words[i] != '"' or number < 0:
        return None
    end = i
    while end < len(view) and view.pieces[end].quote == number:
        end += 1
    return i, end
