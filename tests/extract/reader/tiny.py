"""A vocabulary small enough for a test, and the shipped weights with other thresholds."""

from functools import cache
from importlib.resources import files

import msgspec

from reportedly.extract.reader import Package, Reader, decoded
from reportedly.extract.reader.pieces import Pieces

WORDS = (
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    "▁police",
    "▁said",
    "police",
    "said",
    "▁взрыв",
    "ы",
)
LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяіїє.,:—«»"
VOCABULARY = tuple(dict.fromkeys((*WORDS, *LETTERS)))
GAP = 2


def pieces() -> Pieces:
    scores = [-4.0 - (len(word) < 2) * 4 for word in VOCABULARY]
    return Pieces(VOCABULARY, scores, {"\u200b": " ", "…": "...", "\u200f": "", "ﬁ": "fi"}, 3)


@cache
def shipped() -> Package:
    return decoded((files("reportedly.extract.reader") / "reader.msgpack").read_bytes())


@cache
def reader(cue: float = -4.0, holds: float = 0.0) -> Reader:
    """Return a reader that takes much for a relation, so that there is much to look at."""
    thresholds = {"cue": cue, "holds": holds, "change": 0.2}
    return Reader(msgspec.structs.replace(shipped(), thresholds=thresholds))
