"""Whether one capitalised word is believed to name a place."""

from collections.abc import Sequence

from ...lang.morphology import is_common, is_given_name, is_only_a_person
from ...text.words import Word
from .around import state, titled
from .context import GREAT, HOME, KNOWN
from .gazetteer import entry
from .lexicon import Lexicon
from .names import called, country_called
from .parts import OPENING

INSIDE = frozenset({"in", "near"})  # what stands right before a town
WITHIN = frozenset({"в", "во"})  # nobody is within a person
POLICE = "police"
SHORTEST = 3  # letters of a name


def believable(words: Sequence[Word], at: int, cue: str, lexicon: Lexicon) -> bool:
    """Tell whether one capitalised word may be a place, whatever the gazetteer says."""
    word, russian = words[at], lexicon.language == "ru"
    governed = at > 0 and words[at - 1].low.startswith(lexicon.places.governing)
    short = at + 1 < len(words) and words[at + 1].marks[:1] == "." and word.low in lexicon.short
    common = word.low in lexicon.not_places and not (
        _great(words, at, lexicon) or _stated(words, at, lexicon)
    )
    if governed or short or common or len(word.low) < SHORTEST:
        return False
    if cue != "bare":
        person = words[at - 1].low not in WITHIN and _foreign_person(word)
        return not (russian and (person or (at == 0 and is_common(word.low))))
    if OPENING & set(word.marks[-1:]):
        return False  # the name of an outlet, a ship, a restaurant
    before = words[at - 1] if at and not word.marks else None
    opening = at == 1 and before is not None and is_common(before.low) >= russian
    if before and not opening and before.capital:
        return before.low in lexicon.places.kinds or _capital(words, at, lexicon)
    if before and before.low.startswith(lexicon.places.persons):
        return False
    return not (_full_name(words, at, lexicon) or (russian and _names_somebody(words, at)))


def _capital(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is the capital of the country before it: "столице Чехии Праге"."""
    said = at > 1 and words[at - 2].low.startswith(lexicon.places.capitals)
    return said and country_called(words[at - 1].low) is not None


def _foreign_person(word: Word) -> bool:
    """Tell whether a given name is called like small foreign towns only: "on Roman"."""
    if not is_only_a_person(word.low):
        return False
    towns = [entry(number) for number in called((word.low,), "ru")]
    return not any(one.country in HOME["ru"] or one.population >= GREAT for one in towns)


def _great(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word that is mostly none is a great town: "in Jackson", no "on Jackson".

    Headlines, which begin every word with a capital, tell none.
    """
    if lexicon.language != "en" or at == 0 or words[at - 1].low not in INSIDE or titled(words):
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    if words[at].marks or (behind and not behind.marks and behind.capital):
        return False
    towns = [entry(number) for number in called((words[at].low,), lexicon.language)]
    return any(town.population >= KNOWN and town.kind == "settlement" for town in towns)


def _stated(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is a town by what stands behind it: "Jackson, MS", "Jackson Police".

    The state may be cut short, as only behind a comma.
    """
    if lexicon.language != "en" or at + 1 >= len(words):
        return False
    behind = words[at + 1]
    if behind.marks == ",":
        return bool(state(words, at + 1))
    alone = at == 0 or not words[at - 1].capital
    passed = words[at].low in lexicon.passed
    return not behind.marks and behind.low == POLICE and alone and not passed


def _full_name(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a town is called like the given name that opens a full one: "Sofia Lin"."""
    after = words[at + 1] if at + 1 < len(words) and not words[at + 1].marks else None
    if after is None or not after.capital or after.text.isupper():
        return False
    low = words[at].low
    given = low.startswith(lexicon.places.given) if lexicon.places.given else False
    given |= lexicon.language == "ru" and is_given_name(low)
    towns = [entry(number) for number in called((after.low,), lexicon.language)]
    return given and not any(town.population >= KNOWN for town in towns)


def _names_somebody(words: Sequence[Word], at: int) -> bool:
    """Tell whether a capitalised Russian word is a person or no name at all."""
    after = words[at + 1] if at + 1 < len(words) and not words[at + 1].marks else None
    surname = after is not None and after.capital and is_only_a_person(after.low)
    return surname or is_only_a_person(words[at].low) or is_common(words[at].low)
