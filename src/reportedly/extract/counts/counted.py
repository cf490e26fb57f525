"""From the numbers of a sentence to what they count."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...lang.happening import Fate
from ...text.numbers import Number
from ...text.phrases import Hit
from ...text.words import Word
from .clauses import (
    AMONG,
    MORE,
    OF,
    REACH,
    TOLD,
    YIELDS,
    Clauses,
    Counted,
    done_to_others,
    parted,
    staying,
    unit_of,
)
from .companion import ARTICLES, LISTING, aged, before, companions, fellow
from .implied import earlier, nobody, single
from .lexicon import NEVER, lexicon
from .shares import ARMS

NUMBERED = "№"  # before a number that is a name: "colony №2"
FAR = 8  # clauses between a number and its fate, at most: a list is no longer
OTHERS = frozenset({"others", "other"})
PART_REACH = 4  # words before a number in which "among them" makes it a part


def _nearest(told: Clauses, number: Number, unit: str) -> Hit[Fate] | None:
    """Return the fate told nearest to a number, in its own clause before any other."""
    here = told.clause[number.first]

    def far(hit: Hit[Fate]) -> tuple[int, int, bool]:
        before = hit.first < number.first
        gap = number.first - hit.last + 1 if before else hit.first - number.last + 1
        return abs(told.clause[hit.first] - here), gap, before

    units = {unit} if unit else {"persons"}  # arms are never counted without being named
    fitting = [hit for hit in told.fates if units & set(hit.label.units)]
    if _is_total(told, number):
        grown = [hit for hit in (fitting if unit else told.fates) if hit.first < number.first]
        return grown[0] if grown else None
    fitting = [hit for hit in fitting if _reaches(told, number, hit)]
    if not fitting:
        return None
    best = min(fitting, key=far)
    return best if unit or (far(best)[0] == 0 and far(best)[1] <= REACH) else None


def _reaches(told: Clauses, number: Number, hit: Hit[Fate]) -> bool:
    """Tell whether a number may find its fate in a clause: its own, or one beside it.

    A clause with a number of its own has its fate for that one, unless the fate comes first;
    other items of a list and "among them" clauses between the two are passed over.
    """
    here, clause = told.clause[number.first], told.clause[hit.first]
    if clause == here:
        return True
    if clause in told.counting:
        begins = told.words[told.clause.index(here)].low  # "shot down 79 rockets and 35 drones"
        goes_on = clause == here - 1 and here not in told.fated and begins in LISTING
        before = (n.first for n in told.numbers if told.clause[n.first] == clause)
        return goes_on and hit.first < min(before, default=0)
    if abs(clause - here) > FAR:
        return False
    between = set(range(min(here, clause) + 1, max(here, clause)))
    asides = {told.clause[at] for at in told.parts}
    return between <= asides | (told.counting - told.fated)


def _is_total(told: Clauses, number: Number) -> bool:
    """Tell whether a number is what "the number of ..." has grown to."""
    before = [word.low for word in told.words[: number.first]]
    grew = any(low.startswith(told.lexicon.language.grew) for low in before[-2:])
    if before[-1:] == ["at"]:  # "put the number shot down at seven"
        start = told.clause.index(told.clause[number.first])
        return any(low in told.lexicon.language.totals for low in before[start:])
    return grew and any(low in told.lexicon.language.totals for low in before)


def _is_part(told: Clauses, number: Number) -> bool:
    """Tell whether a number counts a part: "among them two", "two of them"."""
    after = number.last
    joined = after < len(told.words) and not told.words[after].marks
    return bool(told.parts & set(range(max(0, number.first - PART_REACH), after + joined)))


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


class _Item(NamedTuple):
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


def _items(told: Clauses) -> Iterator[_Item]:
    """Yield the numbers that can count something, those of one list of people together."""
    held: _Item | None = None
    wholes = _wholes(told)
    for number in told.numbers:
        unit, last = unit_of(told, number)
        if not unit and last < len(told.words) and told.words[last].low in OF:
            whole = next((n for n in told.numbers if n.first == last + 1), None)
            unit, last = unit_of(told, whole) if whole else (unit, last)
        if number in wholes or NUMBERED in told.words[number.first].marks:
            continue
        if not unit:
            unit = next((what for n, what in wholes.items() if n.last < number.first), "")
        if (
            unit == NEVER
            or (not unit and _aside(told, number))
            or _is_part(told, number)
            or _out_of(told, number)
        ):
            continue
        between = [word.low for word in told.words[held.last : number.first]] if held else []
        listed = set(between) <= LISTING and (between or told.words[number.first].marks == ",")
        if held and listed and unit == held.unit == "persons" and _one_fate(told, held, last):
            held = _Item([*held.numbers, number], unit, last)
            continue
        if held:
            yield from _parted(told, held)
        held = _Item([number], unit, aged(told.words, last))
    if held:
        yield from _parted(told, held)


def _one_fate(told: Clauses, held: _Item, last: int) -> bool:
    """Tell whether the nouns of a list name one fate: not "one dead and four wounded"."""
    before = _fates(told, held.numbers[-1].first, held.last)
    behind = _fates(told, held.last, last)
    return not (before and behind) or before == behind


def _fates(told: Clauses, first: int, last: int) -> set[str]:
    return {hit.label.slot for hit in told.fates if first <= hit.first and hit.last <= last}


def _aside(told: Clauses, number: Number) -> bool:
    """Tell whether a number without a noun counts nobody: "in a fire", "at 2323 Elm"."""
    before = told.words[number.first - 1].low if number.first else ""
    placed = told.lexicon.stands(before) and not _is_total(told, number)
    return placed or told.words[number.first].low in ARTICLES


def _parted(told: Clauses, item: _Item) -> Iterator[_Item]:
    """Yield a list as it is where an "and" ends it, else its numbers one by one."""
    last = item.numbers[-1]
    if len(item.numbers) == 1 or told.words[last.first - 1].low in LISTING:
        yield item
        return
    for number in item.numbers:
        yield _Item([number], *unit_of(told, number))


def _stated(told: Clauses) -> list[Counted]:
    found: list[Counted] = []
    for item in _items(told):
        first, last = item.numbers[0], item.numbers[-1]
        hit = _nearest(told, last, item.unit) or _nearest(told, first, item.unit)
        if hit is None or hit.label.slot == NEVER:
            continue
        if _does_it(told, first, hit) or _no_word(told, first, hit):
            continue
        if hit.label.slot == "injured" and staying(told, last):
            continue
        if item.unit and done_to_others(told, hit, item.last - 1):
            continue  # "two men shot a guard"
        unit = item.unit or hit.label.units[0]
        role = _role(told, first, hit)
        others = _others(told, item)
        if role == YIELDS and others:
            role = TOLD  # "he and three others were shot": none of these is the one who died
        more = _joined(told, item, hit.label.slot) or before(told, first.first)
        more += others and _with_one(told, first, hit)
        low, best, high = item.sum
        if _alone(item) and hit.label.slot == "killed":
            more += earlier(told, hit, first.first, item.last)
        high = None if high is None else high + more
        found.append(
            Counted(
                hit.label.slot, unit, low + more, best + more, high, first.first,
                item.last, role,
            )
        )  # fmt: skip
    return found


def _joined(told: Clauses, item: _Item, slot: str) -> int:
    """Return how many are told with those counted, without a number of their own."""
    if _alone(item):
        return companions(told, item.last)
    return fellow(told, item.last, slot) if item.unit == "persons" else 0


def _alone(item: _Item) -> bool:
    return item.unit == "persons" and item.sum[2] == 1


def _does_it(told: Clauses, number: Number, hit: Hit[Fate]) -> bool:
    """Tell whether a number is of those who did it: "destroyed by two drones"."""
    before = told.words[number.first - 1].low if number.first else ""
    return hit.first < number.first and before in hit.label.doers


def _no_word(told: Clauses, number: Number, hit: Hit[Fate]) -> bool:
    """Tell whether a nought is of what is known: "no reports of injuries"."""
    between = range(number.last, hit.first)
    return not number.best and any(u.first in between for u in told.hits["unsaid"])


def _role(told: Clauses, number: Number, hit: Hit[Fate]) -> str:
    before = told.words[number.first - 1].low if number.first else ""
    if before in told.lexicon.language.more:
        return MORE
    if before in told.lexicon.language.definite and not told.words[number.first].marks:
        return AMONG
    if told.words[number.first].low in told.lexicon.language.definite:
        return AMONG
    if hit.label.yields:
        return YIELDS
    return AMONG if hit.first in told.among else TOLD


def _others(told: Clauses, item: _Item) -> bool:
    """Tell whether several are counted beside somebody told of: "four others"."""
    words = told.words[item.numbers[0].first : item.last]
    return item.sum[1] > 1 and any(w.low in OTHERS for w in words)


def _with_one(told: Clauses, number: Number, hit: Hit[Fate]) -> bool:
    """Tell whether "she and three others" share a fate, of whom she has no other one."""
    at = number.first - 2
    if at < 0 or told.words[at + 1].low not in LISTING or told.words[at + 1].marks:
        return False
    one = told.words[at]
    named = one.low in told.lexicon.pronouns or (one.capital and not told.lexicon.unit(one))
    return named and all(f.label.slot in (hit.label.slot, NEVER) for f in told.fates)


def counts(
    words: Sequence[Word], language: str, timed: frozenset[int] = frozenset()
) -> list[Counted]:
    """Return what is counted in a sentence, by position; a stated number beats an implied one.

    "Nobody was hurt" is nought; "there is no word on the hurt" is nothing. `timed` are the
    words of dates and hours.
    """
    told = parted(words, lexicon(language), timed)
    stated = _stated(told)
    taken = {(c.slot, told.clause[c.first]) for c in stated}
    nought = [c for c in nobody(told) if (c.slot, told.clause[c.first]) not in taken]
    taken |= {(c.slot, told.clause[c.first]) for c in nought}
    # The same nought is often told by two phrases that overlap: the first one stands.
    noughts = {(c.slot, told.clause[c.first]): c for c in reversed(nought)}
    found = {*stated, *noughts.values(), *single(told, taken)}
    return sorted(found, key=lambda c: (c.first, c.last, c.slot))
