"""Where a source begins and ends among the words around its cue, and what kind it is."""

from functools import lru_cache

from .lexicon import Lexicon, lexicon
from .names import heads
from .view import View

_LONGEST = 26  # words of a source
_OPENERS = frozenset(
    [
        "a",
        "an",
        "the",
        "who",
        "which",
        "whose",
        "one",
        "and",
        "his",
        "her",
        "its",
        "their",
        "including",
        "head",
        "chief",
        "former",
    ]
)
Pieces = tuple[int, int]


@lru_cache(maxsize=50_000)
def kind(lang: str, words: tuple[str, ...]) -> str:
    """Return the basis that a source's own words tell, "" where they tell none."""
    if not words:
        return ""
    text = " ".join(words) + " "
    for known in lexicon(lang).kinds:
        for stem in known.stems:
            if stem.endswith("."):
                if stem[:-1] in words or (
                    "." not in stem[:-1] and f" {stem[:-1]} " in f" {text}"
                ):
                    return known.basis
            elif text.startswith(stem) or f" {stem}" in text:
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


def before(view: View, lang: str, floor: int, i: int) -> Pieces:
    """Return the source that ends right before piece `i`, as a range (empty: none)."""
    lex = lexicon(lang)
    if lang == "en":
        return _english_before(view, lex, floor, i)
    start = trimmed(view, lex, view.left(i, floor), i)
    start = max(start, i - _LONGEST)
    return _subject(view, lex, lang, start, i), i


def _subject(view: View, lex: Lexicon, lang: str, i: int, j: int) -> int:
    """Return the first word of `i`..`j` that can be the subject, behind any "in the X"."""
    first_in = -1
    k = i
    while k < j:
        if lex.within("prepositions", view.words[k]):
            first_in = k + 1 if first_in < 0 else first_in
            k += 2
            while k < j and not heads(view.words[k], lang):
                k += 1
            continue
        raw = view.pieces[k].raw
        if view.words[k] == '"' or raw.isupper() or raw.isascii() or heads(view.words[k], lang):
            break
        if lex.phrase("conjunctions", view, k, j) > k and first_in < 0 and k > i:
            break
        k += 1
    if k < j and not (first_in >= 0 and _plural(view.words[j]) and not _plain(view, k, lang)):
        return k
    return first_in if first_in >= 0 else i


def _plain(view: View, k: int, lang: str) -> bool:
    return bool(kind_of(lang, view, k, k + 1)) and heads(view.words[k], lang)


def _plural(verb: str) -> bool:
    return verb.endswith(("ли", "ют", "ят", "ут", "ють", "ять", "уть", "лися", "лись"))


def _english_before(view: View, lex: Lexicon, floor: int, i: int) -> Pieces:
    stop = i
    if i > floor and view.words[i - 1] == ",":
        opened = _apposition(view, lex, floor, i - 1)
        if opened < 0:
            return i, i
        i, stop = opened, i - 1
    k = i
    while k > floor and stop - k < _LONGEST:
        word = view.words[k - 1]
        if view.breaks(k - 1) and not (word in "()" and k < i):
            break
        if lex.within("conjunctions", word) and not _joins_names(view, k - 1):
            break
        k -= 1
    return trimmed(view, lex, k, stop), stop


def _apposition(view: View, lex: Lexicon, floor: int, comma: int) -> int:
    """Return the comma that opens the apposition which ends at `comma`, -1 if none does."""
    for k in range(comma - 1, max(floor, comma - _LONGEST), -1):
        if view.words[k] in ";:—" or view.words[k] == '"':
            return -1
        if view.words[k] == ",":
            opener = view.words[k + 1]
            fits = opener in _OPENERS or (
                view.pieces[k + 1].raw[:1].isupper()
                or opener.isdigit()
                or bool(kind_of("en", view, k + 1, comma))
            )
            return k if fits and not lex.within("conjunctions", opener) else -1
    return -1


def _joins_names(view: View, k: int) -> bool:
    """Tell whether the "and" at `k` stands between two names."""
    if view.words[k] != "and" or not 0 < k < len(view) - 1:
        return False
    return view.pieces[k - 1].raw[:1].isupper() and view.pieces[k + 1].raw[:1].isupper()


def after(view: View, lang: str, j: int) -> tuple[Pieces, Pieces]:
    """Return the source that begins at piece `j`, and the outlet told before it, as ranges."""
    lex = lexicon(lang)
    told = (j, j)
    while j < len(view) and not view.breaks(j):
        passed = lex.phrase("readers", view, j, len(view))
        if passed == j:
            break
        j = passed
    if lang != "en" and j + 1 < len(view):
        end = _outlet(view, lang, j)
        if end > j and end < len(view) and not view.breaks(end):
            told, j = (j, end), end
    end = j
    while end < len(view) and end - j < _LONGEST and not _ends(view, lex, lang, j, end):
        end += 1
    end = _with_apposition(view, lang, j, end)
    return (trimmed(view, lex, j, end), end), told


def _with_apposition(view: View, lang: str, j: int, end: int) -> int:
    """Return the end of "Ana Ruiz, the harbour master" where the apposition ends the run."""
    if lang != "en" or not j < end < len(view) - 1 or view.words[end] != ",":
        return end
    stop = view.right(end + 1)
    fits = view.words[end + 1] in _OPENERS and stop - end <= _LONGEST
    return stop if fits and view.words[stop : stop + 1] in {(), (".",), (",",)} else end


def _outlet(view: View, lang: str, j: int) -> int:
    """Return the end of an outlet's undeclined name at `j` that another noun follows."""
    for size in (2, 1):
        if j + size < len(view) and kind(lang, view.words[j : j + size]) == "media":
            raw = view.pieces[j].raw
            if raw.isupper() or raw.isascii():
                following = view.words[j + size]
                return j + size if heads(following, lang) and following.isalpha() else j
    return j


_ANONYMOUS = ("источник", "собеседник", "джерел", "співрозмовник", "source", "official")


def _ends(view: View, lex: Lexicon, lang: str, first: int, i: int) -> bool:
    word = view.words[i]
    if view.breaks(i):
        return not (word in "()" and lang == "en" and i > first)
    if i == first or lex.phrase("tail", view, i, len(view)) == i:
        return False
    previous = view.words[i - 1]
    inside = previous.startswith(_ANONYMOUS) or view.words[first].startswith(_ANONYMOUS)
    return not (
        inside and word in {"в", "у", "во", "з", "із", "из", "in", "at", "with", "from"}
    )
