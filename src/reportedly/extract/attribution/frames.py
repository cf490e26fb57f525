"""Relations of set phrases: "according to X", "со ссылкой на X", "сообщается"."""

from reportedly.lang.saying import Frame

from . import nominal
from .lexicon import Hit, Lexicon, lexicon
from .names import finite, fits
from .place import Pieces
from .said import Said
from .view import View

_NAMED = 14  # words of a source between a phrase and a comma
_SPEAKERS = frozenset({"media", "anonymous", "eyewitness"})
_INTRODUCED = frozenset({":", "что", "що", "that"})


def framed(view: View, lang: str, hit: Hit, frame: Frame) -> Said | None:
    """Return the relation a set phrase makes of its sentence, if it does."""
    lex = lexicon(lang)
    inside = frame.case == "loct" and lex.within("prepositions", view.words[hit.end - 1])
    cue = view.span(hit.start, hit.end - inside)  # "говорится" in "говорится в отчёте"
    if cue is None or not _stands(view, lex, hit, frame):
        return None
    source = _source(view, lang, hit, frame)
    if source is None:
        return None
    begin = max(hit.end, source[1])
    pieces = [] if frame.earlier else _content(view, lang, hit, frame, begin)
    subject = nominal.before(view, lang, hit.start) if frame.earlier else (0, 0)
    spans = tuple(span for span in (view.span(*piece) for piece in pieces) if span)
    if not spans and not frame.relay and not (inside and _pointing(view, lex, hit)):
        return None
    return Said(
        by=frame.name,
        source=view.span(*source) if source[0] < source[1] else None,
        cue=(cue,),
        content=spans,
        stance=frame.stance,
        certainty=frame.certainty,
        positive=True,
        basis=frame.basis,
        case=frame.case,
        relays=frame.relay,
        told=view.span(*subject) if subject[0] < subject[1] else None,
    )


def _stands(view: View, lex: Lexicon, hit: Hit, frame: Frame) -> bool:
    """Tell whether "it is reported" is a clause of its own, not "what is known"."""
    if frame.source or hit.start == 0:
        return True
    left = view.left(hit.start)
    for word in view.words[left : hit.start]:
        if word in _INTRODUCED or lex.within("negation", word) or lex.within("own", word):
            return False
    return nominal.trimmed(view, lex, left, hit.start) == hit.start


def _pointing(view: View, lex: Lexicon, hit: Hit) -> bool:
    """Tell whether "this" before a phrase points to the sentence before."""
    stop = hit.start
    return any(lex.phrase("previous", view, k, stop) == stop for k in range(stop))


def _source(view: View, lang: str, hit: Hit, frame: Frame) -> Pieces | None:
    """Return the source of a phrase, an empty range where none is named, None: no relation."""
    lex, none = lexicon(lang), (hit.end, hit.end)
    if frame.possessive:
        return hit.start + 1, hit.start + 2
    if not frame.source:
        return None if frame.clause and _told(view, hit.end) else none
    source = _named(view, lang, hit.end, frame)
    unnamed = source[0] >= source[1]
    if frame.maybe:
        return source if nominal.kind_of(lang, view, *source) else none
    pointing = frame.case == "datv" and _relative(view, hit.end)
    if unnamed or pointing or lex.phrase("own", view, *source) > source[0]:
        return None
    if frame.spoken:
        return source if nominal.kind_of(lang, view, *source) in _SPEAKERS else None
    return source if not frame.relay or _voice(view, lang, source) else None


def _relative(view: View, i: int) -> bool:
    return i < len(view) and view.words[i].startswith("котор")


def _told(view: View, i: int) -> bool:
    """Tell whether the news came to somebody named: "as became known to X,"."""
    comma = view.right(i)
    return (
        i < comma < len(view) and view.words[comma] == "," and view.pieces[i].raw[0].isupper()
    )


def _named(view: View, lang: str, i: int, frame: Frame) -> Pieces:
    """Return the source behind a phrase: up to a mark, or as far as its case reaches."""
    end = view.right(i)
    closed = end >= len(view) or view.words[end] in {",", ")", ".", "—", ";", ":"}
    verbs = [k for k in range(i, end) if lang != "en" and finite(view.words[k], lang)]
    if frame.relay and lang == "ru":
        subject = [k for k in range(i + 1, end) if _speaks_itself(view, k)]
        verbs = sorted(verbs + subject)
    if frame.relay and verbs:
        return i, verbs[0]
    if closed and end - i <= _NAMED and not verbs:
        return i, end
    if lang != "ru":
        return (i, end) if lang == "en" else (i, min(end, i + 1))
    stop = i
    while stop < end and (stop == i or _declines(view, stop, frame.case)):
        stop += 1
    return i, stop


def _speaks_itself(view: View, k: int) -> bool:
    """Tell whether a Russian noun can only be the subject that cites what stands before it."""
    word = view.words[k]
    cited = fits(word, "accs") or fits(word, "gent")
    return view.pieces[k].raw.islower() and fits(word, "nomn") and not cited


def _declines(view: View, k: int, case: str) -> bool:
    raw = view.pieces[k].raw
    return raw.isupper() or raw.isascii() or fits(view.words[k], case)


def _voice(view: View, lang: str, source: Pieces) -> bool:
    """Tell whether what is cited can speak: weather cannot."""
    named = any(piece.raw[:1].isupper() for piece in view.pieces[source[0] : source[1]])
    return named or bool(nominal.kind_of(lang, view, *source))


def _content(view: View, lang: str, hit: Hit, frame: Frame, end: int) -> list[Pieces]:
    """Return what a phrase that ends at `end`, its source included, says is said."""
    lex = lexicon(lang)
    if frame.passive:
        return [_subject(view, lang, hit)]
    comma = view.words[end : end + 1] == (",",)
    opened = end + comma
    follows = opened < len(view) and lex.within("that", view.words[opened])
    named = frame.source or frame.maybe
    about = opened < len(view) and lex.within("about", view.words[opened])
    if follows or (about and not named and not frame.clause):
        return [(opened + 1, len(view))]
    heads = nominal.trimmed(view, lex, 0, hit.start) >= hit.start
    if frame.clause:
        return [(end, len(view))] if comma and heads else []
    return _around(view, lex, hit, end, named) if not heads else [(end, len(view))]


def _around(view: View, lex: Lexicon, hit: Hit, end: int, named: bool) -> list[Pieces]:
    """Return the content of a phrase in the middle or at the end of a sentence."""
    before, after = (0, hit.start), (end, len(view))
    previous = view.words[hit.start - 1]
    relative = named and lex.within("relative", view.words[min(hit.end, len(view) - 1)])
    if previous in _INTRODUCED or relative:
        return [after]
    last = end >= len(view) - 1
    if view.words[end : end + 1] == (",",) and not last:
        return [before, after] if named and previous != "—" else [after]
    return [before] if last or previous == "," else [after]


def _subject(view: View, lang: str, hit: Hit) -> Pieces:
    """Return the subject before "was first reported by"."""
    lex = lexicon(lang)
    stop = hit.start
    while stop > 0 and lex.within("auxiliary", view.words[stop - 1]):
        stop -= 1
    return nominal.before(view, lang, stop)
