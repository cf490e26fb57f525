"""Streets and sites of one town: which names are one, and which are two of a kind."""

from functools import cache, lru_cache
from typing import NamedTuple

from ..extract.places.distance import kilometres
from ..lang.happening import happening
from ..model import Place
from ..text.words import words
from .reuse.names import sounds

_QUOTES = frozenset('«“„"')
_HEARD = 4  # consonants by which a name is known in another alphabet
_BLOCK = 3  # letters at most of a noun that is written in capitals: "ЖК"


class _Name(NamedTuple):
    nouns: frozenset[str]  # what it is: "улица"
    own: frozenset[str]  # the words of its own
    heard: str  # how all of them sound as one word, in any alphabet
    numbered: bool  # it is told from others by a number alone


@cache
def _roads() -> frozenset[str]:
    """Return what streets, squares and embankments are called: one is not another."""
    return frozenset(
        noun
        for language in ("ru", "uk")
        for noun, _ in happening(language).places.streets.values()
    )


@lru_cache(maxsize=1 << 14)
def _name(name: str) -> _Name:
    nouns: list[str] = []
    own: list[str] = []
    quoted = False
    for word in words(name):
        quoted = quoted or not _QUOTES.isdisjoint(word.marks)
        short = word.text.isupper() and len(word.text) <= _BLOCK
        named = quoted or word.text.isnumeric() or (word.capital and not short)
        (own if named else nouns).append(word.low)
    heard = sounds("".join(own))
    numbered = all(map(str.isnumeric, own))
    return _Name(frozenset(nouns), frozenset(own), heard, numbered)


def of_one_town(one: Place, other: Place) -> bool:
    """Tell whether two sites that no gazetteer holds were put into one town.

    One may be known to be in a quarter of the town, the other only to be in the town.
    """
    if one.gazetteer is not None or other.gazetteer is not None:
        return False
    return kilometres(one, other) <= max(one.radius_km, other.radius_km)


def other_site(one: Place, other: Place) -> bool:
    """Tell whether two places are two streets or two sites of a kind in one town."""
    return of_one_town(one, other) and same_site(one, other) is False


def _bare(mine: _Name, theirs: _Name) -> bool:
    """Tell whether one may be a street only since its noun was left out: "on Sadovaya"."""
    described = all(word.endswith(("ая", "яя")) for word in mine.own)
    return described and "улица" in mine.nouns | theirs.nouns


def same_site(one: Place, other: Place) -> bool | None:
    """Tell whether two sites of one town are one; None where nothing shows it.

    "ЖК «ГринПарк»" is "ЖК Green Park"; a street is no other street, a school no other school,
    but a house may stand in a street, and "on Sadovaya" be on an embankment of that name.
    """
    mine, theirs = _name(one.name), _name(other.name)
    if not mine.own or not theirs.own:
        return None
    kin = bool(mine.nouns & theirs.nouns)
    roads = bool(mine.nouns & _roads()) and bool(theirs.nouns & _roads())
    if roads and not kin:
        return None if mine.own == theirs.own and _bare(mine, theirs) else False
    shared = mine.own <= theirs.own or theirs.own <= mine.own
    if shared and (kin or not (mine.numbered or theirs.numbered)):
        return True
    if len(mine.heard) >= _HEARD and mine.heard == theirs.heard and not roads:
        return True  # in another alphabet, or written as one word
    return False if kin and not mine.own & theirs.own else None
