"""Where a source begins and ends among the words around its cue, and what kind it is."""

from functools import lru_cache

from . import english, slavic
from .lexicon import Lexicon, lexicon
from .names import finite, fits, heads, participle, personal
from .view import View

_LONGEST = 26  # words of a source
_TITLE = 7  # pieces of an outlet's name in quotation marks
_SUBJECT = 8  # words of a sentence's first subject
Pieces = tuple[int, int]


@lru_cache(maxsize=50_000)
def kind(lang: str, words: tuple[str, ...], named: bool = False) -> str:
    """Return the basis that a source's own words tell, "" where they tell none.

    `named`: a person's name closes them.
    """
    if not words:
        return ""
    words = tuple(word.rstrip(".") or word for word in words)  # "Lt."
    text = " ".join(words) + " "
    starts = [0, *(at for at in range(1, len(text)) if text[at - 1] == " ")]
    for known in lexicon(lang).kinds:
        told = any(text.startswith(known.all, start) for start in starts)
        if told and not (named and known.unless_named):
            return known.basis
    return ""


def kind_of(lang: str, view: View, i: int, j: int) -> str:
    """Return the basis told by pieces `i`..`j`."""
    return kind(lang, tuple(p.text for p in view.pieces[i:j] if p.word))


def trimmed(view: View, lex: Lexicon, i: int, j: int) -> int:
    """Return where the source begins once marks and leading small words are passed."""
    while i < j:
        if not view.pieces[i].word and view.words[i] != '"':
            i += 1
            continue
        after = lex.phrase("lead", view, i, j)
        if after == i or (after == j and lex.phrase("pronouns", view, i, j) == j):
            return i
        i = after
    return i


def before(view: View, lang: str, i: int) -> Pieces:
    """Return the source that ends right before piece `i`, as a range (empty: none)."""
    lex = lexicon(lang)
    if lang == "en":
        start, stop = english.subject(view, lex, i)
        return trimmed(view, lex, start, stop), stop
    i = before_aside(view, lang, i)
    start = max(trimmed(view, lex, view.left(i), i), i - _LONGEST)
    return slavic.subject(view, lex, lang, start, i) if start < i else (i, i)


def before_aside(view: View, lang: str, i: int) -> int:
    """Return the comma before "X, speaking in Y, also said", where X opens the sentence.

    `i` where no aside ends right before it or before the adverbs in front of it.
    """
    lex, comma = lexicon(lang), i - 1
    while comma > 1 and lex.within("auxiliary", view.words[comma]):
        comma -= 1
    if comma < 1 or view.words[comma] != ",":
        return i
    k = view.left(comma)
    first = view.left(k - 1) if k > 1 and view.words[k - 1] == "," else k
    return k - 1 if k - first > 1 and first == 0 else i


def opening(view: View, lang: str, stop: int) -> Pieces:
    """Return the subject that opens the sentence, for a verb further on that leans on it."""
    lex = lexicon(lang)
    start = trimmed(view, lex, 0, stop)
    end = start
    while end < stop and not view.breaks(end) and not _verbal(view, lang, lex, end):
        end += 1
    if lang == "en":
        return (start, end) if end - start <= _SUBJECT else (start, start)
    return slavic.subject(view, lex, lang, start, end) if start < end else (start, start)


def _verbal(view: View, lang: str, lex: Lexicon, k: int) -> bool:
    word = view.words[k]
    if lang == "en":
        return (
            lex.within("finite", word) or word.endswith("ed") or lex.within("auxiliary", word)
        )
    return finite(word, lang)


def after(view: View, lang: str, j: int) -> tuple[Pieces, Pieces]:
    """Return the source that begins at piece `j`, and the outlet told before it, as ranges."""
    lex = lexicon(lang)
    j = slavic.past_credit(view, lang, j) if lang != "en" else j
    told = (j, j)
    while j < len(view) and not view.breaks(j):
        passed = lex.phrase("readers", view, j, len(view))
        told = (j, passed) if view.words[j:passed] == ("нам",) else told
        if passed == j or (lang != "en" and (passed >= len(view) or view.breaks(passed))):
            break
        j = passed
    if lang != "en" and j + 1 < len(view):
        end = _quoted_outlet(view, lang, j) or _outlet(view, lang, j)
        if end > j and end < len(view) and not view.breaks(end):
            told, j = (j, end), end
    if lang == "ru" and told[0] == told[1] and _addressed(view, j):
        told, j = (j, j + 1), j + 1
    if lang != "en" and j < len(view) and lex.within("prepositions", view.words[j]):
        j += 1
    end = j
    while end < len(view) and end - j < _LONGEST and not _ends(view, lex, lang, j, end):
        end += 1
    end = _with_apposition(view, lang, j, end)
    if lang != "en" and told[0] == told[1]:
        told = _interviewed(view, lex, end)
    return (trimmed(view, lex, j, end), end), told


