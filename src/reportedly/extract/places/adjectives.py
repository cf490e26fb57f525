"""Adjectives made from places: whose house it is, and where it stands."""

import re
from collections.abc import Sequence

from ...lang.happening import Whereabouts
from ...lang.morphology import is_only_a_person
from ...text.words import Word
from .context import HOME
from .gazetteer import entry
from .mention import Mention
from .names import LARGE, called
from .parts import agreeing

_ADJECTIVE = re.compile(r"(?:ск|ськ)(?:ий|ая|ое|а|е)$")
TOWN_ENDINGS = ("", "са", "ское", "ське", "о", "е", "а", "ск", "ськ", "ь", "и")


def _root(adjective: str) -> str:
    return _ADJECTIVE.sub("", adjective.casefold())


def seats(adjective: str, language: str) -> tuple[int, ...]:
    """Return the numbers of what an adjective can be made from: "Изюмский" from Изюм."""
    stem = _root(adjective)
    if stem == adjective.casefold():
        return ()
    found = (called((stem + ending,), language) for ending in TOWN_ENDINGS)
    return tuple(dict.fromkeys(number for numbers in found for number in numbers))


def of_town(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "в московской школе": a house described by the one large town it is in."""
    if language == "en" or at == 0 or at + 1 >= len(words) or words[at].capital:
        return None
    inside = words[at - 1].low in places.at and not words[at].marks and not words[at + 1].marks
    if not inside or not words[at + 1].low.startswith((*places.sites, *places.houses)):
        return None
    nominative = agreeing(words[at], "masc", language)
    named = {entry(number).id: number for number in seats(nominative, language)}
    large = [number for number in named.values() if entry(number).population >= LARGE]
    home = [number for number in large if entry(number).country in HOME[language]]
    person = language == "ru" and is_only_a_person(_root(nominative))
    # A royal theatre is in no town of that name; where another town is told, it is that one.
    return Mention(at, at + 1, (home[0],), "bare") if len(home) == 1 and not person else None


def demonym(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "по украинской энергетике": the country whose things were struck."""
    if at == 0 or words[at - 1].low != "по":
        return None
    for begin, name in places.demonyms.items():
        if words[at].low.startswith(begin):
            return Mention(at, at + 1, called((name.casefold(),), language), "at")
    return None
