"""Cut a text where marked stretches begin and end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from reportedly.model import Span

Tag = TypeVar("Tag")


def cut(
    length: int, stretches: Sequence[tuple[int, int, Tag]]
) -> Iterator[tuple[int, int, tuple[Tag, ...]]]:
    """Yield `(start, end, tags)` covering 0..length once; tags as in order of `stretches`.

    Offsets count code points; stretches may nest and overlap and are clipped to the text.

    >>> [(a, b, "".join(t)) for a, b, t in cut(6, [(1, 4, "x"), (2, 3, "y")])]
    [(0, 1, ''), (1, 2, 'x'), (2, 3, 'xy'), (3, 4, 'x'), (4, 6, '')]
    """
    kept = [
        (max(0, start), min(length, end), order)
        for order, (start, end, _) in enumerate(stretches)
        if start < min(length, end)
    ]
    begins, ends = sorted(kept), sorted(kept, key=lambda s: s[1])
    edges = sorted({0, length} | {s[0] for s in kept} | {s[1] for s in kept})
    active: set[int] = set()
    b = e = 0
    for start, end in pairwise(edges):
        while e < len(ends) and ends[e][1] <= start:
            active.discard(ends[e][2])
            e += 1
        while b < len(begins) and begins[b][0] <= start:
            active.add(begins[b][2])
            b += 1
        yield start, end, tuple(stretches[order][2] for order in sorted(active))


def merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return spans of one report in order, those that overlap or touch made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(span.doc, out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
