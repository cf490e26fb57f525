"""Surnames that a report gives with a given name, an age or a rank: no towns of it."""

from collections.abc import Iterable, Sequence

from ...text.words import Word
from .gazetteer import entry
from .lexicon import Lexicon
from .mention import Mention
from .names import called

LOCAL = frozenset({"in", "near", "at", "outside", "downtown"})  # what stands before a town
OWNING = "'s"
GREAT = 200_000  # people of a town that no surname hides
HALVES = frozenset(  # what stands before a town without being a given name
    {"greater", "metro", "suburban", "old", "upper", "lower", "rural", "downtown", "central"}
    | {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
    | {"police", "fire", "news", "channel", "hospital", "health", "center", "centre", "county"}
)


def surnames(sentences: Iterable[Sequence[Word]], lexicon: Lexicon) -> frozenset[str]:
    """Return the folded surnames of persons named in full: "Ann Salem, 25", "Sgt. Salem".

    English only: elsewhere case endings and the dictionary tell persons from towns. Headlines,
    which begin every word with a capital, tell none.
    """
    found: set[str] = set()
    if lexicon.language != "en":
        return frozenset()
    for words in sentences:
        small = [word for word in words if not word.text.isupper()]
        if sum(word.capital for word in small) * 2 > len(small):
            continue
        for at in range(1, len(words)):
            if words[at].capital and _named(words, at, lexicon):
                found.add(words[at].low.removesuffix(OWNING))
    return frozenset(found)


def _named(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is the last of a full name, or behind a rank."""
    before = words[at - 1]
    if before.low.startswith(lexicon.places.persons) and before.capital:
        return words[at].marks in ("", ".")
    if words[at].marks or not before.capital or before.low.endswith(OWNING):
        return False
    if before.low in lexicon.at or before.low in lexicon.passed or before.low in HALVES:
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    whole = behind is None or bool(behind.marks) or not behind.capital
    return whole and not called((before.low, words[at].low.removesuffix(OWNING)), "en")


def without(
    mentions: Sequence[Mention], words: Sequence[Word], known: frozenset[str]
) -> list[Mention]:
    """Leave out the mentions of one word that are known surnames: "Salem's home".

    Great towns stay, and those with a preposition of place right before them.
    """
    return [
        mention
        for mention in mentions
        if mention.last - mention.first > 1
        or words[mention.first].low.removesuffix(OWNING) not in known
        or mention.cue == "line"
        or mention.within
        or _local(mention, words)
        or any(entry(number).population >= GREAT for number in mention.numbers)
    ]


def _local(mention: Mention, words: Sequence[Word]) -> bool:
    owning = words[mention.first].low.endswith(OWNING)
    return bool(mention.first) and words[mention.first - 1].low in LOCAL and not owning
