"""Which characters came from where."""

from functools import lru_cache

from ...model import Document, Span
from ...text.shingles import WORD, word_keys
from .rarity import PLAIN, rarities

Row = tuple[list[int], list[int], list[int]]  # keys, starts, ends of the telling words
LONGEST = 40  # at most so many aligned passages are shown


@lru_cache(maxsize=1 << 10)
def _telling(text: str) -> Row:
    places = [match.span() for match in WORD.finditer(text)]
    keys = word_keys(text)
    kept = [at for at, rare in enumerate(rarities(keys)) if rare > PLAIN]
    return (
        [keys[at] for at in kept],
        [places[at][0] for at in kept],
        [places[at][1] for at in kept],
    )


def _run(keys: list[int], other: list[int], at: int, start: int) -> int:
    size = 0
    while (
        at + size < len(keys)
        and start + size < len(other)
        and keys[at + size] == other[start + size]
    ):
        size += 1
    return size


def aligned(doc: Document, parent: Document) -> tuple[tuple[Span, Span], ...]:
    """Return passages of `doc` with the passages of `parent` that share their words.

    Greedy string tiling (Wise 1993) over telling words, longest match first at each place,
    at least two words long; spans run from the first to the last shared word.
    """
    keys, starts, ends = _telling(doc.text)
    other, other_starts, other_ends = _telling(parent.text)
    begins: dict[tuple[int, int], list[int]] = {}
    for place in range(len(other) - 1):
        begins.setdefault((other[place], other[place + 1]), []).append(place)
    shown: list[tuple[Span, Span]] = []
    at = 0
    while at < len(keys) - 1 and len(shown) < LONGEST:
        places = begins.get((keys[at], keys[at + 1]), [])[:LONGEST]
        if not places:
            at += 1
            continue
        size, minus = max((_run(keys, other, at, place), -place) for place in places)
        last, first_there = at + size - 1, -minus
        shown.append(
            (
                Span(doc.id, starts[at], ends[last]),
                Span(parent.id, other_starts[first_there], other_ends[first_there + size - 1]),
            )
        )
        at += size
    return tuple(shown)
