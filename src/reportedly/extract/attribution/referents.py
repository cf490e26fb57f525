"""Who in a Russian text is meant by an office, a common noun or a pronoun."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from .russian import PERSONAL, agrees, readings

_FULL_NAME = re.compile(r"\b([А-ЯЁ][а-яё]+) ((?:(?:фон|дер|де|ван|аль) ?)*[А-ЯЁ][а-яё-]+)\b")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_EDGE = re.compile(r"[.;:!?\n—–()]|, ")
_STOPS = frozenset(".!?…\n»") | {""}
_SEARCHED = 20_000  # characters of a text in which names are looked for
_BEFORE = 90  # characters before a name in which its office stands
_STEM = 5  # letters by which two forms of a word are known for one
_NOBODY = ("источник", "собеседник", "очевид", "свидетел", "эксперт", "аналитик", "житель")
_FAMILIES = {  # endings of a surname in other cases, and of the nominative instead
    "masc": "ому=ий ого=ий ым= им= ом= ем= у= а= е= ю=й я=й",
    "femn": "овой=ова евой=ева иной=ина ову=ова еву=ева ину=ина ой=ая ую=ая",
}
_SHORT = {  # offices by another name
    "генсек": "генеральный секретарь",
    "гендиректор": "генеральный директор",
    "гендир": "генеральный директор",
    "премьер": "премьер-министр",
    "замглавы": "заместитель главы",
    "глава региона": "губернатор",
    "глава области": "губернатор",
    "пресс-секретарь президента": "пресс-секретарь",
}


@lru_cache(maxsize=20_000)
def full_name(given: str, last: str) -> str:
    """Return a person's two names in the nominative, "" where they are no such names."""
    *particles, family = last.split(" ")
    named = [r for r in readings(given.lower()) if "Name" in r.tag and r.tag.number == "sing"]
    agree = [r for r in named if any(_fits(r, s) for s in readings(family.lower()))]
    for first in [*agree, *named]:  # "Джо" is one in every case: the surname tells which
        if first.tag.gender == "femn" and family[-1] not in "аяь":
            own = first.inflect({"nomn"})  # "Ана Руис" is one in every case
            return f"{own.word.capitalize()} {last}" if own else ""
        families = readings(family.lower())
        surname = next((s for s in families if _fits(first, s)), None) or _declined(families)
        own = first.inflect({"nomn"})
        gender = {first.tag.gender} - {None}  # some names are of either
        other = surname and surname.inflect({"nomn"} | gender)
        if own:
            plain = other.word if other else _unknown(family.lower(), first.tag)
            return " ".join([own.word.capitalize(), *particles, _cased(plain, family)])
    return ""


def _declined(families: Sequence[Any]) -> Any:
    """Return the likeliest reading of a surname that stands in no nominative: "Байдена"."""
    people = [r for r in families if r.tag.animacy == "anim" and r.tag.number == "sing"]
    return None if any(r.tag.case == "nomn" for r in people) else next(iter(people), None)


def _unknown(family: str, tag: Any) -> str:
    """Return a surname no dictionary has in the nominative, by its ending."""
    if tag.case == "nomn":
        return family
    for pair in _FAMILIES.get(str(tag.gender), "").split():
        ending, _, instead = pair.partition("=")
        if family.endswith(ending):
            return family[: -len(ending)] + instead
    return family


def _fits(first: Any, last: Any) -> bool:
    same = first.tag.gender == last.tag.gender and first.tag.case == last.tag.case
    return same and "Surn" in last.tag.grammemes


def _cased(word: str, like: str) -> str:
    return (
        "-".join(part.capitalize() for part in word.split("-"))
        if "-" in like
        else (word.capitalize())
    )


