"""From a source's words to the name a chain shows: a person without the office, an outlet."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from .english_name import english_name
from .names import is_place, nominative
from .russian import PERSONAL, readings

_PROPER = {"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"}
_BODIES = ("мин", "гос", "рос", "ген", "пентаг", "кремл", "центр", "цб", "белый")
_LATIN_TAIL = re.compile(
    r"(?<![\w.])((?:[A-Z0-9][\w.&'’-]*)(?: (?:[A-Z0-9][\w.&'’-]*|of|the))*)$"
)
_TITLE_TAIL = re.compile(r"[«\"]([^«»\"]{2,60})[»\"]$")
_NAME = frozenset({"Name"})
_HIMSELF = re.compile(r"^сам[аиоі]?\s+", re.IGNORECASE)
_PARTICLES = frozenset({"фон", "дер", "де", "ван", "аль", "бин"})
_SEARCHED = 20_000  # characters of a text in which a fuller name is looked for
_PLAIN = (
    "источник",
    "пресс",
    "видео",
    "запис",
    "опрос",
    "исследован",
    "сообщени",
    "местн",
    "прокуратур",
    "полици",
    "муниципалитет",
    "руководств",
    "администрац",
    "правительств",
    "сторон",
    "представительств",
    "мэри",
    "камер",
    "обследован",
    "проект",
)
_BODIES_ENGLISH = frozenset(
    ["Police", "Sheriff", "Officials", "Authorities", "Deputies", "Investigators", "Detectives"]
)
_SURNAMES = frozenset({"трамп", "буш", "маск", "гейтс"})  # that are rare common words, too
_NAMED_AFTER = "имени"  # an institute "имени Пушкина" is not Pushkin
_NAMES = 3  # names of a person: "Анна Петровна Лугова"
_SHORTEST = 4  # letters of a name that is looked for
ASKED = 64  # names remembered with their texts: one voice speaks often in a text
_INTRODUCED = 4  # places in a text where a name may be introduced
_BEFORE = 70  # characters before it
_EDGE = re.compile(r"[.,;:!?\n—–«»()]")
_LIKELY = 0.2  # of a word's occurrences
_MEDIA = ("канал", "газет", "издани", "агентств", "портал", "журнал", "телеканал", "видання")


@lru_cache(maxsize=20_000)
def shown(raw: str, lang: str, case: str, opens: bool, media: bool) -> str:
    """Return the name of a source: `opens` tells that it begins its sentence."""
    if lang == "en":
        return english_name(raw)
    raw, himself = _HIMSELF.subn("", raw)
    first, _, rest = raw.partition(", ")
    described = rest[:1].islower() and _has(first, PERSONAL)
    name = nominative(first if described else raw, lang, case)
    words = name.split(" ")
    if media and any(stem in name.lower() for stem in _MEDIA):
        tail = _LATIN_TAIL.search(name) or _TITLE_TAIL.search(name)
        if tail:
            return tail.group(1)
    if lang != "ru":
        return name
    person = "" if _NAMED_AFTER in words else _person(words)
    if person and (" " in person or not media):  # "Код Дурова" is nobody's name
        return person
    if opens and not himself and _common(words[0]) and not _body(words):
        return name[:1].lower() + name[1:]
    return name


def _person(words: list[str]) -> str:
    """Return the person's name that ends a longer phrase, "" where none does."""
    k = len(words)
    while k > 0 and (words[k - 1] in _PARTICLES or _proper(words[k - 1])):
        behind_given = k > 1 and _has(words[k - 2], _NAME)
        known = words[k - 1] in _PARTICLES or _has(words[k - 1], PERSONAL)
        if not known and not (k == len(words) and behind_given):
            break
        k -= 1
    if len(words) - k > _NAMES - 1 and _has(words[k + 1], _NAME) and not _has(words[k], _NAME):
        k += not _has(words[-1], frozenset({"Patr"}))
    if k == len(words) and _officer(words):
        k -= 1  # "премьер соседей Орбан": no dictionary has the name
    if k == len(words) - 1 and (is_place(words[k].lower()) or not _office(words[0])):
        return ""
    return " ".join(words[k:]) if 0 < k < len(words) else ""


def _office(word: str) -> bool:
    """Tell whether a phrase that begins with a word is about one person."""
    tag = readings(word.lower())[0].tag
    return tag.number == "sing" and (tag.animacy == "anim" or tag.POS in {"ADJF", "PRTF"})


def _officer(words: list[str]) -> bool:
    """Tell whether a word that can only be a subject closes the words of an office."""
    tag, last = readings(words[0].lower())[0].tag, words[-1]
    office = tag.POS == "NOUN" and tag.animacy == "anim" and tag.number == "sing"
    name = _proper(last) and last.isalpha() and not last.isascii() and len(words) > 2
    name = name and words[-2] not in _PARTICLES
    found = readings(last.lower())
    return bool(office and name and not found[0].is_known and last[-1] not in "аяыеёиью")