def _interviewed(view: View, lex: Lexicon, end: int) -> Pieces:
    """Return "в интервью X" behind a source that ends at piece `end`, else an empty range."""
    stop = view.right(end)
    inside = end + 2 < stop and lex.within("prepositions", view.words[end])
    return (end, stop) if inside and view.words[end + 1] in _INTERVIEWS else (end, end)


def _addressed(view: View, j: int) -> bool:
    """Tell whether a name in the dative stands at `j`: "рассказали Маяку"."""
    if j >= len(view) or not view.pieces[j].raw.istitle():
        return False
    return fits(view.words[j], "datv") and not heads(view.words[j], "ru")


def _with_apposition(view: View, lang: str, j: int, end: int) -> int:
    """Return the end of "Ana Ruiz, the harbour master" where the apposition ends the run."""
    if not j < end < len(view) - 1 or view.words[end] != ",":
        return end
    stop = view.right(end + 1)
    if lang != "en":
        describes = participle(view.words[end + 1], lang) and stop >= len(view) - 1
        return stop if describes else end
    lex = lexicon(lang)
    if view.words[stop : stop + 1] not in {(), (".",), (",",)} or stop - end > _LONGEST:
        return end
    if view.words[end + 1] in english.OPENERS:
        return stop
    opener = view.pieces[end + 1]
    plain = opener.raw.islower() and not lex.within("tail", opener.text)
    verbal = any(_verbal(view, lang, lex, k) for k in range(end + 1, stop))
    return stop if plain and not verbal and not opener.text.endswith("ing") else end


def _quoted_outlet(view: View, lang: str, j: int) -> int:
    """Return the end of a name in quotation marks at `j` that the speaker follows; 0: none."""
    if view.words[j] != '"' or view.pieces[j].quote >= 0:
        return 0
    for k in range(j + 2, min(j + _TITLE, len(view) - 1)):
        if view.words[k] == '"':
            following = view.pieces[k + 1]
            ends = lexicon(lang).phrase("tail", view, k + 1, len(view)) > k + 1
            speaks = following.word and not ends and heads(following.text, lang)
            return k + 1 if speaks else 0
    return 0


def _outlet(view: View, lang: str, j: int) -> int:
    """Return the end of an outlet's undeclined name at `j` that another noun follows."""
    for size in (2, 1):
        if view.right(j) < j + size:
            continue
        if j + size < len(view) and kind(lang, view.words[j : j + size]) == "media":
            raw = view.pieces[j].raw
            if raw.isupper() or raw.isascii():
                following = view.words[j + size]
                ends = lexicon(lang).phrase("tail", view, j + size, len(view)) > j + size
                speaks = following.isalpha() and not ends and heads(following, lang)
                return j + size if speaks else j
    return j


_INTERVIEWS = frozenset({"интервью", "эфире", "інтерв'ю", "ефірі"})
_IN = frozenset({"в", "во", "на", "при"})
_FROM = frozenset({"с", "со", "из", "з", "із"})
_PARTS = frozenset({"один", "одна", "одно", "некоторые", "часть", "деякі", "one", "some"})
ANONYMOUS = ("источник", "собеседник", "джерел", "співрозмовник", "source", "official")


def _joins(view: View, lang: str, first: int, i: int) -> bool:
    """Tell "ГО и ЧС", and "Марина с горы": small words within a name."""
    before, after = view.pieces[i - 1].raw, view.pieces[i + 1].raw
    if lang == "en":
        return False
    if view.words[i] in {"и", "та", "і"}:
        return before.isupper() and after.isupper()
    if view.words[i] in _IN and personal(view.words[min(i + 2, len(view) - 1)], lang):
        return view.pieces[i + 1].raw.istitle()  # "посол в Осло Иван Луговой"
    return i == first + 1 and view.words[i] in _FROM and personal(view.words[first], lang)


def _ends(view: View, lex: Lexicon, lang: str, first: int, i: int) -> bool:
    word = view.words[i]
    if view.breaks(i):
        return not (word in "()" and lang == "en" and i > first)
    if i == first or lex.phrase("tail", view, i, len(view)) == i:
        return False
    if i + 1 < len(view) and _joins(view, lang, first, i):
        return False
    if view.words[first] in _PARTS and word in {"из", "з", "із", "of"}:
        return False
    previous = view.words[i - 1]
    inside = previous.startswith(ANONYMOUS) or view.words[first].startswith(ANONYMOUS)
    if word in _FROM and "".join(view.words[i + 1 : i + 2]).startswith("камер"):
        return False  # "видео с камер наблюдения"
    return not (
        inside and word in {"в", "у", "во", "з", "із", "из", "in", "at", "with", "from"}
    )
