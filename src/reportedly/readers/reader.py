"""The shape of a reader."""

from collections.abc import Callable, Iterator

import msgspec

from ..model import Document, Refusal


class Reader(msgspec.Struct, frozen=True):
    """One way to turn the bytes of a file into reports.

    `sniff` gets the first characters of the file (at most 64 Ki, byte order mark and leading
    blanks removed) and its name, and tells whether this reader knows the kind. `read` gets the
    whole bytes, the name and their SHA-256; what it cannot read of them it refuses, and it
    raises `UnreadableInput` where nothing can be read.
    """

    name: str
    version: int
    sniff: Callable[[str, str], bool]
    read: Callable[[bytes, str, str], Iterator[Document | Refusal]]
