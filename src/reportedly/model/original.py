"""The bytes as they came."""

from datetime import datetime

import msgspec


class Original(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file as received, sealed under the SHA-256 of its bytes (Berkeley Protocol)."""

    sha256: str  # 64 hex digits, over the bytes as received
    size: int  # bytes
    media_type: str
    name: str  # the file name it came under, without folders outside the given one
    url: str | None = None
    received: datetime  # UTC
    collector: str  # who or what put it into the case: "reportedly 0.1.0"
