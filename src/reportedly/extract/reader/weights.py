"""The trained numbers as they are shipped: 4-bit word rows, 8-bit matrices."""

import msgspec
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


class Matrix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A matrix `(rows, columns)` of int8 values with one float32 step for each row."""

    shape: tuple[int, int]
    values: bytes
    steps: bytes

    @property
    def whole(self) -> Array:
        """Return the whole numbers, `(rows, columns)`."""
        return np.frombuffer(self.values, np.int8).reshape(self.shape).astype(np.float32)

    @property
    def step(self) -> Array:
        """Return what one stands for, in each row."""
        return np.frombuffer(self.steps, "<f4").astype(np.float32)


class Package(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that the reader knows: pieces, word rows, matrices, vectors, thresholds."""

    pieces: tuple[str, ...]
    scores: bytes  # float32 log probabilities of the pieces
    normal: dict[str, str]
    unknown: int
    start: int
    end: int
    heads: int
    words: bytes  # 4-bit blocks of 32 values, 18 bytes each
    matrices: dict[str, Matrix]
    vectors: dict[str, bytes]  # float32
    thresholds: dict[str, float]


def unpacked(blocks: npt.NDArray[np.uint8]) -> Array:
    """Return the float32 values of `(rows, blocks, 18)` bytes, 32 a block, by rows."""
    scale = blocks[..., :2].copy().view("<f2").astype(np.float32)
    low = (blocks[..., 2:] & 15).astype(np.float32)
    high = (blocks[..., 2:] >> 4).astype(np.float32)
    values: Array = (np.concatenate([low, high], -1) - 8) * scale
    return values.reshape(len(blocks), -1)


def decoded(raw: bytes) -> Package:
    """Return the package that `raw` holds."""
    return msgspec.msgpack.decode(raw, type=Package)
