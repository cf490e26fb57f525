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


_ASIDES = frozenset({"cited", "quoted", "reached", "contacted", "identified", "described"})
_LEANING = frozenset({"citing", "quoting", "speaking", "writing", "referring"})


def subject(view: View, lex: Lexicon, i: int) -> tuple[int, int]:
    """Return the subject that ends before piece `i`, empty where a mark stands there."""
    if i and lex.within("relative", view.words[i - 1]) and view.words[i - 1] != "that":
        return i - 1, i
    kept = prevented(view, i)
    if kept:
        return kept
    stop = i
    if i > 0 and view.words[i - 1] in {",", "—"}:
        mark = view.words[i - 1]
        opened = _opening(view, lex, i - 1, mark)
        if opened < 0:
            return i, i
        i = opened
        opener = view.words[opened + 1]
        aside = (
            mark != ","
            or opener.endswith("ing")
            or opener in _ASIDES
            or lex.within("tail", opener)
        )
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
            fits = (
                opener.text in OPENERS
                or opener.text in _ASIDES
                or opener.text in _LEANING
                or opener.raw[:1].isupper()
                or opener.text.isdigit()
            )
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
    if word in _PASSIVE and _headline(view, lex, verb):
        return True
    if verb and view.words[verb - 1] == "to":
        return True
    if not lex.within("nounlike", word):
        return False
    if verb == 0 or (raw[:1].isupper() and not view.pieces[0].raw.isupper()):
        return True
    return not _predicate(view, lex, verb)


def _headline(view: View, lex: Lexicon, verb: int) -> bool:
    """Tell "Blasts reported near the port": a passive without its verb "were"."""
    if verb == 0 or verb + 1 >= len(view) or view.words[verb + 1] not in _WHERE:
        return False
    known = lex.within("pronouns", view.words[verb - 1])
    return not known and "that" not in view.words[verb : verb + _HEADLINE] and verb <= _SHARED


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


def pointing(view: View, i: int) -> bool:
    """Tell the "that" of "rejected that report" from the one that opens a clause."""
    after = view.right(i + 1)
    return after - i == 2 and (after >= len(view) or view.words[after] in {",", ".", ";"})


def shared(view: View, lex: Lexicon, verb: int) -> tuple[int, int]:
    """Return the subject of the verb before "and", which the verb behind it shares."""
    for k in range(verb - 2, view.left(verb), -1):
        if _verbal(view, lex, k):
            first, stop = subject(view, lex, k)
            return (first, stop) if 0 < stop - first <= _SHARED else (verb, verb)
    return verb, verb


def prevented(view: View, start: int) -> tuple[int, int] | None:
    """Return who was not kept "from suggesting": the words between "kept" and "from"."""
    if start < 3 or view.words[start - 1] != "from":
        return None
    for k in range(start - 2, max(-1, start - _SHARED), -1):
        if view.words[k] in _KEPT:
            return (k + 1, start - 1) if k + 1 < start - 1 else None
    return None


def quoted(view: View, start: int) -> tuple[int, int] | None:
    """Return whom "as saying" at piece `start` is put to: the words behind "quoted"."""
    if start < 2 or view.words[start - 1] != "as" or view.words[start] not in SAYING:
        return None
    for k in range(start - 2, max(-1, start - _REACH), -1):
        if view.words[k] in _QUOTED:
            return (k + 1, start - 1) if k + 1 < start - 1 else None
    return None


def aside(view: View, i: int) -> int:
    """Return where a content that begins at `i` ends: before a closing ", who ..." aside."""
    for k in range(i + _CLAUSE, len(view) - 1):
        if view.words[k] == "," and view.words[k + 1] in {"who", "which", "whose"}:
            rest = view.right(k + 1)
            return k if rest >= len(view) - 1 and view.pieces[k].quote < 0 else len(view)
    return len(view)


_SHARED = 8  # words of a subject that two verbs share
_REACH = 16  # words of a source between "quoted" and "as saying"
_KEPT = frozenset(
    {"kept", "stopped", "prevented", "discouraged", "barred", "dissuaded", "keep"}
)
_QUOTED = frozenset({"quoted", "quotes", "quoting", "quote", "cited", "cites", "citing"})
SAYING = frozenset({"saying", "telling", "confirming", "warning", "admitting"})
_HEADLINE = 12  # words in which a verb of saying shows its clause
_PASSIVE = frozenset({"reported", "claimed", "announced", "found", "confirmed", "feared"})
_WHERE = frozenset({"near", "in", "at", "over", "across", "after", "outside", "along"})
_CLAUSE = 4  # words a content has before an aside can close it
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_POSSESSIVE = frozenset(["his", "her", "their", "its"])
