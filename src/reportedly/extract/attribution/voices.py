"""Chains: whose words these are, nearest voice first, origin last."""

from functools import cache, lru_cache

from reportedly.lang.register import name_key, register
from reportedly.model import Basis, Certainty, SourceKind, Span, Stance, Voice

from . import nominal, persons, referents
from .antecedents import UNNAMED, Known, antecedent, described, is_pronoun, of_outlet, titled
from .authors import author
from .lexicon import lexicon
from .names import nominative
from .placing import Placed, Read
from .told import told_outlet, without
from .view import View, viewed

_NEAR = 24  # relations before and behind that may hold one another
_REPORTS = frozenset(
    {"сообщает", "пишет", "передает", "передаёт", "повідомляє", "пише", "передає"}
)
_ARTICLES = frozenset({"a", "an", "the", "some", "one", "two", "three", "his", "her", "its"})
_WHO = {
    **{"который": "он", "которая": "она", "которые": "они"},
    **{"який": "він", "яка": "вона", "які": "вони"},
}
_APART = frozenset({"те", "там", "которых"})
_NOBODY = frozenset({"media", "anonymous"})  # "«Merchant»" is a paper and nobody's trade
_REACH = 8  # sentences back to the person a common noun stands for
_NEWS = 2  # sentences back to the news that "this" is


def basis_of(item: Placed, words: tuple[str, ...], raw: str, quoted: bool = False) -> str:
    """Return how the source is said to know."""
    if item.said.basis:
        return item.said.basis
    head = words
    if item.lang == "en":
        relative = [k for k, word in enumerate(words) if word in {"who", "which", "whose"}]
        head = words[: relative[0]] if relative and relative[0] else words
    known = known_basis(item.lang, head, raw, persons.named(raw, item.lang))
    if known:
        return known
    if quoted:
        return "media"
    if lexicon(item.lang).phrase("states", viewed(raw), 0, len(words)) == len(words):
        return "official"
    parts = raw.split()[item.lang == "en" and words[0] in _ARTICLES :]
    return "named" if any(part[:1].isupper() for part in parts) else "anonymous"


def known_basis(lang: str, words: tuple[str, ...], raw: str, named: bool = False) -> str:
    """Return the basis that a source's words or the register tell, "" where neither does."""
    return nominal.kind(lang, words, named) or _registered().get(name_key(raw), "")


@cache
def _registered() -> dict[str, str]:
    """Return the basis of voices known beforehand, by the key of each of their names."""
    return {
        name_key(name): "official" if source.kind is SourceKind.OFFICIAL else "media"
        for source in register()
        if source.kind is not SourceKind.PERSON
        for name in source.names
    }


def resolved(read: Read, items: list[Placed], publisher: str) -> list[Known]:
    """Return each relation with its voice's name; the publisher's own credit is left out."""
    known: list[Known] = []
    for item in items:
        if item.source is None:
            known.append(
                Known(
                    item, "", item.said.basis or "unstated", told_outlet(read, item, publisher)
                )
            )
            continue
        raw, own = without(read.text[item.source[0] : item.source[1]], publisher)
        one = _voice(read, item, raw, publisher, known) if raw else None
        one = one._replace(told=own) if one and own else one
        spelt = nominative(raw, item.lang, item.said.case).casefold()
        if one and publisher.casefold() not in {one.name.casefold(), spelt}:
            known.append(one)
    return known


def _voice(read: Read, item: Placed, raw: str, publisher: str, known: list[Known]) -> Known:
    """Return a relation with the voice its source names or points to."""
    lang, told = item.lang, _crediting(read, item, known) or told_outlet(read, item, publisher)
    outlet, rest = titled(raw)
    raw, told, case = rest, told or outlet, item.said.case
    owner = author(raw, lang)
    if owner:
        raw, case = owner, "gent"
    words = viewed(raw).words
    if words[:1] == ("whose",):
        raw = described(read, item) or raw
        words = viewed(raw).words
    relative = bool(words) and words[0] in _WHO  # "the governor, who says": named right before
    words = (_WHO[words[0]],) if relative else words
    if is_pronoun(lang, words):
        found = None if relative else antecedent(item, words, "", known)
        if found:
            return Known(item, found.name, found.basis, told or found.told, raw)
        raw, case = described(read, item) or _mentioned(read, item, words[-1]), "nomn"
        if not raw:
            return Known(item, UNNAMED, "anonymous", told)
        words = viewed(raw).words
    basis = basis_of(item, words, raw, _titled(read, item))
    opens = not any(map(str.isalnum, _before(read, item)))
    name = persons.shown(raw, lang, case, opens, basis == "media")
    found = antecedent(item, words, name, known)
    if found:
        return Known(item, found.name, found.basis, told or found.told, raw)
    outlet = _outlet_of(item, words, known)
    if outlet:
        return Known(
            item, persons.shown(words[0], lang, case, opens, False), basis, outlet, raw
        )
    held = "" if basis in _NOBODY else _held(read, item, name)
    name = held or persons.fullest(name, read.text, lang)
    if basis == "named":
        basis = _introduced(read.text, name, lang) or basis
    return Known(item, name, basis, told or _passing(read, item, basis, known), raw)


