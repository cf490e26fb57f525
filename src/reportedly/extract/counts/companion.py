"""Somebody named together with somebody else, and with no number: "a man and his wife"."""

from collections.abc import Sequence

from ...text.words import Word
from .clauses import AGED, Clauses

DECADE = 3  # words of "in her 50s"
OPENING = 2  # words of a headline that may name somebody by themselves
BETWEEN = 3  # words between "and" and who is named behind it: "his 7-month-old daughter"
LISTING = frozenset({"и", "та", "і", "й", "and"})
ARTICLES = frozenset({"a", "an"})


def companions(told: Clauses, at: int) -> int:
    """Return how many more follow somebody before `at`: "a man, his son and a small girl".

    A list of several ends with "and": what stands between commas alone says who it is.
    """
    found = 0
    while at + 1 < len(told.words):
        joined = told.words[at].low in LISTING
        if told.words[at].marks and not (told.lexicon.listing and told.words[at].marks == ","):
            return 0
        if not joined and not told.words[at].marks:
            return 0
        last = _person(told, at + joined)
        if not last:
            return 0
        found, at = found + 1, last
        if joined:
            return found
    return 0


def _person(told: Clauses, at: int) -> int:
    """Return the index behind one person whom the words at `at` name, 0 where none is."""
    words = told.words
    if at >= len(words) or words[at].low in ARTICLES:
        return 0
    own = next((number for number in told.numbers if number.first == at), None)
    aged = own is not None and own.last < len(words) and words[own.last].low == AGED
    if own is not None and aged:  # "a girl and 3-year-old"
        return own.last + 1
    if own is not None:
        return 0  # "one dead and four wounded": those have a number of their own
    for here in range(at, min(len(words), at + 1 + BETWEEN)):
        word = words[here]
        if (here > at and word.breaks) or word.low in told.lexicon.verbs:
            return 0
        if told.lexicon.unit(word) == "persons" and word.low != AGED:
            return 0 if told.lexicon.several(word) else here + 1
    return 0


def fellow(told: Clauses, at: int, slot: str) -> int:
    """Return 1 where one more follows several: "двое мужчин и женщина погибли".

    Who has another fate told right behind, "and the driver was hurt", is none of them. In
    English an article tells one more as a number does.
    """
    words = told.words
    joined = at < len(words) and words[at].low in LISTING and not words[at].marks
    last = _person(told, at + 1) if joined and not told.lexicon.listing else 0
    own = {hit.label.slot for hit in told.fates if at < hit.first <= last}
    return int(bool(last) and not own - {slot})


def before(told: Clauses, at: int) -> int:
    """Return 1 where a headline begins with somebody else: "Man, 3 girls shot"."""
    words = told.words
    if not told.lexicon.listing or not 0 < at <= OPENING or words[at].marks != ",":
        return 0
    noun = words[at - 1]
    named = told.lexicon.unit(noun) == "persons" and not told.lexicon.several(noun)
    counted = any(number.first < at for number in told.numbers)
    return int(named and not counted and noun.low not in told.lexicon.verbs)


def aged(words: Sequence[Word], last: int) -> int:
    """Return the index behind "in her 50s" where that follows a person."""
    told = [word.low for word in words[last : last + DECADE]]
    return last + DECADE if told[:1] == ["in"] and told[-1].endswith("0s") else last
