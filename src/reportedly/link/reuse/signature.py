"""Everything linking needs of one text, made without a look at any other."""

import re
from functools import lru_cache

import msgspec
import numpy as np

from ...model import Document
from ...text.shingles import text_key, word_keys
from .names import cross_keys
from .rarity import rarities

_LATER = re.compile(r"\W*(?:upd(?:ate)?|обновлено|дополнено|оновлено|доповнено)\b", re.I)


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text as numbers, little-endian 32-bit unless said: about six bytes a word."""

    doc: str
    words: bytes  # keys of the words, in order
    rarities: bytes  # how rare each word is, in eighths of a bit, one byte each
    lines: bytes  # for each line that has words: its key, how many words
    names: bytes  # keys of names and numbers that any alphabet shares, sorted, distinct
    later: int  # words before the first "UPD": what follows was added at an unknown time


@lru_cache(maxsize=1 << 15)
def _line(line: str) -> tuple[int, tuple[int, ...]]:
    return text_key(line.casefold()), tuple(word_keys(line))


def signature(doc: Document) -> Signature:
    """Return the signature of `doc`; it can be stored and read back with msgspec."""
    words: list[int] = []
    lines: list[int] = []
    later: int | None = None
    for line in doc.text.split("\n"):
        key, keys = _line(line.strip())
        if not keys:
            continue
        if later is None and words and _LATER.match(line):
            later = len(words)
        words += keys
        lines += (key, len(keys))
    return Signature(
        doc=doc.id,
        words=np.array(words, "<u4").tobytes(),
        rarities=rarities(words),
        lines=np.array(lines, "<u4").tobytes(),
        names=cross_keys(doc.text).tobytes(),
        later=len(words) if later is None else later,
    )