def _outlet_of(item: Placed, words: tuple[str, ...], known: list[Known]) -> str:
    """Return the outlet named last where a source is its source: "собеседник издания"."""
    if not of_outlet(item.lang, words):
        return ""
    near = (one for one in reversed(known) if item.number - one.item.number <= _REACH)
    return next((one.name for one in near if one.basis == "media" and one.name), "")


def _held(read: Read, item: Placed, name: str) -> str:
    """Return the person a Russian office or common noun stands for, "" where none is named."""
    if item.lang != "ru" or item.source is None or not referents.common(name):
        return ""
    found = referents.holder(name, read.text)
    if found or " " in name:
        return found
    begin = read.ranges[max(0, item.number - _REACH)][0]
    return referents.mentioned(read.text[begin : item.source[0]], name)


@lru_cache(maxsize=persons.ASKED)
def _introduced(text: str, name: str, lang: str) -> str:
    """Return the basis a text tells where it names a voice with its office or its kind."""
    for introduction in persons.introductions(name, text, lang):
        words = viewed(introduction).words
        if nominal.kind(lang, words[-1:]) == "media":
            return "media"
        if nominal.kind(lang, words, True) == "official":
            return "official"
    return ""


def _crediting(read: Read, item: Placed, known: list[Known]) -> str:
    """Return the outlet that credits a source in a sentence of its own: "it credited X"."""
    if not item.said.relays or item.told is None:
        return ""
    raw = read.text[item.told[0] : item.told[1]]
    found = antecedent(item, viewed(raw).words, raw, known)
    return found.name if found else ""


def _titled(read: Read, item: Placed) -> bool:
    """Tell whether a source is nothing but a title, and reports as outlets do."""
    cue = read.text[item.cue[0][0] : item.cue[0][1]].lower()
    if item.source is None or not (item.said.by == "dash" or cue.split()[-1] in _REPORTS):
        return False
    a, b = item.source
    return read.text[max(0, a - 1) : a] in {"«", '"'} and read.text[b : b + 1] in {"»", '"'}


def _mentioned(read: Read, item: Placed, pronoun: str) -> str:
    """Return whom the sentences before a pronoun name without quoting them."""
    if item.lang != "ru" or item.source is None or pronoun in _APART:
        return ""
    begin = read.ranges[max(0, item.number - _NEWS)][0]
    before = read.text[begin : item.source[0]]
    return referents.mentioned(before, pronoun) or referents.subject(before, pronoun)


def _before(read: Read, item: Placed) -> str:
    """Return what stands before a source in its sentence."""
    return read.text[read.ranges[item.number][0] : item.source[0]] if item.source else ""


def _passing(read: Read, item: Placed, basis: str, known: list[Known]) -> str:
    """Return the outlet whose news or footage this is: "this was first reported by X"."""
    outlet = ""
    for other in reversed(known[-_NEAR:]):
        if other.basis == "media" and other.name and item.number - other.item.number <= _NEWS:
            outlet = other.name
            break
    if not outlet:
        return ""
    view = View(read.text[item.content[0][0] : item.content[0][1]])
    lex = lexicon(item.lang)
    if item.said.by == "reported-by":
        points = lex.phrase("previous", view, 0, len(view)) > 0
        return outlet if points else ""
    own = View(read.text[slice(*read.ranges[item.number])])
    generic = any(lex.phrase("generic", own, k, len(own)) > k for k in range(len(own)))
    return outlet if basis == "footage" and generic else ""


def voice(known: Known, doc: str, stance: Stance, certainty: Certainty) -> Voice:
    """Return the voice of a relation's own source."""
    source = known.item.source
    spans = (Span(doc, *source),) if source else ()
    return Voice(
        name=known.name,
        basis=Basis(known.basis),
        stance=stance,
        certainty=certainty,
        spans=spans,
    )


def around(known: list[Known], k: int) -> range:
    """Return the relations close enough to relation `k` to share its sentence, last first."""
    return range(min(len(known), k + _NEAR) - 1, max(0, k - _NEAR) - 1, -1)


def outer(known: list[Known], k: int) -> int:
    """Return the closest relation whose content holds the cue of relation `k`; -1: none."""
    cue = known[k].item.cue[0]
    best, size = -1, 0
    for n in around(known, k):
        if n == k or not known[n].name:
            continue
        for start, end in known[n].item.content:
            if start <= cue[0] and cue[1] <= end and (best < 0 or end - start < size):
                best, size = n, end - start
    return best
