"""Relations of set phrases: "according to X", "со ссылкой на X", "сообщается"."""

from reportedly.lang.saying import Frame, Noun

from . import nominal
from .lexicon import Hit, lexicon
from .said import Range, Said
from .view import View


def framed(view: View, lang: str, hit: Hit, frame: Frame) -> Said | None:
    """Return the relation a set phrase makes of its sentence, if it does."""
    cue = view.span(hit.start, hit.end)
    if cue is None:
        return None
    lex = lexicon(lang)
    end, source = hit.end, (hit.end, hit.end)
    if frame.possessive:
        source = (hit.start + 1, hit.start + 2)
    elif frame.source:
        source = _named(view, lang, hit.end)
        if source[0] < source[1] and lex.phrase("own", view, source[0], source[1]) > source[0]:
            return None
        if frame.relay and not _voice(view, lang, *source):
            return None
        if frame.maybe and not nominal.kind_of(lang, view, *source):
            source = (hit.end, hit.end)
        elif source[0] >= source[1] and not frame.maybe:
            return None
        end = max(end, source[1])
    pieces = _content(view, lang, hit, frame, end)
    spans = tuple(span for span in (view.span(*piece) for piece in pieces) if span)
    if not spans and not frame.relay:
        return None
    cues: tuple[Range, ...] = (cue,)
    if frame.possessive:
        cues = tuple(
            s
            for s in (view.span(hit.start, hit.start + 1), view.span(hit.start + 2, hit.end))
            if s
        )
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


def _named(view: View, lang: str, i: int) -> tuple[int, int]:
    """Return the source behind a phrase: up to a mark, or a verb where none comes soon."""
    start = i
    while start < len(view) and view.words[start] == '"':
        start += 1
    end = view.right(start)
    return (i, end) if end > start else (i, i)


def _voice(view: View, lang: str, i: int, j: int) -> bool:
    """Tell whether what is cited can speak: weather cannot."""
    named = any(piece.raw[:1].isupper() for piece in view.pieces[i:j])
    return named or bool(nominal.kind_of(lang, view, i, j))


def _content(view: View, lang: str, hit: Hit, frame: Frame, end: int) -> list[tuple[int, int]]:
    lex = lexicon(lang)
    before, after = (0, hit.start), (end, len(view))
    if frame.passive:
        return [_passive(view, lang, hit)]
    opened = end + 1 if view.words[end : end + 1] == (",",) else end
    if opened < len(view) and lex.within("that", view.words[opened]):
        return [(opened + 1, len(view))]
    lead = nominal.trimmed(view, lex, 0, hit.start)
    if lead >= hit.start or view.words[hit.start - 1] in {":", "что", "що", "that"}:
        return [after]
    if opened + 1 < len(view) and view.words[end : end + 1] == (",",):
        return [before, after] if frame.source or frame.maybe else [after]
    return [before] if end >= len(view) - 1 or view.words[hit.start - 1] == "," else [after]


def _passive(view: View, lang: str, hit: Hit) -> tuple[int, int]:
    """Return the subject before "was first reported by"."""
    lex = lexicon(lang)
    stop = hit.start
    while stop > 0 and lex.within("auxiliary", view.words[stop - 1]):
        stop -= 1
    return nominal.before(view, lang, 0, stop)


def noun(view: View, lang: str, hit: Hit, entry: Noun) -> Said | None:
    """Return the relation of a noun that opens a content: "speculation that C"."""
    lex = lexicon(lang)
    i = hit.end
    cue = view.span(hit.start, hit.end)
    if lang == "en":
        opened = i if view.words[i : i + 1] == ("that",) else -1
    elif view.words[i : i + 4] in {("о", "том", ",", "что"), ("про", "те", ",", "що")}:
        opened = i + 4
    elif view.words[i : i + 1] == (",",) and view.words[i + 1 : i + 2] in {
        ("что",),
        ("що",),
        ("будто",),
    }:
        opened = i + 2
    else:
        opened = -1
    content = view.span(opened, len(view)) if opened >= 0 else None
    if content is None or cue is None:
        return None
    owner = None
    if lang == "en" and hit.start and view.words[hit.start - 1].endswith(("'s", "s'")):
        source = nominal.before(view, lang, 0, hit.start)
        owner = view.span(*source)
        if owner and view.text[owner[1] - 2 : owner[1]] in {"'s", "’s"}:
            owner = owner[0], owner[1] - 2
    elif lang == "en" and hit.start and lex.within("pronouns", view.words[hit.start - 1]):
        owner = view.span(hit.start - 1, hit.start)
    return Said(
        by=entry.name,
        source=owner,
        cue=(cue,),
        content=(content,),
        stance=entry.stance,
        certainty=entry.certainty,
        positive=True,
    )
