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
GENITIVE = ("у", "ю", "ої", "ів", "їв")  # no nominative of more than a few words
ADJECTIVE = (
    *("ський", "ська", "ське", "ські", "цький", "цька", "цьке", "цькі"),
    *("ний", "на", "не", "ні", "овий", "ова", "ові", "ьний", "ій"),
)
_FINITE = (
    *("али", "или", "їли", "ували", "лися", "лись", "ала", "ила", "лася", "ало", "ило"),
    *("ував", "ають", "ують", "юють", "уть", "ять", "ється"),
)
_NOUNS = ("канали", "сили", "школа", "сила", "журнали", "портали", "джерела")
_NOMINATIVE = {  # endings of a noun in an oblique case, and of the nominative instead
    "loct": {
        **{"ництві": "ництво", "стві": "ство", "анні": "ання", "енні": "ення", "інні": "іння"},
        **{"жбі": "жба", "обі": "оба", "раді": "рада", "щині": "щина", "турі": "тура"},
        **{"ежі": "ежа", "иці": "иця", "домі": "дім", "ції": "ція", "ії": "ія", "ці": "ка"},
        **{"зі": "га", "жах": "жі", "чах": "чі", "шах": "ші", "ях": "ї", "ах": "и"},
        **{"бі": "б", "ні": "н", "ті": "т", "сі": "с", "рі": "р"},
    },
    "gent": {
        **{"ництва": "ництво", "ства": "ство", "ення": "ення", "ання": "ання", "іння": "іння"},
        **{"влади": "влада", "ради": "рада", "ії": "ія", "ія": "ій", "ки": "ка", "би": "ба"},
        **{
            "ови": "ова",
            "ника": "ник",
            "телів": "телі",
            "ерел": "ерела",
            "ела": "ело",
            "ів": "и",
            "ба": "б",
            "ра": "р",
            "на": "н",
            "па": "п",
        },
        **{"ва": "в", "ду": "д", "бу": "б", "су": "с", "ту": "т", "ну": "н"},
    },
}
_NEUTER = ("о", "ння")
_ADJECTIVE = {  # endings of an adjective in an oblique case; the noun tells the nominative
    "loct": ("ому", "ій", "их"),
    "gent": ("ого", "ої", "их"),
}


def finite(word: str) -> bool:
    """Tell whether a word looks like a verb with a subject of its own."""
    return len(word) > 4 and word.endswith(_FINITE) and not word.endswith(_NOUNS)


def nominative(name: str, case: str) -> str:
    """Return a phrase with its head noun and the adjectives before it in the nominative.

    An ending tells how; a word whose ending is not known stays as it is.
    """
    words = name.split(" ")
    head = 0
    while head < len(words) - 1 and words[head].endswith(_ADJECTIVE.get(case, ())):
        head += 1
    if not all(map(_declined, words[: head + 1])):
        return name
    words[head] = noun = _noun(words[head], case)
    for k in range(head):
        words[k] = _adjective(words[k], noun, case)
    return " ".join(words)


def _declined(word: str) -> bool:
    return not (word.isupper() or word.isascii() or "«" in word or '"' in word)


def _noun(word: str, case: str) -> str:
    for ending, instead in _NOMINATIVE.get(case, {}).items():
        if word == ending or (word.endswith(ending) and len(word) > len(ending) + 1):
            return word[: -len(ending)] + instead
    for ending in _ADJECTIVE.get(case, ())[:1]:  # "Зеленського"
        if word.endswith(ending):
            return word[: -len(ending)] + "ий"
    return word


def _adjective(word: str, noun: str, case: str) -> str:
    """Return an adjective in the nominative as the noun has it, by the noun's ending."""
    plural = word.endswith("их")
    stem = next(word[: -len(e)] for e in _ADJECTIVE[case] if word.endswith(e))
    if plural:
        return stem + "і"
    if word.endswith(("ій", "ої")):
        return stem + "а"
    return stem + ("е" if noun.endswith(_NEUTER) else "ий")
