"""Relations by a mark alone: "C — ОВА", "ОВА: C", "C: снимки"."""

from reportedly.lang.morphology import is_common

from . import nominal
from .lexicon import Lexicon, lexicon
from .names import adjective, finite, heads, is_place
from .persons import surname
from .place import Pieces
from .said import Said
from .slavic import credited
from .view import View

_TAIL = 12  # words of a source behind a dash
_HEAD = 10  # words of a source before a colon
_CLOSING = 6  # words of a source behind a closing colon
_TOLD = 4  # words before a dash that a bare name may have said
_NAMES = 4  # capitalised words that may name a source without telling its kind
_COPULAS = frozenset(
    [
        *("был", "была", "было", "были", "стал", "стала", "стало", "стали"),
        *("був", "було", "стали", "став"),
    ]
)


def marked(view: View, lang: str, busy: set[int]) -> list[Said]:
    """Return the relations that dashes and colons make where no cue word does."""
    found = [_trailing(view, lang, busy), _leading(view, lang, busy)]
    if found == [None, None]:
        found.append(_closing(view, lang, busy))
    return [said for said in found if said]


def _trailing(view: View, lang: str, busy: set[int]) -> Said | None:
    """Read "C — S", the dash last in the sentence, brackets left out."""
    if lang == "en":
        return None
    dash, stop = _last_dash(view)
    stop = credited(view, dash + 1, stop)
    if dash < 3 or not busy.isdisjoint(range(dash, stop)):
        return None
    if view.words[dash - 1] in _COPULAS:  # "самым частым именем было — Александр"
        return None
    source = _source(view, lang, dash + 1, stop, parted=view.words[dash - 1] == ",")
    told = source and (dash >= _TOLD or _known(view, lang, source))
    return _made(view, source, dash, (0, dash)) if source and told else None


def _known(view: View, lang: str, source: Pieces) -> bool:
    """Tell whether a source is of a known kind or a person by name."""
    text = view.text[view.pieces[source[0]].start : view.pieces[source[1] - 1].end]
    return bool(nominal.kind_of(lang, view, *source)) or surname(text, lang)


def _last_dash(view: View) -> tuple[int, int]:
    stop = len(view)
    while stop and not view.pieces[stop - 1].word and view.words[stop - 1] not in {")", '"'}:
        stop -= 1
    if stop and view.words[stop - 1] == ")":
        opened = [k for k in range(stop) if view.words[k] == "("]
        stop = opened[-1] if opened else stop
    i = stop - 1
    while i >= 0 and stop - i <= _TAIL and view.words[i] != "—":
        if view.words[i] in {";", ":", "?", "!", "."}:
            return -1, stop
        i -= 1
    return (i, stop) if i >= 0 and view.words[i] == "—" else (-1, stop)


def _source(view: View, lang: str, i: int, stop: int, *, parted: bool = False) -> Pieces | None:
    """Return the source named by a whole run of words, without "about Y"; None: no source.

    `parted`: a comma stands before the dash, as it does only where words end.
    """
    lex = lexicon(lang)
    j = i
    while j < stop and not (j > i and lang != "en" and lex.within("about", view.words[j])):
        j += 1
    if i >= j or not _nominal(view, lang, lex, i, j):
        return None
    if parted or lex.within("papers", view.words[i]):
        return i, j
    if nominal.kind_of(lang, view, i, _head(view, lang, i, j)):
        return i, j
    words = [p for p in view.pieces[i:j] if p.word]
    capitals = (lang == "en") < len(words) <= _NAMES and all(p.raw[:1].isupper() for p in words)
    closes = view.words[stop : stop + 1] == (":",)
    if not capitals or _thing(lang, lex, [p.text for p in words], closes):
        return None
    return i, j


def _thing(lang: str, lex: Lexicon, words: list[str], heads_line: bool) -> bool:
    """Tell a heading ("Причина:") or a place from a name."""
    if lex.within("places", words[0]) or (lang == "ru" and all(map(is_place, words))):
        return True
    return heads_line and lang == "ru" and all(map(is_common, words))


