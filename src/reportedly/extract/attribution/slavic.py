"""Russian and Ukrainian subjects: where they begin among the words before a verb."""

from .lexicon import Lexicon
from .names import finite, fits, heads, leads
from .view import View

_HE = frozenset({"он", "она", "они", "він", "вона", "вони"})
_LOCATIVE = ("ому", "ій", "их")  # ends of a Ukrainian adjective within "у Білому домі"
_CITING = frozenset({"ссылаясь", "посилаючись"})
_CREDIT = frozenset({"ссылкой", "посиланням", "покликанням"})  # "X со ссылкой на Y сообщает"


def subject(view: View, lex: Lexicon, lang: str, i: int, j: int) -> tuple[int, int]:
    """Return the subject among pieces `i`..`j` before a verb, behind any "in the X".

    "В МВД сообщили" has its speaker inside the phrase; "В среду МВД сообщило" behind it;
    "Актриса приехала и назвала" before the first of two verbs.
    """
    if view.words[j - 1] in _HE:
        return j - 1, j
    inside, k = -1, i
    many = plural(view.words[j + lex.within("negation", view.words[j])])
    while k < j:
        if view.words[k + 1] in _CREDIT:
            k = _past_credit(view, lang, k, j)
            continue
        if lex.within("prepositions", view.words[k]) or lex.within("adverbial", view.words[k]):
            speaks = _holds_speaker(view, lex, k, j)
            inside = k + 1 if inside < 0 and speaks else inside
            setting = lex.within("settings", view.words[k + 1])
            k = _past(view, lang, k + 1, j)
            while setting and k < j - 1 and _goes_on(view, lang, k):
                k += 1  # "в качестве причины соседи называли"
            continue
        if _begins(view, lang, k):
            break
        k += 1
    if inside >= 0 and (k >= j or (many and not _stands(view, lang, k))):
        return inside, _before_instrumental(view, lang, inside, j)
    if inside >= 0 and many and view.pieces[inside].raw.isupper():
        return inside, _before_instrumental(view, lang, inside, j)
    if k >= j:
        topic = lang == "ru" or lex.within("adverbial", view.words[i])
        return (j, j) if inside >= 0 or topic else (i, j)
    return k, _before_time(view, lex, k, _before_verb(view, lang, k, j))


def _holds_speaker(view: View, lex: Lexicon, k: int, j: int) -> bool:
    """Tell whether a preposition may stand before a body that speaks with the verb at `j`.

    Such a body speaks in the plural; "in the course of", "in 2020" hold none.
    """
    verb = j + lex.within("negation", view.words[j])
    if not lex.within("prepositions", view.words[k]) or not plural(view.words[verb]):
        return False
    following = view.words[k + 1]
    return not (lex.within("settings", following) or following.isdigit())


def _goes_on(view: View, lang: str, k: int) -> bool:
    """Tell whether a Russian word may be the genitive that goes on a phrase."""
    return lang == "ru" and view.pieces[k].raw.islower() and fits(view.words[k], "gent")


def _before_instrumental(view: View, lang: str, k: int, j: int) -> int:
    """Return the end of a body's name before "причиной" in "в МЧС причиной называют"."""
    while lang == "ru" and j - 1 > k and view.pieces[j - 1].raw.islower():
        if not fits(view.words[j - 1], "ablt"):
            break
        j -= 1
    return j


def credited(view: View, i: int, j: int) -> int:
    """Return where "citing X" begins among pieces `i`..`j`, `j` where nothing is cited."""
    for k in range(i + 1, j):
        if view.words[k] in _CREDIT or view.words[k] in _CITING:
            first = k - (view.words[k] in _CREDIT)
            return first - (view.words[first - 1] == ",")
    return j


def past_credit(view: View, lang: str, k: int) -> int:
    """Return where the subject begins behind "citing its sources" at `k`, else `k`."""
    cited = k + 1 < len(view) and view.words[k + 1] in _CREDIT
    end = _past_credit(view, lang, k, view.right(k)) if cited else k
    return end if end < view.right(k) else k


def _past_credit(view: View, lang: str, k: int, j: int) -> int:
    """Return the end of "citing its sources" before the subject that cites them."""
    k += 4
    while k < j and (
        lang != "ru" or fits(view.words[k], "accs") or fits(view.words[k], "gent")
    ):
        k += 1
    return k


def _past(view: View, lang: str, k: int, j: int) -> int:
    """Return the end of the phrase whose preposition stands before `k`."""
    k += 1 + (k + 1 < j and lang == "uk" and view.words[k].endswith(_LOCATIVE))
    while k < j and (view.pieces[k].raw.isascii() or not _opens(view, lang, k)):
        k += 1
    return k


def _opens(view: View, lang: str, k: int) -> bool:
    """Tell whether a subject begins at `k`, and not the genitive that goes on a phrase."""
    return _begins(view, lang, k) and (
        not view.pieces[k].raw.islower() or leads(view.words[k], lang)
    )


def _begins(view: View, lang: str, k: int) -> bool:
    raw = view.pieces[k].raw
    return (
        view.words[k] == '"'
        or raw.isupper()
        or (raw.isascii() and raw.isalpha())
        or heads(view.words[k], lang)
    )


def _stands(view: View, lang: str, k: int) -> bool:
    """Tell whether the word at `k` is likely a subject of its own and not part of a phrase."""
    raw = view.pieces[k].raw
    return leads(view.words[k], lang) and raw.islower()


def _before_time(view: View, lex: Lexicon, k: int, j: int) -> int:
    """Return the end of a subject that "yesterday" or "on Monday" follows."""
    for n in range(k + 1, j):
        opens = lex.within("conjunctions", view.words[n]) or lex.within("that", view.words[n])
        if not opens and view.words[n] != "а" and lex.phrase("lead", view, n, j) > n:
            return n
        if lex.within("prepositions", view.words[n]) and _venue(view, lex, n + 1, j):
            return n
    return j


def _venue(view: View, lex: Lexicon, n: int, j: int) -> bool:
    """Tell "in his channel", "in a new post" behind a subject from a part of its name."""
    venues = lex.stems("venues")
    return any(view.words[m].startswith(venues) for m in range(n, min(n + 3, j)))


def _before_verb(view: View, lang: str, k: int, j: int) -> int:
    """Return the end of a subject that another verb of the same clause follows."""
    for n in range(k + 1, j):
        if finite(view.words[n], lang) or view.words[n + 1] in _CREDIT:
            return n
    while j - 1 > k and view.words[j - 1] in {"и", "і", "та", "й", "а", "но", "але"}:
        j -= 1
    return j


def plural(verb: str) -> bool:
    """Tell whether a verb has many speakers, or one body: "в МВД сообщили"."""
    return verb.endswith(("ли", "ют", "ят", "ут", "ють", "ять", "уть", "лися", "лись"))
