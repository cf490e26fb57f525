"""Words and numbers, as character ranges."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ\-‑][^\W_]+)*|[^\w\s]|_")


class Token(NamedTuple):
    """A word, a number or one punctuation mark: `text` stands at `start..end`."""

    text: str
    start: int
    end: int

    @property
    def word(self) -> bool:
        """Tell a word or number from a punctuation mark."""
        return self.text[0].isalnum()


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens between two offsets, in order; white space is left out.

    >>> [t.text for t in tokens("В 03:10 двадцать-тридцать БПЛА, объект о'кей")]
    ['В', '03:10', 'двадцать-тридцать', 'БПЛА', ',', 'объект', "о'кей"]
    """
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Token(match.group(), match.start(), match.end())
