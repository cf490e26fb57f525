"""Named parts of towns and regions that no gazetteer lists: streets, sites, districts."""

import re
from collections.abc import Sequence

from ...lang.happening import Whereabouts
from ...lang.morphology import is_common, nominative, noun_nominative
from ...text.words import Word
from .cases import nominatives
from .mention import Mention
from .names import called, place_called
from .roads import road
from .streets import ABBREVIATED, street_noun

LONGEST = 3  # words of a street's or site's own name
OWNED = ("ого", "его", "ых", "их")  # of a surname, behind a noun in another case
SEVERAL = ("ах", "ях", "ами", "ями")  # plural: an account of several streets is the town's
AND = ("и", "та", "і", "й")
OPENING = frozenset('«"„“')


def _titled(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


_RU_ADJECTIVE = re.compile(r"(.+[сц]к)(?:ого|ому|им|ом|ой|ую|ая|ое|ий)")
_UK_ADJECTIVES = ("ій", "ої", "ому", "ого", "ий", "а")


def agreeing(word: Word, gender: str, language: str) -> str:
    """Return an adjective in the nominative of a gender, "" for any other word."""
    if gender == "same":  # the name of a river or lake does not follow its noun
        return word.text
    if language == "ru":
        form = nominative(word.low, gender)
        if not form and (adjective := _RU_ADJECTIVE.fullmatch(word.low)):
            form = adjective[1] + {"femn": "ая", "neut": "ое"}.get(gender, "ий")
        return _titled(form) if form else ""
    if language == "uk":
        wanted = {"femn": ("а", "я"), "masc": ("ий", "ій"), "neut": ("е", "є")}.get(gender, ())
        forms = [f for f in nominatives(word.low, "uk") if f.endswith(wanted)]
        return _titled(forms[0]) if forms and word.low.endswith(_UK_ADJECTIVES) else ""
    return word.text


def _named_after(name: Sequence[Word], gender: str, language: str) -> list[str]:
    """Return the words of a name behind its noun: "Светлогорская", "Уфа", but "Анохина".

    What stands behind a noun is somebody's name: "Анны Ивановой", "Братьев Ивановых".
    """
    if gender == "same" and language == "ru":
        return [_titled(noun_nominative(word.low)) for word in name]
    found: list[str] = []
    for word in name:
        owned = word.low.endswith(OWNED) or (found and found[-1] == "")
        found.append("" if owned else agreeing(word, gender, language))
    told = [form or word.text for form, word in zip(found, name, strict=True)]
    if len(name) == 1 and language == "ru" and gender == "femn" and name[0].low.endswith("е"):
        return [_titled(noun_nominative(name[0].low)) if not found[0] else told[0]]
    return told


def _ordinal(words: Sequence[Word], at: int, gender: str) -> tuple[int, list[str]]:
    """Return where "4-м" before a street's name begins, and how it is written: "4-й"."""
    if at > 1 and words[at - 1].marks == "-" and words[at - 2].low.isdigit():
        return at - 2, [words[at - 2].low + {"femn": "-я", "neut": "-е"}.get(gender, "-й")]
    return at, []


def street(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "Страстном бульваре", "улице Академика Анохина" at its first word."""
    if language == "en":
        return road(words, at, places)
    if not words[at].capital:
        behind = street_noun(words[at].low, language)
        return _behind(words, at, behind, language) if behind else None
    if words[at].low in places.at:  # "На вулиці ..." opens a sentence
        return None
    last = at + 1
    while (
        last < min(len(words), at + LONGEST) and words[last].capital and not words[last].marks
    ):
        last += 1
    noun = street_noun(words[last].low, language, landmarks=True) if last < len(words) else None
    if not noun or words[last].marks:
        return None
    name = [agreeing(word, noun[1], language) for word in words[at:last]]
    first, number = _ordinal(words, at, noun[1])
    if not all(name) or (last == at + 1 and _opens(words, at, language)):
        return None
    named = " ".join([*number, *name, noun[0]])
    front = noun[0] in places.fronts and not any(
        word.low.startswith(places.railways) for word in words
    )
    listed, kind = _listed(words[at:last], named, noun[0] if front else "", places, language)
    return Mention(first, last + 1, listed, "at", kind, "" if listed else named)


def _opens(words: Sequence[Word], at: int, language: str) -> bool:
    """Tell whether a common adjective has its capital from its sentence: "The old bridge"."""
    if language != "ru" or (at and not set(words[at].marks) & set(".!?")):
        return False
    return is_common(words[at].low) and not _RU_ADJECTIVE.fullmatch(words[at].low)


def _behind(
    words: Sequence[Word], at: int, noun: tuple[str, str], language: str
) -> Mention | None:
    """Read "улице Академика Анохина" at its noun."""
    last = at + 1
    ends = last < len(words) and "." in words[last].marks
    whole = len(words[at].low) > ABBREVIATED  # "вышли на площадь. Мэр ушёл"
    while last < min(len(words), at + 1 + LONGEST) and _follows(words, last):
        last += 1
    if last == at + 1 or (ends and whole):
        return None
    if words[at].low.endswith(SEVERAL):
        listed = _and(words, last)
        if listed == last and last == at + 2 and place_called(words[at + 1].text):
            return None  # "in the streets of London"
        return Mention(at, listed, (), "at", "street")  # "on Elm and Oak streets": no spot
    name = _named_after(words[at + 1 : last], noun[1], language)
    return Mention(at, last, (), "at", "street", " ".join([noun[0], *name]))


def _and(words: Sequence[Word], last: int) -> int:
    """Return where a list of names ends that goes on behind one: "Oak and Elm"."""
    while last + 1 < len(words) and words[last].low in AND:
        if not words[last + 1].capital or words[last].breaks:
            break
        last += 2
    return last


def _listed(
    name: Sequence[Word], named: str, noun: str, places: Whereabouts, language: str
) -> tuple[tuple[int, ...], str]:
    """Return what the gazetteer has of a named part, and its kind: "Крымский мост".

    The front of a region ("на Харьковском направлении") is read as the region; a line of
    trains that is called so is not.
    """
    if noun in places.fronts and len(name) == 1:
        regions = called(
            (agreeing(name[0], "femn", language).casefold(), places.fronts[noun]), language
        )
        return regions, "region" if regions else "street"
    bridges = called(tuple(named.casefold().split()), language)
    return bridges, "facility" if bridges else "street"


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
        if not agreeing(words[last], "femn", language):
            break
        last += 1
    if last == at:
        return None
    name = [agreeing(word, "femn", language) for word in words[at:last]]
    return Mention(at, last, (), "at", "street", " ".join([*name, "улица"]))


def district(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "в Каменском районе": a named part of a region."""
    if at + 1 >= len(words) or not words[at].capital or words[at + 1].marks:
        return None
    if words[at].low in places.passed:  # "The district"
        return None
    ends = at + 1 + words[at + 1].low.startswith(places.whole)  # "Раменском городском округе"
    noun = places.districts.get(words[ends].low) if ends < len(words) else None
    if noun is None or words[ends].marks:
        return None
    gender = "femn" if noun == "громада" else "masc"
    name = agreeing(words[at], gender, language)
    between = (agreeing(word, gender, language).lower() for word in words[at + 1 : ends])
    named = " ".join([name, *between, noun])
    return Mention(at, ends + 1, (), "at", "district", named) if name else None
