"""Adjectives made from places: whose house it is, and where it stands."""

from collections.abc import Sequence

from ...lang.happening import Whereabouts
from ...lang.morphology import governs, is_adjective, is_only_a_person
from ...text.words import Word
from .context import HOME
from .gazetteer import entry
from .lexicon import Lexicon
from .mention import Mention
from .names import LARGE, called
from .parts import agreeing
from .seats import root, seats

ADJECTIVAL = tuple("ом ой ый ий ого их ых ому ем ым им ими ыми ую ая ій ої ою".split(" "))  # noqa: SIM905
DESCRIBED = 2  # adjectives between that of a town and its site
TOWN = 10_000  # people of a town that a works is called after
TIMES = 4  # how many times larger it is than its namesakes
ADJECTIVES = ("ий", "ый", "ой", "ое", "ая")

# Endings of adjectives that one case and gender can share.
_AGREEING = tuple(
    tuple(ends.split())
    for ends in (
        "ом ем", "ым им", "ого его", "ому ему", "ой ей", "ый ий ой", "ая яя", "ую юю", "ые ие",
        "ых их", "ыми ими", "ій ий", "ої ьої", "ою ьою", "ое ее",
    )
)  # fmt: skip


def of_town(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "в московской школе": a house described by the one large town it is in."""
    if language == "en" or at == 0 or at + 1 >= len(words) or words[at].capital:
        return None
    inside = words[at - 1].low in places.at and not words[at].marks and not words[at + 1].marks
    if not inside or not words[at + 1].low.startswith((*places.sites, *places.houses)):
        return None
    return _large_town(words, at, language)


def _large_town(words: Sequence[Word], at: int, language: str) -> Mention | None:
    """Read an adjective as the one large town at home that it is made from."""
    nominative = agreeing(words[at], "masc", language)
    named = {entry(number).id: number for number in seats(nominative, language)}
    large = [number for number in named.values() if entry(number).population >= LARGE]
    home = [number for number in large if entry(number).country in HOME[language]]
    person = language == "ru" and is_only_a_person(root(nominative))
    # A royal theatre is in no town of that name; where another town is told, it is that one.
    return Mention(at, at + 1, (home[0],), "bare") if len(home) == 1 and not person else None


def of_site(words: Sequence[Word], at: int, lexicon: Lexicon, cue: str) -> Mention | None:
    """Read "на Сызранском заводе", "Сизранський НПЗ": a site called after the town it is in."""
    places, language = lexicon.places, lexicon.language
    if language == "en" or not words[at].capital or not adjectival(words[at]):
        return None
    noun = at + 1
    while noun < min(len(words) - 1, at + 1 + DESCRIBED) and agree(words[at], words[noun]):
        noun += 1
    if noun >= len(words) or any(word.marks for word in words[at + 1 : noun + 1]):
        return None
    elsewhere = any(words[w].low.startswith(places.not_of_town) for w in (at, noun))
    if elsewhere or not words[noun].low.startswith(places.sites):
        return None
    genders = (agreeing(words[at], gender, language) for gender in ("masc", "femn"))
    named = {number for nominative in genders for number in seats(nominative, language)}
    towns = sorted(
        (number for number in named if entry(number).country in HOME[language]),
        key=lambda number: -entry(number).population,
    )
    if not towns or entry(towns[0]).kind != "settlement":
        return None
    first, *others = (entry(number).population for number in towns)
    plain = first >= TOWN and first >= TIMES * max(others, default=0)
    return Mention(at, at + 1, (towns[0],), cue) if plain else None


def of_region(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "в подмосковном центре": what lies in a region, named by its adjective."""
    if at == 0 or words[at].capital or words[at].marks or words[at - 1].low not in places.at:
        return None
    for begin, name in places.regional.items():
        if words[at].low.startswith(begin):
            numbers = called(tuple(name.casefold().split()), language)
            return Mention(at, at + 1, numbers, "bare", "region") if numbers else None
    return None


def townsfolk(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "москвичка", "московский пенсионер": one of a town, where no scene is told."""
    if language != "en" and words[at].capital and at:
        return None  # a car, a bank
    low = words[at].low
    for begin, name in places.citizens.items():
        if low.startswith(begin):
            numbers = called(tuple(name.casefold().split()), language)
            return Mention(at, at + 1, numbers, "bare") if numbers else None
    if language == "en" or at + 1 >= len(words):
        return None
    described = adjectival(words[at]) and not words[at + 1].marks
    if not described or not words[at + 1].low.startswith(places.people):
        return None
    return _large_town(words, at, language)


def demonym(
    words: Sequence[Word], at: int, places: Whereabouts, language: str
) -> Mention | None:
    """Read "по украинской энергетике": the country whose things were struck."""
    if at == 0 or words[at - 1].low != "по":
        return None
    for begin, name in places.demonyms.items():
        if words[at].low.startswith(begin):
            return Mention(at, at + 1, called((name.casefold(),), language), "at")
    return None


def adjectival(word: Word) -> bool:
    """Tell whether a word ends like an adjective in one of its cases."""
    return word.low.endswith(ADJECTIVAL)


def agree(one: Word, other: Word) -> bool:
    """Tell whether two adjectives can be of one noun: no "in Zhukovsky a drunken man"."""
    return any(one.low.endswith(e) and other.low.endswith(e) for e in _AGREEING)


def describes(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is only the adjective of a site: "Одесского НПЗ"."""
    if at + 1 >= len(words) or words[at + 1].marks or not adjectival(words[at]):
        return False
    following = words[at + 1].low
    if lexicon.language != "en" and not words[at + 1].capital and _two(words, at, lexicon):
        return True  # "Муромским историческим музеем"
    return following.startswith(lexicon.places.sites) or following in lexicon.places.kinds


def without_namesakes(
    words: Sequence[Word], at: int, numbers: tuple[int, ...], lexicon: Lexicon
) -> tuple[int, ...]:
    """Leave out towns called by an adjective where it describes: "в Научном городке".

    What is called after a town is mostly in it: "в Ульяновском институте".
    """
    if lexicon.language != "ru" or at + 1 >= len(words) or words[at + 1].marks:
        return numbers
    if words[at + 1].capital or not governs(words[at].low, words[at + 1].low):
        return numbers
    return tuple(n for n in numbers if not entry(n).ru.endswith(ADJECTIVES))


def _two(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether two adjectives stand together: no "in Vidnoye in the morning"."""
    second = words[at + 1]
    if not adjectival(second) or not agree(words[at], second):
        return False
    return lexicon.language != "ru" or is_adjective(second.low)
