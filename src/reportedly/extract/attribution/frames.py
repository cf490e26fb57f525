"""Relations of set phrases: "according to X", "со ссылкой на X", "сообщается"."""

from reportedly.lang.saying import Frame

from . import nominal
from .lexicon import Hit, Lexicon, lexicon
from .names import finite, fits
from .place import Pieces
from .said import Range, Said
from .view import View

_NAMED = 14  # words of a source between a phrase and a comma
_INTRODUCED = frozenset({":", "что", "що", "that"})


def framed(view: View, lang: str, hit: Hit, frame: Frame) -> Said | None:
    """Return the relation a set phrase makes of its sentence, if it does."""
    cue, lex = view.span(hit.start, hit.end), lexicon(lang)
    if cue is None or not _stands(view, lex, hit, frame):
        return None
    source = _source(view, lang, hit, frame)
    if source is None:
        return None
    pieces = _content(view, lang, hit, frame, max(hit.end, source[1]))
    spans = tuple(span for span in (view.span(*piece) for piece in pieces) if span)
    if not spans and not frame.relay:
        return None
    cues: tuple[Range, ...] = (cue,)
    if frame.possessive:
        parts = view.span(hit.start, hit.start + 1), view.span(hit.start + 2, hit.end)
        cues = tuple(part for part in parts if part)
    return Said(
        by=frame.name,
        source=view.span(*source) if source[0] < source[1] else None,
        cue=cues,
        content=spans,
        stance=frame.stance,
        certainty=frame.certainty,
        positive=True,
        basis=frame.basis,
        case=frame.case,
        relays=frame.relay,
    )


def _stands(view: View, lex: Lexicon, hit: Hit, frame: Frame) -> bool:
    """Tell whether "it is reported" is a clause of its own, not "what is known"."""
    if frame.source or hit.start == 0:
        return True
    left = view.left(hit.start)
    between = [view.words[k] for k in range(left, hit.start)]
    if any(lex.within("negation", word) or lex.within("own", word) for word in between):
        return False
    if any(word in _INTRODUCED for word in between):
        return False
    return nominal.trimmed(view, lex, left, hit.start) == hit.start


def _source(view: View, lang: str, hit: Hit, frame: Frame) -> Pieces | None:
    """Return the source of a phrase, an empty range where none is named, None: no relation."""
    lex, none = lexicon(lang), (hit.end, hit.end)
    if frame.possessive:
        return hit.start + 1, hit.start + 2
    if frame.clause and _told(view, hit.end):
        return None
    if not frame.source:
        return none
    source = _named(view, lang, hit.end, frame.case)
    if source[0] < source[1] and lex.phrase("own", view, *source) > source[0]:
        return None
    if frame.maybe:
        return source if nominal.kind_of(lang, view, *source) else none
    if source[0] >= source[1] or (frame.relay and not _voice(view, lang, source)):
        return None
    return source


def _told(view: View, i: int) -> bool:
    """Tell whether the news came to somebody named: "as became known to X,"."""
    comma = view.right(i)
    return i < comma < len(view) and view.words[comma] == "," and view.pieces[i].raw[0].isupper()


def _named(view: View, lang: str, i: int, case: str) -> Pieces:
    """Return the source behind a phrase: up to a mark, or as far as its case reaches."""
    end = view.right(i)
    closed = end >= len(view) or view.words[end] in {",", ")", ".", "—", ";"}
    verb = any(finite(view.words[k], lang) for k in range(i, end) if lang != "en")
    if closed and end - i <= _NAMED and not verb:
        return i, end
    if lang != "ru":
        return (i, end) if lang == "en" else (i, min(end, i + 1))
    stop = i
    while stop < end and (stop == i or _declines(view, stop, case)):
        stop += 1
    return i, stop


def _declines(view: View, k: int, case: str) -> bool:
    raw = view.pieces[k].raw
    return raw.isupper() or raw.isascii() or fits(view.words[k], case)


def _voice(view: View, lang: str, source: Pieces) -> bool:
    """Tell whether what is cited can speak: weather cannot."""
    named = any(piece.raw[:1].isupper() for piece in view.pieces[source[0] : source[1]])
    return named or bool(nominal.kind_of(lang, view, *source))


def _content(view: View, lang: str, hit: Hit, frame: Frame, end: int) -> list[Pieces]:
    lex = lexicon(lang)
    before, after = (0, hit.start), (end, len(view))
    if frame.passive:
        return [_subject(view, lang, hit)]
    comma = view.words[end : end + 1] == (",",)
    opened = end + comma
    if opened < len(view) and lex.within("that", view.words[opened]):
        return [(opened + 1, len(view))]
    about = opened < len(view) and lex.within("about", view.words[opened])
    if about and not frame.source and not frame.clause:
        return [(opened + 1, len(view))]
    if frame.clause:
        return [after] if comma and hit.start == nominal.trimmed(view, lex, 0, hit.start) else []
    if frame.source and lex.within("relative", view.words[min(hit.end, len(view) - 1)]):
        return [after]
    lead = nominal.trimmed(view, lex, 0, hit.start)
    if lead >= hit.start or view.words[hit.start - 1] in _INTRODUCED:
        return [after]
    if comma and opened < len(view):
        clause = view.words[hit.start - 1] == "—" or not (frame.source or frame.maybe)
        return [after] if clause else [before, after]
    if view.words[hit.start - 1] == "—" and end < len(view) - 1:
        return [after]
    return [before] if end >= len(view) - 1 or view.words[hit.start - 1] == "," else [after]


def _subject(view: View, lang: str, hit: Hit) -> Pieces:
    """Return the subject before "was first reported by"."""
    lex = lexicon(lang)
    stop = hit.start
    while stop > 0 and lex.within("auxiliary", view.words[stop - 1]):
        stop -= 1
    return nominal.before(view, lang, stop)
