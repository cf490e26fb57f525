"""Whose post, statement or page a source is: its author is the voice that speaks there."""

import re

from .lexicon import Lexicon, lexicon
from .names import adjective
from .view import View

_OWNED = re.compile(r"^(.+?)(?:['’]s|(?<=s)['’])(?: (.+))?$")
_ON = frozenset({"на", "в", "у"})


def author(raw: str, lang: str) -> str:
    """Return who wrote the post or statement that a source is, "" where it is none.

    English gives the owner as it stands ("the channel’s latest post"), Russian and Ukrainian
    give the genitive behind the noun ("сообщении ведомства", "странице на сайте мэрии").
    """
    lex = lexicon(lang)
    if lang != "en":
        return _behind(View(raw), lang, lex)
    match = _OWNED.match(raw)
    if not match or (match[2] and not lex.within("posts", match[2].split()[-1].lower())):
        return ""
    return match[1]


def _behind(view: View, lang: str, lex: Lexicon) -> str:
    k = 0
    while k < len(view) - 1 and adjective(view.words[k], lang):
        k += 1
    stems = lex.stems("posts")
    if k >= len(view) or not view.words[k].startswith(stems):
        return ""
    k += 1
    while k + 1 < len(view) and view.words[k] in _ON and view.words[k + 1].startswith(stems):
        k += 2
    if k >= len(view) or not view.pieces[k].word or lex.within("tail", view.words[k]):
        return ""
    return view.text[view.pieces[k].start :]
