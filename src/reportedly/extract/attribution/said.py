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
