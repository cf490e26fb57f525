"""The numbers of a sentence that count something, those of one list of people together."""

from collections.abc import Iterator
from typing import NamedTuple

from ...text.numbers import Number
from .clauses import OF, Clauses, unit_of
from .companion import ARTICLES, LISTING, aged
from .lexicon import NEVER
from .reaching import is_total
from .shares import ARMS

PART_REACH = 4  # words before a number in which "among them" makes it a part
PAIR = 2  # numbers of a headline that one comma joins
NUMBERED = "№"  # before a number that is a name: "colony №2"


def _is_part(told: Clauses, number: Number) -> bool:
    """Tell whether a number counts a part: "among them two", "two of them"."""
    after = number.last
    joined = after < len(told.words) and not told.words[after].marks
    return bool(told.parts & set(range(max(0, number.first - PART_REACH), after + joined)))


def _died(told: Clauses, number: Number) -> bool:
    """Tell whether a part is of those hurt who died: "five were hurt, two of them died"."""
    here = told.clause[number.first]
    fates = [hit for hit in told.fates if told.clause[hit.first] == here]
    return bool(fates) and all(
        hit.label.slot == "killed" and hit.first >= number.last for hit in fates
    )


def _out_of(told: Clauses, number: Number) -> bool:
    """Tell whether a number is the whole of "41 of 52"."""
    at = number.first - 1
    return any(other.last == at for other in told.numbers) and told.words[at].low in OF


def _wholes(told: Clauses) -> dict[Number, str]:
    """Return the numbers that are the whole of others behind them, with what they count.

    "Of 100 drones, 90 were hit": the number without a noun counts drones.
    """
    units = [(number, unit_of(told, number)[0]) for number in told.numbers]
    last = max((number.first for number, unit in units if not unit), default=0)
    return {
        number: unit
        for number, unit in units
        if unit in ARMS
        and number.first > 0
        and told.words[number.first - 1].low in OF
        and number.last < last
    }


class Item(NamedTuple):
    """Numbers told as one: "two women and a boy" are three persons."""

    numbers: list[Number]
    unit: str
    last: int

    @property
    def sum(self) -> tuple[int, int, int | None]:
        """Return the bounds of all together; a total told first is that of the rest."""
        first, *rest = self.numbers
        if len(rest) > 1 and first.best == sum(number.best for number in rest):
            rest = []
        highs = [number.high for number in (first, *rest)]
        return (
            first.low + sum(number.low for number in rest),
            first.best + sum(number.best for number in rest),
            None if None in highs else sum(high or 0 for high in highs),
        )


def items(told: Clauses) -> Iterator[Item]:
    """Yield the numbers that can count something, those of one list of people together."""
    held: Item | None = None
    wholes = _wholes(told)
    for number in told.numbers:
        unit, last = unit_of(told, number)
        if not unit and last < len(told.words) and told.words[last].low in OF:
            whole = next((n for n in told.numbers if n.first == last + 1), None)
            unit, last = unit_of(told, whole) if whole else (unit, last)
        part = _is_part(told, number)
        if part and _died(told, number):
            part, unit = False, unit or "persons"
        if number in wholes or NUMBERED in told.words[number.first].marks:
            continue
        if not unit:
            unit = next((what for n, what in wholes.items() if n.last < number.first), "")
        if (
            unit == NEVER
            or (not unit and _aside(told, number))
            or part
            or _out_of(told, number)
        ):
            continue
        between = [word.low for word in told.words[held.last : number.first]] if held else []
        listed = set(between) <= LISTING and (between or told.words[number.first].marks == ",")
        if held and listed and unit == held.unit == "persons" and _one_fate(told, held, last):
            held = Item([*held.numbers, number], unit, last)
            continue
        if held:
            yield from _parted(told, held)
        held = Item([number], unit, aged(told.words, last))
    if held:
        yield from _parted(told, held)


def _one_fate(told: Clauses, held: Item, last: int) -> bool:
    """Tell whether the nouns of a list name one fate: not "one dead and four wounded"."""
    before = _fates(told, held.numbers[-1].first, held.last)
    behind = _fates(told, held.last, last)
    return not (before and behind) or before == behind


def _fates(told: Clauses, first: int, last: int) -> set[str]:
    return {hit.label.slot for hit in told.fates if first <= hit.first and hit.last <= last}


def _aside(told: Clauses, number: Number) -> bool:
    """Tell whether a number without a noun counts nobody: "in a fire", "at 2323 Elm"."""
    before = told.words[number.first - 1].low if number.first else ""
    placed = told.lexicon.stands(before) and not is_total(told, number)
    return placed or told.words[number.first].low in ARTICLES


def _headed(told: Clauses) -> bool:
    """Tell whether an English headline needs no "and": "2 Girls, 2 Men Shot"."""
    long = [word for word in told.words if word.low.isalpha()]
    return told.lexicon.listing and sum(word.capital for word in long) * 2 > len(long)


def _parted(told: Clauses, item: Item) -> Iterator[Item]:
    """Yield a list as it is where an "and" ends it, else its numbers one by one."""
    last = item.numbers[-1]
    ended = told.words[last.first - 1].low in LISTING
    if len(item.numbers) == 1 or ended or (len(item.numbers) == PAIR and _headed(told)):
        yield item
        return
    for number in item.numbers:
        yield Item([number], *unit_of(told, number))
