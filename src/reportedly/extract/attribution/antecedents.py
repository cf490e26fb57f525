"""Whom "he", "the ministry" and "the agency's source" stand for."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from . import nominal, persons, referents, russian
from .lexicon import Lexicon, lexicon
from .placing import Placed, Read
from .view import View, viewed

UNNAMED = "unnamed"  # the voice of a pronoun whose noun is not found
_REACH = 8  # sentences a pronoun looks back
_ASIDE = 9  # words of a noun that ", who" describes
_BODILY = ("сообщени", "заявлени", "письм", "отчет", "релиз", "повідомленн", "заяв", "звіт")
_STEM = 5  # characters by which two forms of an office are known for one
_PERSONAL = frozenset({"he", "she", "his", "her", "him"})
_TITLED = re.compile(r"[«\"]([^«»\"]{2,40})[»\"]\s*(.*)$", re.DOTALL)
_UNSEEN = ("anonymous", "eyewitness")  # basis of those who are told of without a name


class Known(NamedTuple):
    """A relation with its source resolved."""

    item: Placed
    name: str  # "" where nobody is named
    basis: str
    told: str  # the outlet nearer to the reader than the source, "" where there is none
    raw: str = ""  # the source as written


def is_pronoun(lang: str, words: tuple[str, ...]) -> bool:
    """Tell whether a source is a pronoun and nothing else: "he", "сам он"."""
    lex, view = lexicon(lang), viewed(" ".join(words))
    k = 0
    while k < len(view) - 1 and lex.within("auxiliary", view.words[k]):
        k += 1
    return bool(words) and lex.phrase("pronouns", view, k, len(view)) == len(view)


def antecedent(
    item: Placed, words: tuple[str, ...], name: str, known: Sequence[Known]
) -> Known | None:
    """Return the earlier relation a pronoun or "the channel" points back to."""
    fits = _fitting(item.lang, words, name)
    if fits is None:
        return None
    near = [other for other in reversed(known) if item.number - other.item.number <= _REACH]
    fitting = [
        other
        for other in near
        if other.name not in {"", UNNAMED}
        and other.name.casefold() != name.casefold()
        and fits(other)
    ]
    if words and words[-1].startswith(_BODILY):  # a body's more often than an outlet's
        fitting.sort(key=lambda other: other.basis == "media")
    return fitting[0] if fitting else None


def _fitting(lang: str, words: tuple[str, ...], name: str) -> Callable[[Known], bool] | None:
    """Return what tells the voices a source may stand for, None where it names its own."""
    lex = lexicon(lang)
    if is_pronoun(lang, words):
        return _meant_by(words[-1], lang)
    if of_outlet(lang, words):
        return lambda other: other.basis == "anonymous"
    for spelt in (words, viewed(name.lower()).words):
        view = viewed(" ".join(spelt))
        if len(view) and lex.phrase("generic", view, 0, len(view)) == len(view):
            return _kindred(lex, lang, spelt)
    return None


def _meant_by(pronoun: str, lang: str) -> Callable[[Known], bool]:
    def fits(other: Known) -> bool:
        if pronoun in {"it", "its"}:
            return other.basis in {"media", "official"} and not persons.named(other.name, lang)
        if pronoun in _PERSONAL and other.basis in {"media", "footage"}:
            return False
        return russian.agrees(pronoun, other.name, lang)

    return fits


def of_outlet(lang: str, words: tuple[str, ...]) -> bool:
    """Tell "собеседник агентства": an outlet's source, the outlet named before."""
    rest = words[1:]
    return (
        0 < len(rest) <= 2
        and words[0].startswith(nominal.ANONYMOUS)
        and nominal.kind(lang, rest) == "media"
        and not any(word[:1].isupper() for word in rest)
    )


def _kindred(lex: Lexicon, lang: str, words: tuple[str, ...]) -> Callable[[Known], bool]:
    """Return what tells voices of the kind a common noun names."""
    kind = nominal.kind(lang, words)
    last = words[-1]

    def fits(other: Known) -> bool:
        person = persons.named(other.name, lang) or persons.named(other.raw, lang)
        if lex.within("papers", last):
            return other.basis in {"official", "named", "media"} and not person
        if kind == "media" or other.basis in {"media", "footage"}:
            return kind == other.basis
        if lex.within("bodies", last):
            office = referents.office(other.name, lang)
            return other.basis in {"official", "named"} and not person and not office
        if kind == "official":
            return any(word.startswith(last[:_STEM]) for word in viewed(other.raw).words)
        if kind == "anonymous" and last.startswith(nominal.ANONYMOUS):
            return other.basis in _UNSEEN
        return True

    return fits


def described(read: Read, item: Placed) -> str:
    """Return the noun before ", who", as written; "" where there is none."""
    if item.lang != "en" or item.source is None:
        return ""
    begin = read.ranges[item.number][0]
    before = read.text[begin : item.source[0]].rstrip()
    if not before.endswith(","):
        return ""
    view = View(before[:-1])
    start = view.left(len(view))
    span = view.span(start, len(view)) if len(view) - start <= _ASIDE else None
    return view.text[span[0] : span[1]] if span else ""


def titled(raw: str) -> tuple[str, str]:
    """Part "джерело «Лелека Пост» у розвідці" into the outlet and its source.

    The outlet is "" where a source is no outlet's.
    """
    first, _, rest = raw.partition(" ")
    if not first.lower().startswith(nominal.ANONYMOUS[:4]):
        return "", raw
    match = _TITLED.match(rest)
    return (match[1], f"{first} {match[2]}".strip()) if match else ("", raw)
