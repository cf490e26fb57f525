"""Words with the punctuation before them, as they stand and folded."""

from functools import lru_cache
from typing import NamedTuple

from .fold import fold
from .tokens import tokens

BREAKS = frozenset(",;:()—–[]\n|!?.")  # marks that end a clause; "-" stands inside ranges too


class Word(NamedTuple):
    """A word or number: `text` stands at `start..end`, `low` is its folded form."""

    text: str
    low: str
    start: int
    end: int
    marks: str  # the punctuation between it and the word before

    @property
    def breaks(self) -> bool:
        """Tell whether a clause may end before this word."""
        return not BREAKS.isdisjoint(self.marks)

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=65536)
def _low(text: str) -> str:
    return fold(text).text


def words(text: str) -> tuple[Word, ...]:
    """Return the words and numbers of `text`; every other token becomes a mark before one.

    A hyphen between blanks counts as a dash.

    >>> [(w.low, w.marks) for w in words("Взрыв — в Орле, ночью")]
    [('взрыв', ''), ('в', '—'), ('орле', ''), ('ночью', ',')]
    """
    found: list[Word] = []
    marks = ""
    for token in tokens(text):
        if token.word:
            found.append(Word(token.text, _low(token.text), token.start, token.end, marks))
            marks = ""
        elif token.text == "-" and text[token.start - 1 : token.end + 1].strip() == "-":
            marks += "—"
        else:
            marks += token.text
    return tuple(found)
