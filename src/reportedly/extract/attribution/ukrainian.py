"""Ukrainian words by their endings: no dictionary of forms is at hand under a free licence."""

OBLIQUE = (
    "ом",
    "ем",
    "єм",
    "ою",
    "ею",
    "єю",
    "ові",
    "еві",
    "ами",
    "ями",
    "ах",
    "ях",
    "ям",
    "ам",
)
ADJECTIVE = (
    *("ський", "ська", "ське", "ські", "цький", "цька", "цьке", "цькі"),
    *("ний", "на", "не", "ні", "овий", "ова", "ові", "ьний", "ій"),
)
_FINITE = (
    *("али", "или", "їли", "ували", "лися", "лись", "ала", "ила", "лася", "ало", "ило"),
    *("ував", "ають", "ують", "юють", "уть", "ять", "ється"),
)
_NOUNS = ("канали", "сили", "школа", "сила", "журнали", "портали", "джерела")
_NOMINATIVE = {  # endings of an oblique case, and of the nominative instead
    "loct": {
        **{"ництві": "ництво", "ванні": "вання", "енні": "ення", "стві": "ство", "обі": "оба"},
        **{"раді": "рада", "ії": "ія", "кої": "ка", "ьній": "ьна", "ій": "а", "ному": "не"},
        **{"ах": "и", "бі": "б", "зі": "га"},
    },
    "gent": {
        **{"ництва": "ництво", "ення": "ення", "ання": "ання", "ства": "ство", "ії": "ія"},
        **{"ської": "ська", "ного": "ний", "ого": "ий", "ів": "и", "ки": "ка", "ба": "б"},
        **{"ра": "р", "ерел": "ерела", "ела": "ело", "ння": "ння"},
    },
}


def finite(word: str) -> bool:
    """Tell whether a word looks like a verb with a subject of its own."""
    return len(word) > 4 and word.endswith(_FINITE) and not word.endswith(_NOUNS)


def nominative(name: str, case: str) -> str:
    """Return a phrase with its first word in the nominative, where an ending tells how."""
    first, _, rest = name.partition(" ")
    if first.isupper() or "«" in first:
        return name
    for ending, instead in _NOMINATIVE.get(case, {}).items():
        if first.endswith(ending) and len(first) > len(ending) + 1:
            first = first[: -len(ending)] + instead
            break
    return f"{first} {rest}".strip()
