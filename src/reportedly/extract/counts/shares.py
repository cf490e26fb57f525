"""How a total is spread over places: "над Брянской областью - пять, над Курской - три"."""

from collections.abc import Sequence
from typing import NamedTuple

from ...text.numbers import Number, numbers
from ...text.words import Word
from .clauses import JOINING, Counted
from .lexicon import NEVER, Lexicon, lexicon

ARMS = frozenset({"drones", "missiles", "boats"})
EACH = frozenset({"по", "each"})
FEWEST = 2  # places from which a list is one
BETWEEN = 4  # words between a part of a total and its place: "of them were over"


class Share(NamedTuple):
    """Of what `counted` counts, the place `place` (an index) has this part."""

    place: int
    counted: Counted


class _Item(NamedTuple):
    numbers: list[Number]
    places: list[int]


def _items(
    words: Sequence[Word], told: Sequence[Number], places: Sequence[tuple[int, int]]
) -> list[_Item]:
    """Part a sentence at commas, colons and "and"; a dash stands inside an item."""
    items = [_Item([], [])]
    starts = {number.first: number for number in told}
    named = {first: index for index, (first, _) in enumerate(places)}
    for at, word in enumerate(words):
        if set(word.marks) & set(",;:.()") or word.low in JOINING:
            items.append(_Item([], []))
        if at in starts:
            if items[-1].numbers:
                items.append(_Item([], []))
            items[-1].numbers.append(starts[at])
        if at in named:
            items[-1].places.append(named[at])
    return items


def shares(
    words: Sequence[Word],
    counted: Sequence[Counted],
    places: Sequence[tuple[int, int]],
    language: str,
) -> list[Share]:
    """Return the parts of a list of places with a number each, or nothing.

    `places` are word ranges of named places. "по 3" gives every place of its list the
    three; a place listed without a number belongs to the item before it. One place alone must
    have fewer than the total told before it.
    """
    kind = next((c for c in counted if c.unit in ARMS), None)
    if kind is None or not places:
        return []
    known = lexicon(language)
    told = [
        number
        for number in numbers(words, known.numbers)
        if number.last == len(words) or known.unit(words[number.last]) != NEVER
    ]  # "16 regions" are no share of anything
    found: list[Share] = []
    each: Number | None = None
    for item in _items(words, told, places):
        number = item.numbers[0] if item.numbers else each
        if number is None or not item.places:
            each = None if item.numbers else each
            continue
        apart = number.first > 0 and words[number.first - 1].low in EACH
        each = number if apart else None
        for place in item.places if apart else item.places[-1:]:
            part = Counted(
                kind.slot,
                kind.unit,
                number.low,
                number.best,
                number.high,
                number.first,
                number.last,
            )
            found.append(Share(place, part))
    if len(found) >= FEWEST:
        return found
    alone = [one for one in found if _of_total(words, one, kind, places, known)]
    return alone if kind.first < (alone[0].counted.first if alone else 0) else []


def _of_total(
    words: Sequence[Word],
    one: Share,
    kind: Counted,
    places: Sequence[tuple[int, int]],
    known: Lexicon,
) -> bool:
    """Tell whether a place alone has a part of a total: "29 drones, seven of them over ..."."""
    last = places[one.place][0]
    of_them = (
        hit.last for hit in known.lists.find(words)["parts"] if hit.first == one.counted.last
    )
    first = next(of_them, one.counted.last)
    between = words[first:last] if first <= last <= first + BETWEEN else ()
    other = any(
        known.unit(word) or word.low.startswith(known.language.arrived) for word in between
    )  # what got through is no part of those shot down
    return bool(between) and not other and one.counted.best < kind.best
