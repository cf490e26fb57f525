"""Named parts of towns and regions that no gazetteer lists: streets, sites, districts."""

from collections.abc import Sequence

from ...lang.happening import Whereabouts
from ...lang.morphology import is_adjective, nominative
from ...text.words import Word
from .cases import nominatives
from .mention import Mention

LONGEST = 3  # words of a street's or site's own name
OPENING = frozenset('«"„“')
CLOSING = frozenset('»"”“')


def _starts(low: str, table: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    return next((named for begin, named in table.items() if low.startswith(begin)), None)


def _titled(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def agreeing(word: Word, gender: str, language: str) -> str:
    """Return an adjective in the nominative of a gender; the word itself where it is none."""
    if language == "ru":
        return _titled(nominative(word.low, gender)) if is_adjective(word.low) else word.text
    if language == "uk":
        wanted = {"femn": ("а", "я"), "masc": ("ий", "ій"), "neut": ("е", "є")}.get(gender, ())
        forms = [f for f in nominatives(word.low, "uk") if f.endswith(wanted) and f != word.low]
        return _titled(forms[0]) if forms and word.low.endswith(_UK_ADJECTIVES) else word.text
    return word.text


_UK_ADJECTIVES = ("ій", "ої", "ому", "ого")


def street(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "Страстном бульваре", "улице Академика Анохина", "Main Street" at its first word."""
    noun = _starts(words[at].low, places.streets)
    if noun and not words[at].capital:
        last = at + 1
        while last < min(len(words), at + 1 + LONGEST) and _follows(words, last):
            last += 1
        if last == at + 1:
            return None
        name = [agreeing(word, noun[1], language) for word in words[at + 1 : last]]
        return Mention(at, last, (), "at", "street", " ".join([noun[0], *name]))
    last = at
    while last < min(len(words), at + LONGEST) and words[last].capital:
        if last > at and words[last].marks:
            return None
        last += 1
        noun = _starts(words[last].low, places.streets) if last < len(words) else None
        if noun and not words[last].marks:
            name = [agreeing(word, noun[1], language) for word in words[at:last]]
            return Mention(at, last + 1, (), "at", "street", " ".join([*name, noun[0]]))
    return None


def _follows(words: Sequence[Word], at: int) -> bool:
    return words[at].capital and not words[at].marks.strip('.«"')


def bare_street(words: Sequence[Word], at: int, language: str) -> Mention | None:
    """Read "на Большой Никитской": adjectives of a street whose noun is left out."""
    if language != "ru" or at == 0 or words[at - 1].low not in ("на", "по"):
        return None
    last = at
    while last < min(len(words), at + LONGEST) and words[last].capital:
        if not words[last].low.endswith("ой") or (last > at and words[last].marks):
            break
        if not is_adjective(words[last].low):
            break
        last += 1
    if last == at:
        return None
    name = [agreeing(word, "femn", language) for word in words[at:last]]
    return Mention(at, last, (), "at", "street", " ".join([*name, "улица"]))


def venue(words: Sequence[Word], at: int, places: Whereabouts) -> Mention | None:
    """Read "нефтебазе «Атлас»": a site with its quoted name."""
    noun = next(
        (n for begin, n in places.venues.items() if words[at].low.startswith(begin)), ""
    )
    if not noun or at + 1 >= len(words) or not OPENING & set(words[at + 1].marks[-1:]):
        return None
    last = at + 2
    while last < min(len(words), at + 2 + LONGEST) and not CLOSING & set(words[last].marks[:1]):
        if words[last].breaks:
            return None
        last += 1
    name = " ".join(word.text for word in words[at + 1 : last])
    return Mention(at, last, (), "at", "venue", f"{noun} «{name}»")


def district(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "в Каменском районе": a named part of a region."""
    if at + 1 >= len(words) or not words[at].capital or words[at + 1].marks:
        return None
    noun = places.districts.get(words[at + 1].low)
    if noun is None:
        return None
    gender = {"направление": "neut", "громада": "femn"}.get(noun, "masc")
    name = f"{agreeing(words[at], gender, language)} {noun}"
    return Mention(at, at + 2, (), "at", "district", name)
