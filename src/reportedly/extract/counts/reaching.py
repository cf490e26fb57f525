"""Which fate a number is of: the nearest one that it reaches and that can be of so many."""

from ...lang.happening import Fate
from ...text.numbers import Number
from ...text.phrases import Hit
from .clauses import OF, REACH, Clauses
from .companion import LISTING
from .lexicon import NEVER

FAR = 8  # clauses between a number and its fate, at most: a list is no longer
OWNED = 5  # words of "her 30-year-old daughter"
OWNERS = frozenset({"his", "her", "their"})
TEEN = 11  # a verb agrees with 21 and 31 as with one, but not with 11


def nearest(told: Clauses, number: Number, unit: str) -> Hit[Fate] | None:
    """Return the fate told nearest to a number, in its own clause before any other."""
    here = told.clause[number.first]

    def far(hit: Hit[Fate]) -> tuple[int, int, bool]:
        before = hit.first < number.first
        gap = number.first - hit.last + 1 if before else hit.first - number.last + 1
        return abs(told.clause[hit.first] - here), gap, before

    units = {unit} if unit else {"persons"}  # arms are never counted without being named
    fitting = [hit for hit in told.fates if units & set(hit.label.units)]
    if is_total(told, number):
        grown = [hit for hit in (fitting if unit else told.fates) if hit.first < number.first]
        return grown[0] if grown else None
    fitting = [
        hit
        for hit in fitting
        if _reaches(told, number, hit) and not _of_another(told, number, hit)
    ]
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


def _of_another(told: Clauses, number: Number, hit: Hit[Fate]) -> bool:
    """Tell whether a fate is of one person and so of none of several: "задержан владелец".

    A verb agrees with "21 человек" as with one; a family "of four" has one fate.
    """
    exact = number.low == number.best == number.high
    agrees = exact and number.best % 10 == 1 and number.best % 100 != TEEN
    before = told.words[number.first - 1].low if number.first else ""
    people = "persons" in hit.label.units  # "the port was attacked with 40 drones"
    if agrees or not people or not number.best or before in OF or after_one(told, number):
        return False
    return any(told.lexicon.single(word) for word in told.words[hit.first : hit.last])


def after_one(told: Clauses, number: Number) -> bool:
    """Tell whether one person is named right before those counted: "a woman and two boys"."""
    at = number.first - 1
    if at < 1 or told.words[at].low not in LISTING or told.words[at].marks:
        return False
    if told.lexicon.listing:  # an English article counts; "his wife and two sons" has none
        before = told.words[max(0, at - OWNED) : at - 1]
        if not any(word.low in OWNERS for word in before):
            return False
    one = told.words[at - 1]
    busy = any(hit.first <= at - 1 < hit.last for hit in told.fates)
    counted = any(other.last in (at, at - 1) for other in told.numbers)
    named = told.lexicon.unit(one) == "persons" and not told.lexicon.several(one)
    return named and not busy and not counted


def shared(told: Clauses, number: Number, hit: Hit[Fate]) -> bool:
    """Tell whether one named before a number has its fate: not "he died and two are hurt"."""
    if hit.first < number.first:
        return True
    return not any(
        other.label.slot not in (hit.label.slot, NEVER)
        and other.last < number.first
        and not any(word.breaks for word in told.words[other.last : number.first])
        for other in told.fates
    )


def is_total(told: Clauses, number: Number) -> bool:
    """Tell whether a number is what "the number of ..." has grown to."""
    before = [word.low for word in told.words[: number.first]]
    grew = any(low.startswith(told.lexicon.language.grew) for low in before[-2:])
    if before[-1:] == ["at"]:  # "put the number shot down at seven"
        start = told.clause.index(told.clause[number.first])
        return any(low in told.lexicon.language.totals for low in before[start:])
    return grew and any(low in told.lexicon.language.totals for low in before)
