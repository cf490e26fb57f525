"""Chains: whose words these are, nearest voice first, origin last."""

from typing import NamedTuple

from reportedly.model import Basis, Certainty, Span, Stance, Voice

from . import nominal, persons
from .lexicon import lexicon
from .names import nominative
from .placing import Placed, Read
from .view import View

_NEAR = 24  # relations before and behind that may hold one another
_NEWS = 2  # sentences back to the news that "this" is
_REACH = 8  # sentences a pronoun looks back


class Known(NamedTuple):
    """A relation with its source resolved."""

    item: Placed
    name: str  # "" where nobody is named
    basis: str
    told: str  # the outlet nearer to the reader than the source, "" where there is none


def basis_of(item: Placed, words: tuple[str, ...], raw: str) -> str:
    """Return how the source is said to know."""
    if item.said.basis:
        return item.said.basis
    told = nominal.kind(item.lang, words, persons.named(raw, item.lang))
    if told:
        return told
    return "named" if any(part[:1].isupper() for part in raw.split()) else "anonymous"


def resolved(read: Read, items: list[Placed], publisher: str) -> list[Known]:
    """Return each relation with its voice's name; the publisher's own credit is left out."""
    known: list[Known] = []
    for item in items:
        told = _told(read, item)
        if item.source is None:
            known.append(Known(item, "", item.said.basis or "unstated", told))
            continue
        raw, own = _without(read.text[item.source[0] : item.source[1]], publisher)
        if not raw:
            continue
        words = View(raw).words
        basis = basis_of(item, words, raw)
        opens = item.source[0] == read.ranges[item.number][0]
        name = persons.shown(raw, item.lang, item.said.case, opens, basis == "media")
        if publisher.casefold() in {
            name.casefold(),
            nominative(raw, item.lang, item.said.case).casefold(),
        }:
            continue
        name = persons.fullest(name, read.text, item.lang)
        earlier = _antecedent(item, words, known)
        if earlier:
            name, basis, told = earlier.name, earlier.basis, told or earlier.told
        known.append(
            Known(item, name, basis, own or told or _passing(read, item, basis, known))
        )
    return known


def _without(raw: str, publisher: str) -> tuple[str, str]:
    """Part the publisher's name from a source: its "source of SHOT" told SHOT."""
    if not publisher or publisher.casefold() not in raw.casefold():
        return raw, ""
    at = raw.casefold().find(publisher.casefold())
    rest = (raw[:at] + raw[at + len(publisher) :]).strip(" «»\"'@—-")
    return (rest, publisher) if at > 0 or not rest else (raw, "")


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


def _told(read: Read, item: Placed) -> str:
    """Return the outlet that was told, in the nominative; "" where it is no outlet."""
    if item.told is None:
        return ""
    raw = read.text[item.told[0] : item.told[1]]
    words = View(raw).words
    titled = read.text[item.told[0] - 1 : item.told[0]] in {"«", '"', "“"}
    if len(words) > 6 or not (titled or nominal.kind(item.lang, words) == "media"):
        return ""
    if lexicon(item.lang).phrase("readers", View(raw), 0, len(words)) == len(words):
        return ""
    return persons.shown(raw, item.lang, "datv", False, True)


def _antecedent(item: Placed, words: tuple[str, ...], known: list[Known]) -> Known | None:
    """Return the earlier relation a pronoun or "the channel" points back to."""
    lex, view = lexicon(item.lang), View(" ".join(words))
    pronoun = lex.phrase("pronouns", view, 0, len(view)) == len(view) > 0
    generic = lex.phrase("generic", view, 0, len(view)) == len(view) > 0
    if not pronoun and not generic:
        return None
    media = nominal.kind(item.lang, words) == "media"
    for other in reversed(known):
        if item.number - other.item.number > _REACH:
            break
        if not other.name or (generic and (other.basis == "media") != media):
            continue
        if generic and other.name.casefold() == " ".join(words):
            continue
        if pronoun and not persons.agrees(words[0], other.name, item.lang):
            continue
        return other
    return None


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