def _nominal(view: View, lang: str, lex: Lexicon, i: int, j: int) -> bool:
    """Tell whether a run of words may be a noun in the nominative and is no format tag."""
    for name in ("format", "own", "prepositions", "adverbial", "pronouns"):
        if lex.phrase(name, view, i, j) > i:
            return False
    if lang == "en":
        known = ("finite", "auxiliary")
        return not any(lex.within(n, view.words[k]) for k in range(i, j) for n in known)
    if any(
        finite(view.words[k], lang) for k in range(i, j) if not view.pieces[k].raw.isupper()
    ):
        return False
    raw, describes = view.pieces[i].raw, i + 1 < j and adjective(view.words[i], lang)
    plain = raw.isupper() or raw.isascii() or not raw[0].isalpha()
    return plain or describes or heads(view.words[i], lang)


def _head(view: View, lang: str, i: int, j: int) -> int:
    """Return the end of the head noun and the adjectives before it."""
    if lang == "en":
        return j
    k = i
    while k + 1 < j and (adjective(view.words[k], lang) or view.words[k] == '"'):
        k += 1
    return k + 1


def _leading(view: View, lang: str, busy: set[int]) -> Said | None:
    """Read "S: C" and "S про Y: C"."""
    if ":" not in view.words:
        return None
    colon = view.words.index(":")
    start = nominal.trimmed(view, lexicon(lang), 0, colon)
    if not 0 < colon - start <= _HEAD or not busy.isdisjoint(range(start, colon)):
        return None
    if colon + 2 >= len(view):
        return _heading(view, lang, start, colon)
    if any(view.breaks(k) and view.words[k] not in "()" for k in range(start, colon)):
        return None
    source = _source(view, lang, start, colon)
    titled = lang == "en" and _titled(view, start, colon)
    if source is None and titled and _nominal(view, lang, lexicon(lang), start, colon):
        source = (start, colon)
    caption = lang != "en" and source and nominal.kind_of(lang, view, *source) == "footage"
    told = source and not caption
    return _made(view, source, colon, (colon + 1, len(view))) if source and told else None


def _heading(view: View, lang: str, start: int, colon: int) -> Said | None:
    """Read "S:" alone in its line; what is said follows in the next ones."""
    source = _source(view, lang, start, colon) if colon == len(view) - 1 else None
    if source is None or not _known(view, lang, source):
        return None
    said = _made(view, source, colon, source)
    return said._replace(content=()) if said else None


def _titled(view: View, i: int, j: int) -> bool:
    words = [p for p in view.pieces[i:j] if p.word]
    return 0 < len(words) <= _NAMES and all(p.raw.isupper() for p in words)


def _closing(view: View, lang: str, busy: set[int]) -> Said | None:
    """Read "C: S", where S is footage or C is quoted, and "C: S про Y" of headlines."""
    if lang == "en" or ":" not in view.words:
        return None
    colon = len(view) - 1 - view.words[::-1].index(":")
    if colon < 4 or not busy.isdisjoint(range(colon, len(view))):
        return None
    stop = colon + 1
    while stop < len(view) and not view.breaks(stop):
        stop += 1
    quoted = view.words[colon - 1] == '"'
    source = _source(view, lang, colon + 1, stop)
    if source is None or stop < len(view) - 1 or source[1] - source[0] > _CLOSING:
        return None
    about = source[1] < stop and lexicon(lang).within("about", view.words[source[1]])
    told = quoted or about or nominal.kind_of(lang, view, *source) == "footage"
    return _made(view, source, colon, (0, colon)) if told else None


def _made(view: View, source: Pieces, mark: int, content: Pieces) -> Said | None:
    named, said = view.span(*source), view.span(*content)
    if not named or not said:
        return None
    piece = view.pieces[mark]
    return Said(
        by="dash" if piece.text == "—" else "colon",
        source=named,
        cue=((piece.start, piece.end),),
        content=(said,),
        stance="asserts",
        certainty="certain",
        positive=True,
    )
