"""Somebody named together with somebody else, and with no number: "a man and his wife"."""

from collections.abc import Sequence

from ...text.words import Word
from .clauses import AGED, Clauses

DECADE = 3  # words of "in her 50s"
BETWEEN = 3  # words between "and" and who is named behind it: "his 7-month-old daughter"
LISTING = frozenset({"и", "та", "і", "й", "and"})
ARTICLES = frozenset({"a", "an"})


def companion(told: Clauses, at: int) -> int:
    """Return 1 where one more follows somebody before `at`: "a man and his young wife"."""
    words = told.words
    if at + 1 >= len(words):
        return 0
    if words[at].low not in LISTING or words[at].breaks or words[at + 1].low in ARTICLES:
        return 0
    if any(number.first == at + 1 for number in told.numbers):
        return 0  # "one dead and four wounded": those have a number of their own
    for word in words[at + 1 : at + 2 + BETWEEN]:
        if word.breaks or word.low in told.lexicon.verbs:
            return 0
        if told.lexicon.unit(word) == "persons" and word.low != AGED:
            return int(not told.lexicon.several(word))
    return 0


def aged(words: Sequence[Word], last: int) -> int:
    """Return the index behind "in her 50s" where that follows a person."""
    told = [word.low for word in words[last : last + DECADE]]
    return last + DECADE if told[:1] == ["in"] and told[-1].endswith("0s") else last
