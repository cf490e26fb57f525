"""What a few words tell of a happening beside its account."""

from ...lang.happening import LANGUAGES
from ...model import Document
from ...text import sentences
from .facts import Facts, facts
from .tell import ORDER

SHORT = 600  # characters of a report that may only go on with a story


def hinted(doc: Document) -> frozenset[str]:
    """Return the types of happening that a short report names without a place of its own.

    "More footage from the fire" names a fire, and no place, time or figure. Nothing for longer
    reports, for those that name places, and for those without a word of going on: "the fire
    sale goes on" is of no fire.
    """
    read = _unplaced(doc)
    if not any(one.continuing for one in read):
        return frozenset()
    return frozenset(_kinds(read) & set(ORDER[:-1]))


def updating(doc: Document) -> bool:
    """Tell whether a short report without a place opens as an update: "UPD: it is out"."""
    read = _unplaced(doc)
    told = any(count.unit == "persons" for one in read for count in one.counts)
    return any(one.updating for one in read[:1]) and (told or bool(_kinds(read)))


def _kinds(read: list[Facts]) -> set[str]:
    return {told.value for one in read for told in one.tellings if told.slot == "type"}


def _unplaced(doc: Document) -> list[Facts]:
    if doc.lang not in LANGUAGES or len(doc.text) > SHORT:
        return []
    read = [facts(doc.text[start:end], doc.lang) for start, end in sentences(doc.text)]
    named = any(place.cue in ("at", "near") for one in read for place in one.places)
    return [] if named else read


def sweeping(text: str, language: str) -> bool:
    """Tell whether a text tells of an attack on many places at once: "a massive strike"."""
    return any(facts(text[start:end], language).sweeping for start, end in sentences(text))