def _proper(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _has(word: str, marks: frozenset[str]) -> bool:
    return any(
        not marks.isdisjoint(r.tag.grammemes) and r.tag.case == "nomn"
        for r in readings(word.lower())
    )


def _body(words: list[str]) -> bool:
    """Tell the name of one institution ("Армия соседей") from people ("Военные врачи")."""
    if len(words) < 2 or any(word.lower().startswith(_PLAIN) for word in words[:2]):
        return False
    nouns = [r.tag for r in (readings(w.lower())[0] for w in words) if r.tag.POS == "NOUN"]
    return bool(nouns) and nouns[0].number == "sing" and nouns[0].animacy == "inan"


def _common(word: str) -> bool:
    """Tell whether a word is written large only because it begins a sentence."""
    if word.isupper() or not word.isalpha() or word.lower().startswith(_BODIES):
        return False
    if word.lower() in _SURNAMES:
        return False
    found = readings(word.lower())
    likely = [r for r in found if r.score >= _LIKELY]
    oblique = likely and all(r.tag.POS == "NOUN" and r.tag.case != "nomn" for r in likely)
    if oblique or not found[0].is_known:  # "Песков" is no heap of sands
        return False
    return all(_PROPER.isdisjoint(r.tag.grammemes) for r in likely)


def named(raw: str, lang: str) -> bool:
    """Tell whether a person's name closes a source: "метеоролог Анна Лугова"."""
    last = raw.rsplit(maxsplit=1)[-1].strip('.,»"')
    if " " not in raw or not last[:1].isupper() or last.isupper() or "»" in raw[-3:]:
        return False
    if lang != "ru":
        return True
    first, given = (readings(raw.split()[k].lower()) for k in (0, -2))
    if first[0].tag.POS == "NOUN" and first[0].tag.number == "plur":  # "жители Салавата"
        return False
    return any(not PERSONAL.isdisjoint(r.tag.grammemes) for r in readings(last.lower())) or any(
        "Name" in r.tag.grammemes for r in given
    )


def introductions(name: str, text: str, lang: str) -> Iterator[str]:
    """Yield the words that stand right before a name in a text, where they tell an office."""
    if " " in name:
        yield from _before(rf"{re.escape(name)}(?!\w)", text)
    last = name.rsplit(" ", 1)[-1]
    if len(last) < _SHORTEST or not last[:1].isupper() or not last.isalpha():
        return
    stem, ends = (last, "") if lang == "en" else (last[:-1], "[^\\W\\d_]{0,3}")
    yield from _before(rf"\b{stem}{ends}\b", text)


def _before(pattern: str, text: str) -> Iterator[str]:
    for match in islice(re.finditer(pattern, text[:_SEARCHED]), _INTRODUCED):
        before = text[max(0, match.start() - _BEFORE) : match.start()].rstrip(' «"“')
        words = _EDGE.split(before)[-1]
        if words.strip():
            yield words


def surname(text: str, lang: str) -> bool:
    """Tell whether one word is a Russian surname."""
    return lang == "ru" and text.isalpha() and _has(text, frozenset({"Surn"}))


@lru_cache(maxsize=ASKED)
def fullest(name: str, text: str, lang: str) -> str:
    """Return the fullest form of a surname in the text: "Владимир Зеленский"."""
    if not name.isalpha() or not name[:1].isupper() or name.isupper() or len(name) < 3:
        return name
    if lang == "en" and name in _BODIES_ENGLISH:  # "Francisco Police" is nobody
        return name
    stem, ends = name, ""
    if lang == "ru" and _has(name, _NAME):  # "Павел", called Павел Павлов before
        behind = re.search(rf"\b{name} ([А-ЯЁ][а-яё]+)\b", text[:_SEARCHED])
        surname = behind.group(1) if behind else ""
        return f"{name} {surname}" if surname and _genders(surname) else name
    if lang == "ru":
        stem, ends = name[:-1] if name[-1] in "аяйь" else name, "[а-яё]{0,3}"
    wanted = _genders(name) if lang == "ru" else set()
    for match in re.finditer(rf"([^\W\d_]+) {re.escape(stem)}{ends}\b", text[:_SEARCHED]):
        first = match.group(1)
        if first[0].isupper() and not first.isupper():
            given = _given(first, lang, wanted)
            if given:
                return f"{given} {name}"
    return name


def _genders(name: str) -> set[str]:
    return {
        str(r.tag.gender)
        for r in readings(name.lower())
        if "Surn" in r.tag.grammemes and r.tag.case == "nomn"
    }


def _given(word: str, lang: str, genders: set[str]) -> str:
    """Return a given name in the nominative, "" where the word is none."""
    if lang != "ru":
        return word if len(word) > 2 and word not in _TITLES else ""
    for reading in readings(word.lower()):
        if "Name" in reading.tag.grammemes:
            if genders and str(reading.tag.gender) not in genders:
                continue
            own = reading.inflect({"nomn"})
            return own.word.capitalize() if own else ""
    return ""


_TITLES = frozenset(
    [
        *("The", "President", "Senator", "Mr", "Mrs", "Ms", "Governor", "Secretary", "But"),
        *("And", "When", "Mayor", "Мер", "Голова", "Президент", "Глава", "General", "That"),
    ]
)
