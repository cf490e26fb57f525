"""Relations around a verb of saying: the first construction that fits is the reading."""

from collections.abc import Callable

from reportedly.lang.saying import Verb

from . import ahead, behind, quoting, topics
from .lexicon import Hit
from .place import Place
from .said import Said

_READ: dict[str, Callable[[Place, Verb], Said | None]] = {
    "topic": topics.topic,
    "as": quoting.passed_on,
    "tally": quoting.tally,
    "that": ahead.that,
    "about": ahead.about,
    "after": behind.after,
    "quote": ahead.quote,
    "wide": ahead.wide,
    "bare": ahead.bare,
    "object": ahead.thing,
}


def relation(place: Place, hit: Hit) -> Said | None:
    """Return what the first fitting entry of a verb makes of its sentence, if any does."""
    for entry in hit.entries:
        if isinstance(entry, Verb):
            for join, read in _READ.items():
                said = read(place, entry) if join in entry.joins else None
                if said:
                    return said
    return None
