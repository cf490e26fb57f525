"""Relations by a mark alone: "C — ОВА" and "ОВА: C"."""

from . import nominal
from .lexicon import lexicon
from .said import Said
from .view import View

_TAIL = 12  # words of a source behind a dash
_HEAD = 10  # words of a source before a colon


def trailing(view: View, lang: str, busy: set[int]) -> Said | None:
    """Return the relation of a sentence that a dash and a source close."""
    if lang == "en":
        return None
    i, stop = _dash(view)
    if i < 3 or i in busy:
        return None
    start = i + 1
    if any(k in busy for k in range(start, stop)) or not _source(view, lang, start, stop):
        return None
    return _made(view, (start, stop), i, (0, i))


def _dash(view: View) -> tuple[int, int]:
    """Return the last free dash and the end of the words behind it, brackets left out."""
    stop = len(view)
    while stop and not view.pieces[stop - 1].word and view.words[stop - 1] not in {")", '"'}:
        stop -= 1
    if stop and view.words[stop - 1] == ")":
        opened = [k for k in range(stop) if view.words[k] == "("]
        stop = opened[-1] if opened else stop
    i = stop - 1
    while i >= 0 and stop - i <= _TAIL and view.words[i] != "—":
        if view.words[i] in {",", ";", ":", "?", "!", "."} and view.words[i] != ",":
            return -1, stop
        i -= 1
    return (i, stop) if i >= 0 and view.words[i] == "—" else (-1, stop)


def _source(view: View, lang: str, i: int, j: int) -> bool:
    """Tell whether the words behind a dash name a source."""
    lex = lexicon(lang)
    if i >= j or lex.phrase("format", view, i, j) > i or lex.phrase("own", view, i, j) > i:
        return False
    if lex.phrase("prepositions", view, i, j) > i:
        return False
    if nominal.kind_of(lang, view, i, j):
        return True
    words = [p for p in view.pieces[i:j] if p.word]
    return 0 < len(words) <= 4 and all(p.raw[:1].isupper() for p in words)


def leading(view: View, lang: str, busy: set[int]) -> Said | None:
    """Return the relation of a sentence that a source and a colon open."""
    if ":" not in view.words:
        return None
    i = view.words.index(":")
    lex = lexicon(lang)
    start = nominal.trimmed(view, lex, 0, i)
    if (
        not 0 < i - start <= _HEAD
        or i + 2 >= len(view)
        or any(k in busy for k in range(start, i))
    ):
        return None
    stop = start
    while stop < i and not lex.within("about", view.words[stop]):
        stop += 1
    if any(view.breaks(k) and view.words[k] not in "()" for k in range(start, stop)):
        return None
    if not _source(view, lang, start, stop) and not (
        lang == "en" and _titled(view, start, stop)
    ):
        return None
    return _made(view, (start, stop), i, (i + 1, len(view)))


def _titled(view: View, i: int, j: int) -> bool:
    words = [p for p in view.pieces[i:j] if p.word]
    return 0 < len(words) <= 4 and all(p.raw.isupper() for p in words)


def _made(
    view: View, source: tuple[int, int], mark: int, content: tuple[int, int]
) -> Said | None:
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
