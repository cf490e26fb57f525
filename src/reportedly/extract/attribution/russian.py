"""Russian words: what a form may be, and a phrase in the nominative."""

import re
from functools import lru_cache
from typing import Any

from reportedly.lang.morphology import analyzer

PERSONAL = frozenset({"Name", "Surn", "Patr"})  # marks of a word that names a person
_ENDED = re.compile(r"^([А-ЯЁ]{2,})[а-яё]{1,2}$")  # an acronym with an ending: "МАКе"
_PRONOUNS = {
    "он": frozenset({"masc"}),
    **dict.fromkeys(("него", "его"), frozenset({"masc", "neut"})),
    **dict.fromkeys(("она", "ее", "нее"), frozenset({"femn"})),
    **dict.fromkeys(("они", "их", "них"), frozenset({"plur"})),
}


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Any, ...]:
    """Return what a Russian word form may be, likeliest first."""
    return tuple(analyzer().parse(word)[:6])


def nominative(name: str, case: str) -> str:
    """Inflect the words up to the head noun, and a person's names behind it in its case."""
    words = [_ENDED.sub(r"\1", word) for word in name.split(" ")]
    if _numbered(words[0]):  # "двух чиновников" would be two forms away from its nominative
        return name
    found = [None if "«" in word else _in_case(word, case) for word in words]
    noun = next((r for r in found if r is not None and r.tag.POS == "NOUN"), None)
    out: list[str] = []
    headed = False
    for k, (word, reading) in enumerate(zip(words, found, strict=True)):
        if word == "и" and noun is not None and found[k - 1] is noun:
            headed = False  # "в соцсетях и местных СМИ"
        personal = reading is not None and not PERSONAL.isdisjoint(reading.tag.grammemes)
        if reading is None or (headed and not personal):
            out.append(word)
            closes = "«" in word or word.isupper() or word.isascii() or _preposition(word)
            headed = headed or closes
            continue
        headed = headed or reading.tag.POS == "NOUN"
        inflected = reading.inflect(_wanted(reading, noun))
        out.append(_cased(_kept(inflected.word, word), word) if inflected else word)
    return " ".join(out)


def _kept(inflected: str, word: str) -> str:
    """Return a hyphened word with its first part as written where that is a nominative."""
    first, hyphen, last = word.partition("-")
    if not hyphen or not any("nomn" in r.tag for r in readings(first.lower())):
        return inflected
    return f"{first.lower()}-{inflected.rpartition('-')[2]}" if last.islower() else inflected


def _numbered(word: str) -> bool:
    return word.isdigit() or readings(word.lower())[0].tag.POS == "NUMR"


def _wanted(reading: Any, noun: Any) -> set[str]:
    """Return the marks of the nominative that agrees with the head noun."""
    number = "plur" if reading.tag.number == "plur" else "sing"
    gender = (noun or reading).tag.gender
    agrees = number == "sing" and reading.tag.POS != "NOUN" and gender
    return {"nomn", number, gender} if agrees else {"nomn", number}


def _preposition(word: str) -> bool:
    return bool(readings(word)[0].tag.POS == "PREP")


def _in_case(word: str, case: str) -> Any:
    if word.islower() and _preposition(word):
        return None
    plain = word.isalpha() or (word[1:].islower() and word.replace("-", "").isalpha())
    if not plain or (word.isupper() and len(word) > 1) or word.isascii():
        return None
    cases = {"loct": ("loct", "loc2")}.get(case, (case,))
    for reading in readings(word.lower()):
        if reading.tag.POS in {"NOUN", "ADJF", "PRTF", "NUMR"} and reading.tag.case in cases:
            return reading
    return None


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def agrees(pronoun: str, name: str, lang: str) -> bool:
    """Tell whether a Russian pronoun may stand for a name, by gender and number."""
    wanted = _PRONOUNS.get(pronoun)
    if lang != "ru" or wanted is None or not name:
        return True
    marks: set[str] = set()
    for word in name.split(" "):
        nouns = [
            r for r in readings(word.lower()) if r.tag.POS == "NOUN" and r.tag.case == "nomn"
        ]
        if nouns:
            marks = {str(nouns[0].tag.number), str(nouns[0].tag.gender)}
            break
    if not marks:
        return True
    return not marks.isdisjoint(wanted) and ("plur" in wanted or "sing" in marks)
