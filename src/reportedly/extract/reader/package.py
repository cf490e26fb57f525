"""What training packs for the reader."""

import msgspec


class Package(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that the reader knows: pieces, two ONNX graphs with their weights, thresholds."""

    pieces: tuple[str, ...]
    scores: bytes  # float32 log probabilities of the pieces
    normal: dict[str, str]
    unknown: int
    start: int
    end: int
    first: bytes  # from pieces to states and cues
    again: bytes  # from states round some cues to roles, kinds and whether they hold
    thresholds: dict[str, float]


def decoded(raw: bytes) -> Package:
    """Return the package that `raw` holds."""
    return msgspec.msgpack.decode(raw, type=Package)
