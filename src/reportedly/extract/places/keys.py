"""The form under which a name is filed."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "ʼ’‘`´′ʹ‛"), "'")
_DASHES = dict.fromkeys(map(ord, "–—−‒‐‑"), "-")
_DROPPED = dict.fromkeys(map(ord, "'."))
# Romanisations differ in these; both sides are brought to one.
_ROMAN = (
    (re.compile(r"(?:iyi|yy|iy|yi|ij|ii|yj)\b"), "y"),
    (re.compile(r"ie\b"), "iye"),
    (re.compile(r"(?<=[aeiou])y(?=e)"), ""),
    (re.compile(r"shch|sch"), "sh"),
    (re.compile(r"\bsaint "), "st "),
    (re.compile(r"\bmount "), "mt "),
    (re.compile(r"\bfort "), "ft "),
)


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Return the folded form of `name`: case, ё, apostrophes, marks and romanisation aside.

    >>> key("Слов’янськ"), key("Орёл"), key("Khmel'nyts'kyy") == key("Khmelnytskyi")
    ("слов'янськ", 'орел', True)
    """
    low = name.strip().casefold().translate(_APOSTROPHES | _DASHES).replace("ё", "е")
    if not low.isascii() and any("а" <= letter <= "ґ" for letter in low):
        return low
    flat = unicodedata.normalize("NFKD", low.removesuffix("'s")).translate(_DROPPED)
    flat = "".join(letter for letter in flat if not unicodedata.combining(letter))
    for pattern, one in _ROMAN:
        flat = pattern.sub(one, flat)
    return flat
