"""English subjects: the words before a verb up to the clause's edge, apposition included."""

from .lexicon import Lexicon
from .view import View

_LONGEST = 26  # words of a source
_NAME = 4  # capitalised words of a name that any parenthesis may follow
_BRACKET = 8  # words in brackets behind a name: "(R-Ohio)"
OPENERS = frozenset(
    [
        *("a", "an", "the", "who", "which", "whose", "one", "and", "his", "her", "its"),
        *("their", "including", "head", "chief", "former"),
    ]
)


def subject(view: View, lex: Lexicon, i: int) -> tuple[int, int]:
    """Return the subject that ends before piece `i`, empty where a mark stands there."""
    if i and lex.within("relative", view.words[i - 1]) and view.words[i - 1] != "that":
        return i - 1, i
    stop = i
    if i > 0 and view.words[i - 1] in {",", "—"}:
        mark = view.words[i - 1]
        opened = _opening(view, lex, i - 1, mark)
        if opened < 0:
            return i, i
        i = opened
        opener = view.words[opened + 1]
        aside = mark != "," or opener.endswith("ing") or lex.within("tail", opener)
        stop = opened if aside and opener not in OPENERS else stop - 1
    k = i
    while k > 0 and stop - k < _LONGEST:
        word = view.words[k - 1]
        if word == ")":
            k = _bracket(view, k - 1)
            continue
        if view.breaks(k - 1) or lex.within("plain", word):
            break
        relative = word == "that" and k < stop and _verbal(view, lex, k) and k > 1
        if lex.within("conjunctions", word) and not (relative or _joins_names(view, k - 1)):
            break
        k -= 1
    return k, stop


def _verbal(view: View, lex: Lexicon, k: int) -> bool:
    return lex.within("finite", view.words[k]) or view.words[k].endswith("ed")


def _bracket(view: View, close: int) -> int:
    """Return where the bracket that ends at `close` opens."""
    for k in range(close - 1, max(-1, close - _BRACKET), -1):
        if view.words[k] == "(":
            return k
    return close


def _opening(view: View, lex: Lexicon, close: int, mark: str) -> int:
    """Return the mark that opens the parenthesis which ends at `close`, -1 if none does."""
    for k in range(close - 1, max(0, close - _LONGEST), -1):
        if view.words[k] in {";", ":", '"'}:
            return -1
        if view.words[k] == mark:
            opener = view.pieces[k + 1]
            fits = opener.text in OPENERS or opener.raw[:1].isupper() or opener.text.isdigit()
            return k if fits or mark == "—" or _named(view, k) else -1
    return -1


def _named(view: View, k: int) -> bool:
    """Tell whether only a short name stands between piece `k` and the edge before it."""
    start = view.left(k)
    words = view.pieces[start:k]
    return 0 < len(words) <= _NAME and all(word.raw[:1].isupper() for word in words)


def _joins_names(view: View, k: int) -> bool:
    """Tell whether the "and" at `k` stands between two names."""
    if view.words[k] != "and" or not 0 < k < len(view) - 1:
        return False
    return view.pieces[k - 1].raw[:1].isupper() and view.pieces[k + 1].raw[:1].isupper()


def passive(view: View, start: int, verb: int) -> bool:
    """Tell whether a verb form stands behind a form of "be" and is not a present participle."""
    if not view.words[verb].endswith(("ed", "n", "told")):
        return False
    return not _BE.isdisjoint(view.words[start:verb])


def mistaken(view: View, lex: Lexicon, verb: int) -> bool:
    """Tell whether a word that may be a noun ("the state", "support") is one here."""
    word, raw = view.words[verb], view.pieces[verb].raw
    if verb and view.words[verb - 1] == "to":
        return True
    if not lex.within("nounlike", word):
        return False
    if verb == 0 or (raw[:1].isupper() and not view.pieces[0].raw.isupper()):
        return True
    return not _predicate(view, lex, verb)


def _predicate(view: View, lex: Lexicon, verb: int) -> bool:
    """Tell by its neighbours whether a word that may be a noun is the verb of a subject."""
    before = view.pieces[verb - 1]
    if lex.within("auxiliary", before.text):
        return before.text in {"also", "will", "would", "not", "do", "does", "now"}
    if before.raw.endswith(("'s", "’s", "s’", "s'")) or not before.word:
        return False
    after = view.words[verb + 1] if verb + 1 < len(view) else ""
    if any(lex.within(name, after) for name in ("pronouns", "determiners", "subjects")):
        return True
    if lex.within("pronouns", before.text):
        return before.text not in _POSSESSIVE
    plural = before.text.endswith("s") and not view.words[verb].endswith("s")
    return before.raw[:1].isupper() or plural


def aside(view: View, i: int) -> int:
    """Return where a content that begins at `i` ends: before a closing ", who ..." aside."""
    for k in range(i + _CLAUSE, len(view) - 1):
        if view.words[k] == "," and view.words[k + 1] in {"who", "which", "whose"}:
            rest = view.right(k + 1)
            return k if rest >= len(view) - 1 and view.pieces[k].quote < 0 else len(view)
    return len(view)


_CLAUSE = 4  # words a content has before an aside can close it
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_POSSESSIVE = frozenset(["his", "her", "their", "its"])
