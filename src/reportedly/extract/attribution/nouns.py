"""Relations of nouns that open a content: "speculation that C", "слухи о том, что C"."""

from reportedly.lang.saying import Noun

from . import nominal
from .lexicon import Hit, lexicon
from .said import Range, Said
from .view import View

_OPENERS = (
    ("о", "том", ",", "что"),
    ("про", "те", ",", "що"),
    (",", "что"),
    (",", "що"),
    (",", "будто"),
)


def opened(view: View, lang: str, hit: Hit, entry: Noun) -> Said | None:
    """Return the relation of a noun and the clause it opens, if it opens one."""
    begin = _opening(view, lang, hit.end)
    content = view.span(begin, len(view)) if begin >= 0 else None
    cue = view.span(hit.start, hit.end)
    if content is None or cue is None:
        return None
    return Said(
        by=entry.name,
        source=_owner(view, lang, hit.start),
        cue=(cue,),
        content=(content,),
        stance=entry.stance,
        certainty=entry.certainty,
        positive=True,
    )


def _opening(view: View, lang: str, i: int) -> int:
    if lang == "en":
        return i if view.words[i : i + 1] == ("that",) else -1
    for words in _OPENERS:
        if view.words[i : i + len(words)] == words:
            return i + len(words)
    return -1


def _owner(view: View, lang: str, start: int) -> Range | None:
    """Return whose words they are: "Ruiz’s claim that", "their fear that"."""
    if lang != "en" or start == 0:
        return None
    if lexicon(lang).within("pronouns", view.words[start - 1]):
        return view.span(start - 1, start)
    if not view.words[start - 1].endswith(("'s", "s'")):
        return None
    owner = view.span(*nominal.before(view, lang, start))
    if owner and view.text[owner[1] - 2 : owner[1]] in {"'s", "’s"}:
        return owner[0], owner[1] - 2
    return owner
