"""What one sentence gives: relations by offsets into the sentence alone."""

from typing import NamedTuple

Range = tuple[int, int]  # characters of the sentence


class Said(NamedTuple):
    """One relation of one sentence, before voices are resolved over the document."""

    by: str  # name of the lexicon entry
    source: Range | None
    cue: tuple[Range, ...]
    content: tuple[Range, ...]  # empty: what was said stands in the sentence before
    stance: str
    certainty: str
    positive: bool
    basis: str = ""  # where the cue itself tells it
    case: str = "nomn"  # grammatical case of the source
    told: Range | None = None  # the outlet that was told
    relays: bool = False  # another voice of the sentence passes this one on
    strength: int = 0  # which of two readings of one cue is kept


def cut(pieces: tuple[Range, ...], taken: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return what is left of `pieces` once the characters of `taken` are out.

    >>> cut(((0, 9),), ((3, 5),))
    ((0, 3), (5, 9))
    """
    for start, end in taken:
        pieces = tuple(
            part
            for a, b in pieces
            for part in ((a, min(b, start)), (max(a, end), b))
            if part[0] < part[1]
        )
    return pieces
