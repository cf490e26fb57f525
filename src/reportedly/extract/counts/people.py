"""Whom a sentence names: how many different single persons, and how old."""

from collections.abc import Sequence

from ...text.words import Word
from .clauses import AGED
from .lexicon import lexicon

ONE = 2  # words apart at which two nouns name one person: "the 17-year-old Elm student"
OLDEST = 120
LATER = frozenset({"also"})


def persons(words: Sequence[Word], language: str) -> int:
    """Return how many single persons the nouns of a sentence name."""
    known, found, last = lexicon(language), 0, -ONE - 1
    for at, word in enumerate(words):
        if known.unit(word) != "persons" or known.several(word) or word.low in known.verbs:
            continue
        joined = at - last <= ONE and not any(
            w.marks.strip("-") for w in words[last + 1 : at + 1]
        )
        found += not joined
        last = at
    return found


def another(words: Sequence[Word], language: str) -> bool:
    """Tell whether a sentence speaks of one more person: "another", "a second victim"."""
    known = lexicon(language).language
    return any(
        word.low in LATER or word.low in known.more
        for at, word in enumerate(words)
        if not at or words[at - 1].low not in known.agents
    )


def ages(words: Sequence[Word]) -> frozenset[int]:
    """Return the ages a sentence gives: "a 17-year-old", "Ann Example, 44, of Elmton"."""
    found = set()
    for at, word in enumerate(words):
        behind = words[at + 1] if at + 1 < len(words) else None
        if word.low.isdecimal() and int(word.low) <= OLDEST:
            aged = behind is not None and behind.low == AGED
            if aged or (word.marks == "," and (behind is None or behind.marks == ",")):
                found.add(int(word.low))
    return frozenset(found)
