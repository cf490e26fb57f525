"""Russian words: what a form may be, and a phrase in the nominative."""

from functools import lru_cache
from typing import Any

from reportedly.lang.morphology import analyzer

PERSONAL = frozenset({"Name", "Surn", "Patr"})  # marks of a word that names a person


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Any, ...]:
    """Return what a Russian word form may be, likeliest first."""
    return tuple(analyzer().parse(word)[:6])


def nominative(name: str, case: str) -> str:
    """Inflect the words up to the head noun, and a person's names behind it in its case."""
    words = name.split(" ")
    found = [None if "«" in word else _in_case(word, case) for word in words]
    noun = next((r for r in found if r is not None and r.tag.POS == "NOUN"), None)
    out: list[str] = []
    headed = False
    for word, reading in zip(words, found, strict=True):
        personal = reading is not None and not PERSONAL.isdisjoint(reading.tag.grammemes)
        if reading is None or (headed and not personal):
            out.append(word)
            closes = "«" in word or word.isupper() or word.isascii() or _preposition(word)
            headed = headed or closes
            continue
        headed = headed or reading.tag.POS == "NOUN"
        inflected = reading.inflect(_wanted(reading, noun))
        out.append(_cased(inflected.word, word) if inflected else word)
    return " ".join(out)


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
