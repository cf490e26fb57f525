"""Keys of names and numbers that survive translation: "Краснодар", "Krasnodar" are one."""

import re
from functools import lru_cache

from ...text.shingles import text_key

_NAME = re.compile(r"\d+(?:[.,:]\d+)*|[A-ZА-ЯЁІЇЄҐ][^\W\d_]{3,}(?:['’ʼ][^\W\d_]+)*")
# Consonants only: vowels and soft signs are what transliterations and endings disagree on.
_SOUNDS = str.maketrans(
    {
        "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "ж": "z", "з": "z", "к": "k",
        "л": "l", "м": "m", "н": "n", "п": "p", "р": "r", "с": "s", "т": "t", "ф": "f",
        "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "g": "h", "w": "v", "q": "k",
        "x": "k", "j": "", "y": "",
        **dict.fromkeys("аеёиіїйоуыэюяєьъaeiou'’ʼ", ""),
    }
)  # fmt: skip
_PAIRS = (
    ("shch", "щ"),
    ("kh", "х"),
    ("zh", "ж"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("ts", "ц"),
    ("ck", "к"),
    ("ph", "ф"),
)


@lru_cache(maxsize=1 << 16)
def sounds(name: str) -> str:
    """Return the consonants of a name as any alphabet writes them, doubled ones once.

    >>> sounds("Всполох") == sounds("Vspolokh"), sounds("Щукин") == sounds("Shchukin")
    (True, True)
    """
    name = name.lower()
    for pair, letter in _PAIRS:
        name = name.replace(pair, letter)
    return re.sub(r"(.)\1+", r"\1", name.translate(_SOUNDS))


@lru_cache(maxsize=1 << 12)
def cross_key(name: str) -> int:
    """Return the key of a name or number in any alphabet; 0 where too little is left of it.

    >>> cross_key("Краснодаре") == cross_key("Krasnodar") == cross_key("Краснодарі")
    True
    """
    key = name if name[0].isdigit() else sounds(name)[:5]
    if len(key) < 3 and not name[0].isdigit():
        return 0
    return text_key(key)


def name_key(word: str) -> int:
    """Return the cross key of a word of a text; 0 unless it is a name or a longer number."""
    likely = len(word) > 1 and not word[0].islower()
    return cross_key(word) if likely and _NAME.match(word) else 0
