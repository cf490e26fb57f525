"""Names as a chain shows them: in the nominative, without marks around them."""

import re
from functools import cache, lru_cache
from typing import Any

import pymorphy3

_MARKS = " \t\n\r\"'«»“”„‟‘’.,;:—–-()[]*|❗⚡️🔴"
_ENDS = " \t\n.,;:"
_RUN = re.compile(r'"{2,}')
_PERSONAL = {"Name", "Surn", "Patr"}
_OBLIQUE_UK = tuple(["ом", "ем", "єм", "ою", "ею", "єю", "ові", "еві", "ами", "ями", "ах", "ях", "ям", "ам"])
_ADJECTIVE_UK = ("ський", "ська", "ське", "ські", "цький", "цька", "цьке", "цькі", "ний", "на",
                 "не", "ні", "овий", "ова", "ові", "ьний", "ій")
_NOUNS_UK = ("канали", "сили", "школа", "сила", "журнали", "портали", "джерела")
_FINITE_UK = tuple(
    ["али", "или", "їли", "ували", "лися", "лись", "ала", "ила", "лася", "ало", "ило", "ував", "ають", "ують", "юють", "уть", "ять", "ється"]
)


@cache
def _morphology() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Any, ...]:
    """Return what a Russian word form may be, likeliest first."""
    return tuple(_morphology().parse(word)[:6])


@lru_cache(maxsize=50_000)
def heads(word: str, lang: str) -> bool:
    """Tell whether a word may begin the subject of a sentence: noun, adjective, pronoun."""
    if lang == "ru":
        return word.isdigit() or any(
            "nomn" in r.tag and r.tag.POS in {"NOUN", "ADJF", "NPRO", "NUMR", "PRTF"}
            for r in readings(word)
        )
    return not word.endswith(_OBLIQUE_UK)


@lru_cache(maxsize=50_000)
def adjective(word: str, lang: str) -> bool:
    """Tell whether a word describes the noun behind it."""
    if lang == "ru":
        return readings(word)[0].tag.POS in {"ADJF", "PRTF", "NUMR"}
    return word.endswith(_ADJECTIVE_UK)


@lru_cache(maxsize=50_000)
def fits(word: str, case: str) -> bool:
    """Tell whether a Russian noun or adjective form may stand in a case."""
    return any(
        r.tag.case == case and r.tag.POS in {"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"}
        for r in readings(word)
    )


@lru_cache(maxsize=50_000)
def finite(word: str, lang: str) -> bool:
    """Tell whether a word is a verb with a subject of its own."""
    if lang == "ru":
        return readings(word)[0].tag.POS == "VERB"
    return len(word) > 4 and word.endswith(_FINITE_UK) and not word.endswith(_NOUNS_UK)


@lru_cache(maxsize=50_000)
def adverb(word: str, lang: str) -> bool:
    """Tell whether a word is an adverb and nothing else."""
    if lang == "ru":
        return all(r.tag.POS in {"ADVB", "PRCL", "CONJ"} for r in readings(word)[:2])
    return lang == "en" and word.endswith("ly") and len(word) > 5


@lru_cache(maxsize=50_000)
def gerund(word: str, lang: str) -> bool:
    """Tell whether a verb form leans on another verb's subject: "adding", "отметив"."""
    if lang == "en":
        return word.endswith("ing")
    if lang == "ru":
        return any(reading.tag.POS == "GRND" for reading in readings(word)[:1])
    return word.endswith(("вши", "ючи", "ячи", "вшись", "ючись"))


@lru_cache(maxsize=20_000)
def nominative(name: str, lang: str, case: str) -> str:
    """Return `name` as a chain shows it, put from grammatical `case` into the nominative."""
    plain = _RUN.sub('"', " ".join(name.split())).strip(_MARKS)
    if plain.count('"') % 2:
        plain = plain + '"' if name.rstrip(_ENDS).endswith('"') else '"' + plain
    if name.count("«") > plain.count("«"):
        plain = "«" + plain
    if plain.count("«") > plain.count("»"):
        plain += "»"
    if case == "nomn" or not plain:
        return plain
    return _russian(plain, case) if lang == "ru" else _ukrainian(plain, case)


def _russian(name: str, case: str) -> str:
    """Inflect the words up to the head noun, and a person's names in the same case behind it."""
    words = name.split(" ")
    found = [None if "«" in word else _in_case(word, case) for word in words]
    noun = next((r for r in found if r is not None and r.tag.POS == "NOUN"), None)
    out: list[str] = []
    headed = False
    for word, reading in zip(words, found, strict=True):
        personal = reading is not None and not _PERSONAL.isdisjoint(reading.tag.grammemes)
        if reading is None or (headed and not personal):
            out.append(word)
            headed = headed or "«" in word or word.isupper() or word.isascii()
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


def _in_case(word: str, case: str) -> Any:
    if not word.isalpha() or (word.isupper() and len(word) > 1) or word.isascii():
        return None
    cases = {"loct": ("loct", "loc2")}.get(case, (case,))
    for reading in readings(word.lower()):
        if reading.tag.POS in {"NOUN", "ADJF", "PRTF", "NUMR"} and reading.tag.case in cases:
            return reading
    return None


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


_UKRAINIAN = {  # endings of an oblique case and what they stand for in the nominative
    "loct": (
        ("ництві", "ництво"),
        ("ванні", "вання"),
        ("енні", "ення"),
        ("стві", "ство"),
        ("обі", "оба"),
        ("раді", "рада"),
        ("ії", "ія"),
        ("кої", "ка"),
        ("ьній", "ьна"),
        ("ій", "а"),
        ("ному", "не"),
        ("ах", "и"),
        ("бі", "б"),
        ("зі", "га"),
    ),
    "gent": (
        ("ництва", "ництво"),
        ("ення", "ення"),
        ("ання", "ання"),
        ("ства", "ство"),
        ("ії", "ія"),
        ("ської", "ська"),
        ("ного", "ний"),
        ("ого", "ий"),
        ("ів", "и"),
        ("ки", "ка"),
        ("ба", "б"),
        ("ра", "р"),
        ("ела", "ело"),
        ("ерел", "ерела"),
        ("ння", "ння"),
    ),
}


def _ukrainian(name: str, case: str) -> str:
    first, _, rest = name.partition(" ")
    if first.isupper() or "«" in first:
        return name
    for ending, instead in _UKRAINIAN.get(case, ()):
        if first.endswith(ending) and len(first) > len(ending) + 1:
            first = first[: -len(ending)] + instead
            break
    return f"{first} {rest}".strip()
