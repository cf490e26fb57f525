"""Whether Russian and Ukrainian words before a verb can be its subject."""

from . import nominal, slavic
from .lexicon import lexicon
from .names import adjective, fits, located, singular
from .view import View

_JOINING = frozenset({"и", "да", ",", "с", "со"})


def speaks(view: View, lang: str, source: tuple[int, int], verb: int) -> bool:
    """Tell whether a source before its verb may be the subject, or a body that speaks.

    "Мэра обвиняют" has no voice that speaks.
    """
    lex, first = lexicon(lang), source[0]
    inside = first > 0 and lex.within("prepositions", view.words[first - 1])
    plural = slavic.plural(view.words[verb])
    if lang == "ru" and inside and view.words[first - 1] == "на":
        return fits(view.words[first], "loct") or not view.pieces[first].raw.islower()
    if lang != "ru" or not plural or inside:
        return True
    for k in range(*source):
        if not view.pieces[k].word or view.pieces[k].raw.isupper() or view.words[k].isdigit():
            return True
        if singular(view.words[k], lang):
            return not _JOINING.isdisjoint(view.words[k : source[1]])
        if not adjective(view.words[k], lang):
            return True
    return True


def nobody(view: View, lang: str, source: tuple[int, int]) -> bool:
    """Tell whether "in X they say" names a place that is no state: nobody speaks there."""
    lex, first = lexicon(lang), source[0]
    if lang == "en" or first == 0 or not lex.within("prepositions", view.words[first - 1]):
        return False
    words = [view.words[k] for k in range(*source)]
    heads = [k for k, word in enumerate(words) if not adjective(word, lang)]
    if not heads or any(word.startswith(lex.stems("countries")) for word in words):
        return False
    if lang == "ru":
        return located(words[heads[0]])
    title = [p for p in view.pieces[slice(*source)] if p.raw.istitle()]
    placed = bool(title) and title[0].text.endswith(("і", "ї", "у", "ах"))
    return placed and not nominal.kind(lang, tuple(words))
