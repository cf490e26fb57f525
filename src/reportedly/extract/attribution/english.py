"""English subjects: the words before a verb up to the clause's edge, apposition included."""

from .lexicon import Lexicon
from .view import View

_LONGEST = 26  # words of a source
OPENERS = frozenset(
    ("a", "an", "the", "who", "which", "whose", "one", "and", "his", "her", "its", "their")
    + ("including", "head", "chief", "former")
)


def subject(view: View, lex: Lexicon, i: int) -> tuple[int, int]:
    """Return the subject that ends before piece `i`, empty where a mark stands there."""
    stop = i
    if i > 0 and view.words[i - 1] == ",":
        opened = _apposition(view, lex, i - 1)
        if opened < 0:
            return i, i
        i, stop = opened, i - 1
    k = i
    while k > 0 and stop - k < _LONGEST:
        word = view.words[k - 1]
        if view.breaks(k - 1) and not (word in "()" and k < i):
            break
        if lex.within("conjunctions", word) and not _joins_names(view, k - 1):
            break
        k -= 1
    return k, stop


def _apposition(view: View, lex: Lexicon, comma: int) -> int:
    """Return the comma that opens the apposition which ends at `comma`, -1 if none does."""
    for k in range(comma - 1, max(0, comma - _LONGEST), -1):
        if view.words[k] in {";", ":", "—", '"'}:
            return -1
        if view.words[k] == ",":
            opener = view.pieces[k + 1]
            fits = opener.text in OPENERS or opener.raw[:1].isupper() or opener.text.isdigit()
            return k if fits else -1
    return -1


def _joins_names(view: View, k: int) -> bool:
    """Tell whether the "and" at `k` stands between two names."""
    if view.words[k] != "and" or not 0 < k < len(view) - 1:
        return False
    return view.pieces[k - 1].raw[:1].isupper() and view.pieces[k + 1].raw[:1].isupper()
