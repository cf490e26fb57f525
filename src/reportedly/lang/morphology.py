"""What the Russian dictionary says of single words; each word is asked about once."""

import unicodedata
from functools import cache, lru_cache
from typing import Any

from pymorphy3 import MorphAnalyzer

REMEMBERED = 65536
SHORTEST = 3  # letters of a noun that is no abbreviation
_NAMES = {"Surn", "Name", "Patr"}


class Analyzer:
    """The dictionary, which fails on letters that have no name of their own (Tangut)."""

    def __init__(self) -> None:
        self._asked = MorphAnalyzer(lang="ru")

    def parse(self, word: str) -> Any:
        """Return what a word may be, the likeliest first."""
        if not word.isascii() and max(word) > "\uffff":
            word = "".join(sign if unicodedata.name(sign, "") else "?" for sign in word)
        return self._asked.parse(word)


@cache
def analyzer() -> Analyzer:
    """Return the one analyser of the process; it takes about a tenth of a second to load."""
    return Analyzer()


@lru_cache(maxsize=REMEMBERED)
def is_only_a_person(word: str) -> bool:
    """Tell whether the dictionary has the word as a name of people and of no place."""
    tags = [parse.tag for parse in analyzer().parse(word) if parse.is_known]
    return any(_NAMES & set(tag.grammemes) for tag in tags) and not any(
        "Geox" in tag for tag in tags
    )


@lru_cache(maxsize=REMEMBERED)
def is_given_name(word: str) -> bool:
    """Tell whether the dictionary has the word as a given name, whatever else it is."""
    return any(parse.is_known and "Name" in parse.tag for parse in analyzer().parse(word))


@lru_cache(maxsize=REMEMBERED)
def is_common(word: str) -> bool:
    """Tell whether the dictionary has the word, and as no proper name."""
    tags = [parse.tag for parse in analyzer().parse(word) if parse.is_known]
    return bool(tags) and not any(
        {"Geox", "Surn", "Name", "Orgn"} & set(tag.grammemes) for tag in tags
    )


@lru_cache(maxsize=REMEMBERED)
def noun(word: str) -> str:
    """Return "living" or "thing" for a noun, "" for any other word."""
    tag = analyzer().parse(word)[0].tag
    if "NOUN" not in tag and "NPRO" not in tag:
        return ""
    return "thing" if "inan" in tag else "living"


@lru_cache(maxsize=REMEMBERED)
def nominative(adjective: str, gender: str) -> str:
    """Return an adjective in the nominative of "masc", "femn" or "neut", "" if it is none.

    Where one in "-ой" and one in "-ый" are both words, the former: names keep old stress.
    """
    forms = [
        form.word
        for parse in analyzer().parse(adjective)
        if parse.tag.POS in ("ADJF", "PRTF")
        and (form := parse.inflect({"sing", "nomn", gender})) is not None
    ]
    stressed = (form for form in forms if form.endswith("ой") and form[:-2] == forms[0][:-2])
    return next(stressed, forms[0] if forms else "")


@lru_cache(maxsize=REMEMBERED)
def noun_nominative(word: str) -> str:
    """Return a noun in the nominative singular, or the word where it is none."""
    for parse in analyzer().parse(word):
        if parse.tag.POS == "NOUN":
            form = parse.inflect({"sing", "nomn"})
            return form.word if form else word
    return word


@lru_cache(maxsize=REMEMBERED)
def is_adjective(word: str) -> bool:
    """Tell whether the word is most likely an adjective or a participle."""
    return analyzer().parse(word)[0].tag.POS in ("ADJF", "PRTF")


@lru_cache(maxsize=REMEMBERED)
def tense(word: str) -> str:
    """Return "past", "pres" or "futr" for a form of a verb that has one, "" for the rest."""
    tag = analyzer().parse(word)[0].tag
    return str(tag.tense or "") if tag.POS == "VERB" else ""


@lru_cache(maxsize=REMEMBERED)
def of_one(word: str) -> bool:
    """Tell whether what befell is of one man or woman: "задержан", "погибла".

    Of who does something to many, "сбила", the form tells nothing about the many.
    """
    tag = analyzer().parse(word)[0].tag
    befell = tag.POS == "PRTS" or (tag.POS == "VERB" and "intr" in tag)
    return befell and "sing" in tag and tag.gender in ("masc", "femn")


@lru_cache(maxsize=REMEMBERED)
def is_active(word: str) -> bool:
    """Tell whether the word is a verb of who does it: "сбил", not "сбит"."""
    return bool(analyzer().parse(word)[0].tag.POS == "VERB")


@lru_cache(maxsize=REMEMBERED)
def is_plural(word: str) -> bool:
    """Tell whether the word can only be a plural."""
    tags = [parse.tag for parse in analyzer().parse(word)]
    return all("plur" in tag for tag in tags)


# Cases of one thing, not feminine, that an ending of an adjective can be of.
_CASES = {
    "ом": "loct",
    "ем": "loct",
    "ого": "gent",
    "его": "gent",
    "ому": "datv",
    "ему": "datv",
}


@lru_cache(maxsize=REMEMBERED)
def governs(adjective: str, noun: str) -> bool:
    """Tell whether an adjective can be that of a thing right behind it: "Научном городке"."""
    case = next((c for ending, c in _CASES.items() if adjective.endswith(ending)), "")
    return (
        bool(case)
        and len(noun) >= SHORTEST
        and any(
            {"NOUN", "inan", "sing", case} <= set(parse.tag.grammemes)
            and "femn" not in parse.tag
            for parse in analyzer().parse(noun)
            if parse.is_known
        )
    )
