"""Everything linking needs of one text, made without a look at any other."""

import re
from hashlib import blake2b
from struct import Struct

import msgspec
import numpy as np

from ...model import Document
from ...text.shingles import WORD, plain, stem, text_key
from .names import name_key
from .rarity import rarity

_LATER = re.compile(r"\W*(?:upd(?:ate)?|обновлено|дополнено|оновлено|доповнено)\b", re.I)
# A word: its key, the key of the name or number it is (or 0), its rarity in 1/8 bits.
ROW = np.dtype([("key", "<u4"), ("name", "<u4"), ("rare", "u1")])
_PACK = Struct("<IIB").pack
_KNOWN, _LONG = 1 << 18, 40  # so many pieces are kept, none longer: bounds the memory


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text as numbers, little-endian: nine bytes a word."""

    doc: str
    words: bytes  # for each word, in order: a row of `ROW`
    lines: bytes  # for each line that has words: its key, how many words; 32-bit
    later: int  # words before the first "UPD": what follows was added at an unknown time


class _Rows(dict[str, bytes]):
    """Rows of the words in each run of characters between blanks, worked out once."""

    def __missing__(self, piece: str) -> bytes:
        rows = b"".join(
            _PACK(key := text_key(stem(word)), name_key(word), rarity(key))
            for word in WORD.findall(plain(piece))
        )
        if len(piece) <= _LONG:
            if len(self) >= _KNOWN:
                self.clear()
            self[piece] = rows
        return rows


rows_of = _Rows().__getitem__


def signature(doc: Document) -> Signature:
    """Return the signature of `doc`; it can be stored and read back with msgspec."""
    rows: list[bytes] = []
    lines: list[int] = []
    count, later = 0, -1
    for line in doc.text.split("\n"):
        row = b"".join(map(rows_of, line.split()))
        if not row:
            continue
        if later < 0 < count and _LATER.match(line):
            later = count
        key = blake2b(row, digest_size=4).digest()
        rows.append(row)
        lines += (int.from_bytes(key, "little"), len(row) // ROW.itemsize)
        count += lines[-1]
    return Signature(
        doc=doc.id,
        words=b"".join(rows),
        lines=Struct(f"<{len(lines)}I").pack(*lines),
        later=count if later < 0 else later,
    )


def names_in(signed: Signature) -> frozenset[int]:
    """Return the keys of the names and numbers of a text, which any alphabet shares."""
    found = np.unique(np.frombuffer(signed.words, ROW)["name"])
    return frozenset(found.tolist()) - {0}
