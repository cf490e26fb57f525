"""Sentences, as character ranges."""

import re
from collections.abc import Iterator

from razdel import sentenize

_LINE = re.compile(r"[^\n]+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of each sentence; a line end always ends one, blanks are trimmed.

    >>> text = "Взрывы под Армавиром. Работает ПВО\\n\\nПодписаться"
    >>> [text[a:b] for a, b in sentences(text)]
    ['Взрывы под Армавиром.', 'Работает ПВО', 'Подписаться']
    """
    for line in _LINE.finditer(text):
        for piece in sentenize(line.group()):
            if piece.text.strip():
                begin = line.start() + piece.start
                yield begin, begin + len(piece.text)
