"""Which characters came from where."""

from functools import lru_cache
from itertools import pairwise

from ...model import Span
from ...text.shingles import WORD
from .shelf import Shelf

LONGEST = 40  # at most so many aligned passages, and places of one word pair, are gone through

Row = tuple[list[int], list[int], list[int]]  # keys, starts, ends of the telling words


@lru_cache(maxsize=1 << 10)
def _places(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in WORD.finditer(text)]


def _telling(shelf: Shelf, doc: int) -> Row:
    words = slice(int(shelf.edge[doc]), int(shelf.edge[doc + 1]))
    spans = _places(shelf.documents[doc].text)
    places = [spans[place] for place in shelf.places[words].tolist()]
    return (
        shelf.words[words].tolist(),
        [start for start, _ in places],
        [end for _, end in places],
    )


def _run(keys: list[int], other: list[int], at: int, start: int) -> int:
    size = 0
    longest = min(len(keys) - at, len(other) - start)
    while size < longest and keys[at + size] == other[start + size]:
        size += 1
    return size


def aligned(shelf: Shelf, doc: int, parent: int) -> tuple[tuple[Span, Span], ...]:
    """Return passages of document `doc` with those of `parent` that share their words.

    Greedy string tiling (Wise 1993) over telling words, longest match first at each place,
    at least two words long; spans run from the first to the last shared word.
    """
    keys, starts, ends = _telling(shelf, doc)
    other, other_starts, other_ends = _telling(shelf, parent)
    begins: dict[tuple[int, int], list[int]] = {}
    for place, pair in enumerate(pairwise(other)):
        begins.setdefault(pair, []).append(place)
    mine, theirs = shelf.documents[doc].id, shelf.documents[parent].id
    shown: list[tuple[Span, Span]] = []
    at = 0
    while at < len(keys) - 1 and len(shown) < LONGEST:
        places = begins.get((keys[at], keys[at + 1]))
        if not places:
            at += 1
            continue
        size, minus = max((_run(keys, other, at, place), -place) for place in places[:LONGEST])
        there = -minus
        shown.append(
            (
                Span(mine, starts[at], ends[at + size - 1]),
                Span(theirs, other_starts[there], other_ends[there + size - 1]),
            )
        )
        at += size
    return tuple(shown)
