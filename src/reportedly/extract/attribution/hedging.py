"""How sure a content is put: "may", "возможно", "предварительно" inside what is said."""

from reportedly.lang.veridical import certainty, lemma

from .embedding import embedded
from .lexicon import Lexicon
from .said import Said
from .view import View


def hedged(view: View, lex: Lexicon, said: Said) -> Said:
    """Return the relation with the doubt its content or cue shows.

    "Too early to say" declines, a hedge turns an assertion into hedging; a lesser doubt only
    lowers certainty. Words in spoken quotation count: the voice itself hedges there.
    """
    if said.stance != "asserts":
        return said
    parts = [*said.content, *said.cue]
    inside = [
        k
        for k, piece in enumerate(view.pieces)
        if any(a <= piece.start and piece.end <= b for a, b in parts)
    ]
    if any(lex.phrase("declines", view, k, len(view)) > k for k in inside):
        return said._replace(stance="declines", certainty="unknown")
    hedges = [
        k
        for k in inside
        if lex.phrase("hedges", view, k, len(view)) > k
        and not (k and lex.within("negation", view.words[k - 1]))
    ]
    if hedges:
        likely = all(lex.phrase("likely", view, k, len(view)) > k for k in hedges)
        return said._replace(stance="hedges", certainty="probable" if likely else "possible")
    if any(lex.phrase("doubts", view, k, len(view)) > k for k in inside):
        return said._replace(certainty="probable")
    return _believed(view, said)


def _believed(view: View, said: Said) -> Said:
    """Return the relation with the certainty of an English verb of taking to be so.

    "Believed that P" leaves P open and is less than sure; "found that P" does neither.
    """
    start, end = said.cue[-1]
    verb_at = start + view.text[start:end].rfind(" ") + 1
    sure = (
        certainty(lemma(view.text[verb_at:end].lower())) if said.certainty == "certain" else ""
    )
    found = embedded(view.text, verb_at) if sure else None
    return said._replace(certainty=sure) if found and found.outcome == "u" else said