def _people(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a person is named in full, and the name in the nominative."""
    for match in _FULL_NAME.finditer(text[:_SEARCHED]):
        name = full_name(match[1], match[2])
        if name:
            yield match.start(), name


def _stems(words: str) -> frozenset[str]:
    plain = words.lower().replace("ё", "е")
    for short, long in _SHORT.items():
        plain = re.sub(rf"\b{short}\b", long, plain)
    return frozenset(word[:_STEM] for word in _WORD.findall(plain) if len(word) > 1)


def holder(office: str, text: str) -> str:
    """Return who holds an office named alone, where the text names one such person.

    The words of the office must all stand before the name: "глава МИД" is met in "главы МИД
    соседней страны Ивана Лугового".
    """
    wanted = _stems(office)
    found = set()
    for at, name in _people(text):
        before = _EDGE.split(text[max(0, at - _BEFORE) : at])[-1]
        if wanted and wanted <= _stems(before):
            found.add(name)
    return found.pop() if len(found) == 1 else ""


def common(name: str) -> bool:
    """Tell whether a name is a common noun for one person who may be named elsewhere."""
    first = readings(name.split(" ", maxsplit=1)[0].lower())[0]
    tag = first.tag
    single = tag.POS == "NOUN" and tag.animacy == "anim" and tag.number == "sing"
    proper = name[:1].isupper() and " " not in name and not first.is_known
    return (
        single
        and not proper
        and PERSONAL.isdisjoint(tag.grammemes)
        and not name.lower().startswith(_NOBODY)
    )


def office(name: str, lang: str) -> bool:
    """Tell whether a Russian name is that of one who holds an office: "губернатор края"."""
    tags = [readings(word.lower())[0].tag for word in name.split(" ")]
    nouns = [tag for tag in tags if tag.POS == "NOUN"] if lang == "ru" else []
    return bool(nouns) and nouns[0].animacy == "anim" and nouns[0].number == "sing"


def mentioned(text: str, word: str) -> str:
    """Return the person a text names last in full; a pronoun or noun tells the gender.

    A noun stands for somebody who did something before: who is named in the nominative.
    """
    genders = {str(r.tag.gender) for r in readings(word.lower())[:1]}
    for _, name in reversed(list(_people(text))):
        own = readings(name.split(" ", maxsplit=1)[0].lower())
        if name not in text and "NPRO" not in readings(word.lower())[0].tag:
            continue
        if any("Name" in r.tag.grammemes and r.tag.gender in genders for r in own):
            return name
    return ""


def subject(text: str, pronoun: str) -> str:
    """Return the last nominative noun for a person in a text, with what describes it before."""
    words = [(m.group(), m.start()) for m in _WORD.finditer(text)]
    for k in range(len(words) - 1, -1, -1):
        word = words[k][0]
        tag = readings(word.lower())[0].tag
        person = tag.POS == "NOUN" and tag.animacy == "anim" and tag.case == "nomn"
        opens = not words[k][1] or text[: words[k][1]].rstrip()[-1:] in _STOPS
        common = word.islower() or (opens and PERSONAL.isdisjoint(tag.grammemes))
        if not person or not common or not agrees(pronoun, word, "ru"):
            continue
        first = k
        while first and _describes(words[first - 1][0], tag):
            first -= 1
        last = k
        while last + 1 < len(words) and _belongs(text, words[last], words[last + 1]):
            last += 1
        phrase = text[words[first][1] : words[last][1] + len(words[last][0])]
        if "," in phrase or "\n" in phrase:
            return word[:1].lower() + word[1:]
        return phrase[:1].lower() + phrase[1:]
    return ""


def _belongs(text: str, word: tuple[str, int], following: tuple[str, int]) -> bool:
    """Tell whether a genitive follows a word: "водитель автобуса"."""
    near = following[1] == word[1] + len(word[0]) + 1 and text[following[1] - 1] == " "
    tag = readings(following[0].lower())[0].tag
    return near and tag.case == "gent" and tag.POS in {"NOUN", "ADJF"}


def _describes(word: str, noun: Any) -> bool:
    tags = [r.tag for r in readings(word.lower())]
    return any(
        t.POS in {"ADJF", "PRTF"}
        and t.case == "nomn"
        and t.number == noun.number
        and (t.number == "plur" or t.gender == noun.gender)
        for t in tags
    )
