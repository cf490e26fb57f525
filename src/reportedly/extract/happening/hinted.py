"""What a few words tell of a happening beside its account."""

from functools import cache
from typing import NamedTuple

from ...lang.happening import LANGUAGES, happening
from ...model import Document
from ...text import sentences
from ...text.phrases import Phrases
from .facts import Facts, facts
from .tell import ORDER

SHORT = 600  # characters of a report that may only go on with a story
LINE = 240  # ... that tells nothing but more of the same, of a place as wide as it likes

_CLOSE = {":", "."}  # what closes a heading of one word: "UPD:"


class Hint(NamedTuple):
    """What a short report without a place of its own may go on about.

    "More footage from the fire" names a fire, and no place, time or figure; without a word of
    going on, "the fire sale" is of no fire.
    """

    kinds: frozenset[str] = frozenset()  # types of happening
    updates: bool = False  # it opens as an update: "UPD: it is out"
    resumes: bool = False  # it is but a line of more: "The fire in Moscow is out"


class _Cues(NamedTuple):
    continuing: Phrases[bool]
    updating: Phrases[bool]
    resuming: Phrases[bool]


@cache
def _cues(language: str) -> _Cues:
    known = happening(language)
    return _Cues(
        Phrases((phrase, True) for phrase in known.continuing),
        Phrases((phrase, True) for phrase in known.updating),
        Phrases((phrase, True) for phrase in known.resuming),
    )


def hinted(doc: Document) -> Hint:
    """Return what a report hints at; of those that name places only whether it resumes."""
    if doc.lang not in LANGUAGES or len(doc.text) > SHORT:
        return Hint()
    read = [facts(doc.text[start:end], doc.lang) for start, end in sentences(doc.text)]
    if not read:
        return Hint()
    if any(place.cue in ("at", "near") for one in read for place in one.places):
        more = len(doc.text) <= LINE and not any(one.counts for one in read)
        return Hint(resumes=more and _resumes(read[0], doc.lang))
    named = {told.value for one in read for told in one.tellings if told.slot == "type"}
    told = bool(named) or any(count.unit == "persons" for one in read for count in one.counts)
    continuing = _cues(doc.lang).continuing
    goes_on = any(continuing.find(one.words) for one in read)
    kinds = named & set(ORDER[:-1]) if goes_on else set()
    return Hint(frozenset(kinds), told and _opens(read[0], doc.lang))


def _resumes(first: Facts, language: str) -> bool:
    return bool(_cues(language).resuming.find(first.words))


def _opens(first: Facts, language: str) -> bool:
    """Tell whether a phrase heads a sentence: "UPD:", "updated information"."""
    words = first.words
    return any(
        hit.first == 0
        and (hit.last > 1 or hit.last == len(words) or _CLOSE & {*words[hit.last].marks})
        for hit in _cues(language).updating.find(words)
    )


def sweeping(text: str, language: str) -> bool:
    """Tell whether a text tells of an attack on many places at once: "a massive strike"."""
    return any(facts(text[start:end], language).sweeping for start, end in sentences(text))
