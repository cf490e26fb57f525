"""Houses that are the scene: struck, or with something near: "outside the embassy in Elm"."""

from collections.abc import Sequence

from ...text.words import Word
from .lexicon import Lexicon

NAMED = 4  # words of a house: "the old Elmland embassy"
COME, WAS = frozenset({"came", "comes", "come"}), frozenset({"was", "is", "were", "been"})
BY = frozenset({"by", "again", "overnight"})


def beset(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether the house at `at` is near to what happened, or was struck itself."""
    near = {hit.last - 1 for hit in lexicon.near.find(words[: at + 1])}
    for back in range(at - 1, max(-1, at - 1 - NAMED), -1):
        if words[back + 1].breaks:
            return False
        low = words[back].low
        if back in near or low in lexicon.places.beside:
            return True
        if low.startswith(lexicon.places.struck):
            return True
    return False


def house_befallen(words: Sequence[Word], last: int, lexicon: Lexicon) -> bool:
    """Tell whether a town's house has what befell it right behind: "the Elm hospital blast"."""
    two = words[last : last + 2]
    if lexicon.language != "en" or len(two) < 2 or any(word.marks for word in two):
        return False
    return two[1].low.removesuffix("s") in lexicon.places.befell


def suffers(words: Sequence[Word], last: int, lexicon: Lexicon) -> bool:
    """Tell whether a town stands before what befell it: "Elm came under fire"."""
    if lexicon.language != "en" or last + 1 >= len(words) or words[last].marks:
        return False
    first, second = words[last].low, words[last + 1].low
    if first in COME and second == "under":
        return True
    struck = first in WAS and second.startswith(lexicon.places.struck)
    return struck or (first.startswith(lexicon.places.struck) and second in BY)
