"""The one drone or missile that was brought down, where no number says so."""

from ...lang.happening import Fate
from ...lang.morphology import is_active, is_adjective
from ...text.phrases import Hit
from ...text.words import Word
from .clauses import Clauses

BETWEEN = 2  # words between what was brought down and the verb
NAMED_FOR = "ракетн"  # "a missile strike": what it is done with, no missile
BEING = frozenset(
    {"был", "была", "було", "був", "ще", "еще", "один", "одну", "one", "a", "was"}
)
# Endings of Ukrainian verbs of who does it, and of adjectives of one thing.
_DOES, _KIND = ("ив", "ила"), ("ий", "ій", "ожу", "ську", "цьку")


def brought_down(told: Clauses, hit: Hit[Fate], at: int) -> bool:
    """Tell whether the noun at a word is what a fate befell: "a drone was shot down".

    "A drone destroyed a store" and "the post of a drone's crew was destroyed" bring none down:
    with a verb of doing it stands right behind, else beside, nothing but its kind between.
    """
    words = told.words
    if words[at].low.startswith(NAMED_FOR):
        return False
    between = words[at + 1 : hit.first] if at < hit.first else words[hit.last : at]
    if len(between) > BETWEEN or not all(_kind(word, told.lexicon.code) for word in between):
        return False
    return at > hit.first or not _does(words[hit.first], told.lexicon.code)


def _kind(word: Word, code: str) -> bool:
    if word.low in BEING:
        return True
    if code == "ru":
        return is_adjective(word.low)
    return code == "en" or word.low.endswith(_KIND)


def _does(word: Word, code: str) -> bool:
    return is_active(word.low) if code == "ru" else word.low.endswith(_DOES)
