"""Characters of a document, by position."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False, forbid_unknown_fields=True):
    """Characters `start` up to, not including, `end` of the text of document `doc`.

    Positions are Python string offsets (Unicode code points) into `Document.text`.
    """

    doc: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the characters this span covers in its own document's `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.doc == other.doc and self.start < other.end and other.start < self.end
