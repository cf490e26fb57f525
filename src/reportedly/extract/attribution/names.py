"""Words and names in any of the three languages: parts of speech, the nominative."""

import re
from functools import lru_cache

from . import russian, ukrainian
from .russian import PERSONAL, readings

_ADVERBIAL = frozenset({"ADVB", "ADJS", "PRED", "PRCL", "CONJ", "COMP"})
_MARKS = " \t\n\r\"'«»“”„‟‘’.,;:—–-()[]*|❗⚡️🔴"
_ENDS = " \t\n.,;:"
_MANY = ("ряд", "часть", "большин", "меньшин", "множеств", "половин", "треть", "групп", "пара")
_LEADS = 0.25  # of its occurrences; below it the genitive after another noun is meant
_RUN = re.compile(r'"{2,}')


@lru_cache(maxsize=50_000)
def heads(word: str, lang: str) -> bool:
    """Tell whether a word may begin the subject of a sentence: noun, adjective, pronoun."""
    if lang == "ru":
        return word.isdigit() or any(
            "nomn" in r.tag and r.tag.POS in {"NOUN", "ADJF", "NPRO", "NUMR", "PRTF"}
            for r in readings(word)
        )
    return not word.endswith(ukrainian.OBLIQUE)


@lru_cache(maxsize=50_000)
def leads(word: str, lang: str) -> bool:
    """Tell whether a word more than rarely begins a subject: "власти", hardly "энергетики"."""
    if lang == "uk" and word.endswith(ukrainian.GENITIVE):
        return False  # "у пресслужбі заводу повідомили"
    if lang != "ru" or word.isdigit():
        return heads(word, lang)
    return bool(sum(r.score for r in readings(word) if "nomn" in r.tag) >= _LEADS)


@lru_cache(maxsize=50_000)
def adjective(word: str, lang: str) -> bool:
    """Tell whether a word describes the noun behind it."""
    if lang == "ru":
        return readings(word)[0].tag.POS in {"ADJF", "PRTF", "NUMR"}
    return word.endswith(ukrainian.ADJECTIVE)


@lru_cache(maxsize=50_000)
def fits(word: str, case: str) -> bool:
    """Tell whether a Russian noun or adjective form may stand in a case."""
    return any(
        r.tag.case == case and r.tag.POS in {"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"}
        for r in readings(word)
    )


@lru_cache(maxsize=50_000)
def oblique(raw: str, lang: str) -> bool:
    """Tell whether a word as written can be no subject: "Пассажирам", "Киевской".

    A genitive or accusative may be a name that the dictionary does not have, unless it is
    written small: "идею".
    """
    if raw.isupper() or raw.isascii():
        return False
    if lang != "ru":
        return raw.lower().endswith(("ам", "ям")) and len(raw) > 5
    tags = [r.tag for r in readings(raw.lower())]
    known = [tag for tag in tags if tag.POS in {"NOUN", "ADJF", "PRTF"}]
    if len(known) < len(tags) or not known:
        return False
    if raw.islower():
        return all(tag.case != "nomn" for tag in known)
    describes = {"ADJF", "PRTF"}  # an adjective in the genitive describes no subject
    return all(
        tag.case in {"datv", "loct", "ablt"} or (tag.POS in describes and tag.case == "gent")
        for tag in known
    )


@lru_cache(maxsize=50_000)
def object_form(word: str) -> bool:
    """Tell whether a Russian word can be nothing but an object: "идею", "эту"."""
    tags = [r.tag for r in readings(word)]
    return bool(tags) and all(tag.case == "accs" for tag in tags)


@lru_cache(maxsize=50_000)
def many(word: str) -> bool:
    """Tell whether a Russian noun can be a subject in the plural only: "билеты"."""
    tags = [r.tag for r in readings(word) if r.tag.POS == "NOUN" and r.tag.case == "nomn"]
    return bool(tags) and all(tag.number == "plur" and "Pltm" not in tag for tag in tags)


@lru_cache(maxsize=50_000)
def recipient(raw: str) -> bool:
    """Tell whether a Russian word names who is told: "Командиру" of "Командиру судна"."""
    nouns = [r.tag.case for r in readings(raw.lower()) if r.tag.POS == "NOUN"]
    return bool(nouns) and all(case in {"datv", "loct"} for case in nouns)


@lru_cache(maxsize=50_000)
def is_place(word: str) -> bool:
    """Tell whether a Russian word is likeliest the name of a place and of nobody."""
    tag = readings(word)[0].tag
    return bool("Geox" in tag and PERSONAL.isdisjoint(tag.grammemes))


@lru_cache(maxsize=50_000)
def located(word: str) -> bool:
    """Tell whether a Russian word is likeliest a place's name in the locative."""
    tag = readings(word)[0].tag
    return "Geox" in tag and tag.case in {"loct", "loc2", "datv"}


@lru_cache(maxsize=50_000)
def participle(word: str, lang: str) -> bool:
    """Tell whether a word opens a description: ", живущая рядом"."""
    if lang == "ru":
        return bool(readings(word)[0].tag.POS == "PRTF")
    return word.endswith(("чий", "ча", "чі", "вший", "вша"))


@lru_cache(maxsize=50_000)
def personal(word: str, lang: str) -> bool:
    """Tell whether a Russian word is somebody's given name."""
    return lang == "ru" and any("Name" in r.tag.grammemes for r in readings(word))


@lru_cache(maxsize=50_000)
def singular(word: str, lang: str) -> bool:
    """Tell whether a Russian noun can only stand for one: "мэр", not "власти" or "ряд"."""
    if lang != "ru" or word.startswith(_MANY):
        return False
    nouns = [r.tag for r in readings(word) if r.tag.case == "nomn"]
    return bool(nouns) and all(tag.POS == "NOUN" and tag.number == "sing" for tag in nouns)


@lru_cache(maxsize=50_000)
def finite(word: str, lang: str) -> bool:
    """Tell whether a word is a verb with a subject of its own."""
    if lang == "ru":
        return bool(readings(word)[0].tag.POS == "VERB")
    return ukrainian.finite(word)


@lru_cache(maxsize=50_000)
def adverb(word: str, lang: str) -> bool:
    """Tell whether a word is an adverb and nothing else."""
    if lang == "ru":
        parts = {r.tag.POS for r in readings(word)[:3]}
        return ("ADVB" in parts and parts <= _ADVERBIAL) or parts <= {"ADVB", "PRCL", "CONJ"}
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
    return (
        russian.nominative(plain, case) if lang == "ru" else ukrainian.nominative(plain, case)
    )
