"""Fold characters for comparing, and keep the way back to the original positions."""

import unicodedata
from functools import cache
from typing import NamedTuple

# One character for each family that writers mix freely.
_SAME = {
    **dict.fromkeys("ʼ’‘`´′ʹ‛", "'"),
    **dict.fromkeys("–—―−‒‐‑", "-"),
    **dict.fromkeys("«»„“”‟″", '"'),
    "ё": "е",
    "Ё": "е",
    "…": "...",
}
_DROPPED = {"Cf", "Mn", "Cc"}  # zero-width and direction marks, combining marks, controls


class Folded(NamedTuple):
    """Folded text, and for each of its characters the position it came from."""

    text: str
    origin: tuple[int, ...]  # origin[i]: position in the original; ends with len(original)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the original positions of folded characters `start..end` (`end` > `start`)."""
        return self.origin[start], self.origin[end - 1] + 1


@cache
def _folded_character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character.isspace():
        return " "
    # й is one letter, not и with a breve: only what NFC leaves apart is a loose mark.
    if unicodedata.category(character) in _DROPPED:
        return ""
    piece = unicodedata.normalize("NFKC", character).casefold()
    # What one step gives may itself fold on: ¯ becomes a space and a loose mark.
    return piece if piece == character else "".join(map(_folded_character, piece))


def fold(text: str) -> Folded:
    """Lower-case `text`, unify quotes, dashes, apostrophes and spaces, drop invisible marks.

    The text should be NFC; loose combining marks are dropped. Offsets count code points.

    >>> folded = fold("«Взрыв» – у моря")
    >>> folded.text
    '"взрыв" - у моря'
    >>> folded.back(1, 6)
    (1, 6)
    """
    out: list[str] = []
    origin: list[int] = []
    for position, character in enumerate(text):
        piece = _folded_character(character)
        out.append(piece)
        origin.extend([position] * len(piece))
    origin.append(len(text))
    return Folded("".join(out), tuple(origin))
