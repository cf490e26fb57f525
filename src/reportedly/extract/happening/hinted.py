"""What a few words tell of a happening beside its account."""

from functools import cache
from typing import NamedTuple

from ...lang.happening import LANGUAGES, happening
from ...model import Document
from ...text import sentences
from ...text.phrases import PhraseLists, plain
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


@cache
def _cues(language: str) -> PhraseLists:
    known = happening(language)
    return PhraseLists(
        continuing=plain(known.continuing),
        updating=plain(known.updating),
        resuming=plain(known.resuming),
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
        return Hint(resumes=more and bool(_cues(doc.lang).find(read[0].words)["resuming"]))
    named = {told.value for one in read for told in one.tellings if told.slot == "type"}
    told = bool(named) or any(count.unit == "persons" for one in read for count in one.counts)
    goes_on = any(_cues(doc.lang).find(one.words)["continuing"] for one in read)
    kinds = named & set(ORDER[:-1]) if goes_on else set()
    return Hint(frozenset(kinds), told and _opens(read[0], doc.lang))


def _opens(first: Facts, language: str) -> bool:
    """Tell whether a phrase heads a sentence: "UPD:", "updated information"."""
    words = first.words
    return any(
        hit.first == 0
        and (hit.last > 1 or hit.last == len(words) or _CLOSE & {*words[hit.last].marks})
        for hit in _cues(language).find(words)["updating"]
    )


def sweeping(text: str, language: str) -> bool:
    """Tell whether a text tells of an attack on many places at once: "a massive strike"."""
    return any(facts(text[start:end], language).sweeping for start, end in sentences(text))
