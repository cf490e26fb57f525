"""Spellings: which alternate names to keep, and how one alphabet's name looks in another."""

import re
import unicodedata

CYRILLIC = re.compile(r"[А-ЯЁІЇЄҐа-яёіїєґ][А-ЯЁІЇЄҐа-яёіїєґ '\-.]+")
_RU = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a,b,v,g,d,e,yo,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,yu,ya".split(","),  # noqa: SIM905 - readable as a row
        strict=True,
    )
)
_UK = _RU | {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "yi", "є": "ye", "'": "", "х": "kh"}
_TO_RUSSIAN = [
    ("івк", "овк"), ("ївк", "евк"), ("ськ", "ск"), ("цьк", "цк"), ("зьк", "зк"), ("жжя", "жье"),
    ("лля", "лье"), ("ння", "нье"), ("ий", "ый"), ("кый", "кий"), ("гый", "гий"), ("ів", "ов"),
    ("'ї", "ьи"), ("ї", "и"), ("'я", "ья"), ("'", "ъ"), ("і", "и"), ("є", "е"), ("ґ", "г"),
]  # fmt: skip


def latin(name: str, language: str) -> str:
    """Transliterate a Cyrillic name, roughly as BGN and the Ukrainian passport rules do."""
    table = _UK if language == "uk" else _RU
    return "".join(table.get(letter, letter) for letter in name.lower()).title()


def russian(name: str) -> str:
    """Guess how a Ukrainian village is written in Russian."""
    low = name.lower()
    for ukrainian, ours in _TO_RUSSIAN:
        low = low.replace(ukrainian, ours)
    return " ".join(word[:1].upper() + word[1:] for word in low.split(" "))


def ascii_name(name: str) -> str:
    """Return a Latin name without marks and apostrophes."""
    flat = unicodedata.normalize("NFKD", name)
    return "".join(c for c in flat if c.isascii() and c not in "'`")


def cyrillic(names: list[str]) -> list[str]:
    """Return the names that Russian or Ukrainian writers could use, in order."""
    flat = (re.sub("[ʼ’`]", "'", name) for name in names)
    return [name for name in flat if CYRILLIC.fullmatch(name) and not name.isupper()]
