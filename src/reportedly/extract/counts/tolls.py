"""Whom it befell place by place: "two died in Elmton, three in Oakham"."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...text.numbers import Number, numbers
from ...text.words import Word
from .clauses import JOINING, MORE, SPARED, TOLD, Counted
from .lexicon import NEVER, Lexicon, lexicon
from .shares import FEWEST, Share

HARM = frozenset({"killed", "injured", "missing", "detained"})
BEFORE_PLACE = 3  # words from a number to its place: "three in the", "трое - в городе"
SPREADING = frozenset(":—–")  # marks behind a total that its parts follow


class _Clause(NamedTuple):
    figures: list[Counted]
    place: int | None  # index of the narrowest place named in it
    led: bool  # the place stands before the figures
    spreads: bool  # a colon or a dash parts it from what comes before


def tolls(
    words: Sequence[Word],
    counted: Sequence[Counted],
    places: Sequence[tuple[int, int]],
    language: str,
    timed: frozenset[int] = frozenset(),
) -> list[Share]:
    """Return the figures of people of each of several places, or nothing.

    `places` are word ranges of scenes. A figure goes to the place of its clause, or to the one
    told before it; "three in Oakham" is of the same fate as the figure before. What is counted
    "in all" is no place's.
    """
    if len(places) < FEWEST:
        return []
    known = lexicon(language)
    people = [c for c in counted if c.unit == "persons" and c.slot in HARM and c.role != SPARED]
    if not any(figure.best for figure in people):
        return []
    clauses = _clauses(words, people, places, known, timed)
    if clauses is None:
        return []
    found = _first_told(_assigned(clauses))
    return found if len({share.place for share in found}) >= FEWEST else []


def _bounds(words: Sequence[Word], told: Sequence[Number]) -> list[tuple[int, int]]:
    """Return the clauses of a sentence; what "and" or a mark parts is one by itself.

    A dash or colon parts no place from its number: "Oakham - three".
    """
    starts = [
        at for at, word in enumerate(words) if not at or word.breaks or word.low in JOINING
    ]
    pieces = list(zip(starts, [*starts[1:], len(words)], strict=True))
    has = [any(first <= n.first < last for n in told) for first, last in pieces]
    ties = [
        not SPREADING.isdisjoint(words[first].marks) and words[first].low not in JOINING
        for first, _ in pieces
    ]
    found: list[tuple[int, int]] = []
    for at, (first, last) in enumerate(pieces):
        ahead = at + 1 < len(pieces) and ties[at + 1] and has[at + 1]  # "- Oakham: three"
        if at and ties[at] and has[at - 1] != has[at] and not (has[at - 1] and ahead):
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


def _clauses(
    words: Sequence[Word],
    people: Sequence[Counted],
    places: Sequence[tuple[int, int]],
    known: Lexicon,
    timed: frozenset[int],
) -> list[_Clause] | None:
    """Return the clauses with their figures; None where one figure is of two places."""
    told = [
        n for n in numbers(words, known.numbers) if timed.isdisjoint(range(n.first, n.last))
    ]
    all_ = [hit.first for hit in known.altogether.find(words)]
    lists = known.lists.find(words)
    fated = {hit.first for name in ("fates", "ones") for hit in lists[name]}
    found: list[_Clause] = []
    for first, last in _bounds(words, told):
        inside = [i for i, (at, _) in enumerate(places) if first <= at < last]
        figures = [c for c in people if first < c.last <= last]
        if any(first <= at < last for at in all_):
            figures = []
        elif inside and fated.isdisjoint(range(first, last)):
            # "Two hurt in Elmton, three in Oakham, one died in Ashford": three were hurt.
            latest = next((c for c in reversed(people) if c.last <= first), None)
            bare = _bare(words, told, places[inside[0]], latest, first, last, known)
            figures = bare or figures
        shared = inside and words[first].low in JOINING and found
        if shared and found[-1].place is not None and not found[-1].figures:
            return None  # "two died in Elmton and Oakham"
        led = not figures or places[inside[0]][0] < figures[0].first if inside else False
        spreads = not SPREADING.isdisjoint(words[first].marks)
        place = inside[-1] if inside else None
        found.append(_Clause(figures, place, led, spreads))
    return found


def _bare(
    words: Sequence[Word],
    told: Sequence[Number],
    place: tuple[int, int],
    latest: Counted | None,
    first: int,
    last: int,
    known: Lexicon,
) -> list[Counted]:
    """Return the number of a clause that tells a place and no fate: that of the one before."""
    here = [number for number in told if first <= number.first and number.last <= last]
    if latest is None or len(here) != 1:
        return []
    number = here[0]
    after = number.last
    if after < last and known.unit(words[after]) == "persons":
        after += 1
    elif after < last and known.unit(words[after]) == NEVER:
        return []
    ends = after == last or 0 < place[0] - after <= BEFORE_PLACE
    if not ends or place[0] <= number.first < place[1]:
        return []
    return [
        latest._replace(
            low=number.low, best=number.best, high=number.high, first=number.first,
            last=after, role=TOLD,
        )
    ]  # fmt: skip


def _assigned(clauses: Sequence[_Clause]) -> Iterator[Share]:
    """Yield each figure with its place.

    Where the place is told first, what follows is its own: "in Elmton two died, one was hurt".
    Where it is told last, what waits for a place is of the next: "two died, one was hurt in
    Elmton"; a figure of the same fate is a total of those that follow.
    """
    now: int | None = None
    led = False
    waiting: list[Counted] = []
    for clause in clauses:
        if clause.spreads and now is None:
            waiting = []
        if clause.place is None:
            waiting += clause.figures
            if led and now is not None:
                yield from (Share(now, figure) for figure in waiting)
                waiting = []
            continue
        slots = {figure.slot for figure in clause.figures}
        if clause.led and (clause.figures or now is not None):
            if now is not None:
                yield from (Share(now, figure) for figure in waiting)
            waiting = []
        now, led = clause.place, clause.led
        mine = [figure for figure in waiting if figure.slot not in slots]
        yield from (Share(now, figure) for figure in (*mine, *clause.figures))
        waiting = []
    if now is not None:
        yield from (Share(now, figure) for figure in waiting)


def _first_told(shares: Iterable[Share]) -> list[Share]:
    """Return one figure of each fate for each place: "two died, another too" has two."""
    found: dict[tuple[int, str], Share] = {}
    for share in shares:
        held = found.setdefault((share.place, share.counted.slot), share)
        if held.counted.role == MORE and share.counted.role == TOLD:
            found[share.place, share.counted.slot] = share
    return list(found.values())
