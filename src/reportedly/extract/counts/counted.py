"""From the numbers of a sentence to what they count."""

from collections.abc import Sequence

from ...lang.happening import Fate
from ...text.numbers import Number
from ...text.phrases import Hit
from ...text.words import Word
from .clauses import (
    AMONG,
    MORE,
    TOLD,
    YIELDS,
    Clauses,
    Counted,
    done_to_others,
    parted,
    staying,
)
from .companion import LISTING, before, companions, fellow
from .implied import earlier, nobody, single
from .items import Item, items
from .lexicon import NEVER, lexicon
from .reaching import after_one, nearest, shared
from .selves import at_all, with_selves

OTHERS = frozenset({"others", "other"})
ONE_AND = 2  # words before a number: "woman and"


def _stated(told: Clauses) -> list[Counted]:
    found: list[Counted] = []
    for item in items(told):
        first, last = item.numbers[0], item.numbers[-1]
        hit = nearest(told, last, item.unit) or nearest(told, first, item.unit)
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
        one = item.unit == "persons" and after_one(told, first) and shared(told, first, hit)
        more += one
        low, best, high = item.sum
        if _alone(item) and hit.label.slot == "killed":
            more += earlier(told, hit, first.first, item.last)
        high = None if high is None else high + more
        found.append(
            Counted(
                hit.label.slot, unit, low + more, best + more, high,
                first.first - ONE_AND * one, item.last, role,
            )
        )  # fmt: skip
    return found


def _joined(told: Clauses, item: Item, slot: str) -> int:
    """Return how many are told behind those counted, without a number of their own."""
    if _alone(item):
        return companions(told, item.last)
    return fellow(told, item.last, slot) if item.unit == "persons" else 0


def _alone(item: Item) -> bool:
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


def _others(told: Clauses, item: Item) -> bool:
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
    ones = single(told, taken)
    some = {(c.slot, told.clause[c.first]) for c in (*stated, *ones)}
    found = {*stated, *noughts.values(), *ones, *at_all(told, some)}
    return with_selves(told, sorted(found, key=lambda c: (c.first, c.last, c.slot)))
