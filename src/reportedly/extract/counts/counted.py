"""From the numbers of a sentence to what they count."""

from collections.abc import Sequence
from typing import NamedTuple

from ...lang.happening import Fate
from ...text.numbers import Number, numbers
from ...text.phrases import Hit
from ...text.words import Word
from .lexicon import NEVER, Lexicon, lexicon

REACH = 3  # words that may stand between a number and the noun it counts
FAR = 8  # clauses between a number and its fate, at most: a list is no longer
PART_REACH = 4  # words before a number in which "among them" makes it a part
LISTING = frozenset({"и", "та", "і", "й", "and"})
JOINING = frozenset({"и", "а", "та", "і", "й", "and", "while", "but"})
NOT_ONE = frozenset({"не", "ни", "ні", "никто", "ніхто", "not", "were", "are", "been", "and"})
RELATIVE = frozenset({"кто", "які", "хто", "who", "которые", "который", "те"})
QUOTES = '«»"„“”'


class Counted(NamedTuple):
    """Words `first` up to `last` say how many; `unit` is "persons", "drones", "missiles"..."""

    slot: str
    unit: str
    low: int
    best: int
    high: int | None
    first: int
    last: int


class _Sentence(NamedTuple):
    """The words of a sentence with all that counting needs to know of them."""

    words: Sequence[Word]
    clause: list[int]
    fates: list[Hit[Fate]]
    numbers: list[Number]
    busy: frozenset[int]  # words of fates and numbers: a counted noun is not beyond them
    parts: frozenset[int]  # where "among them" begins
    fated: frozenset[int]  # clauses that tell a fate
    counting: frozenset[int]  # clauses with a number of people or arms
    lexicon: Lexicon


def _sentence(words: Sequence[Word], known: Lexicon) -> _Sentence:
    """Part a sentence into clauses: at its marks, and at an "and" before a number or fate."""
    fates, told = known.fates.find(words), numbers(words, known.numbers)
    starts = {hit.first for hit in fates} | {number.first for number in told}
    clause, here = [], 0
    for at, word in enumerate(words):
        joins = word.low in JOINING and at + 1 in starts and at > 0
        here += (at > 0 and word.breaks) or joins
        clause.append(here)
    busy = {at for hit in fates for at in range(hit.first, hit.last)} | starts
    parts = frozenset(hit.first for hit in known.parts.find(words))
    fated = frozenset(clause[hit.first] for hit in fates)
    read = _Sentence(
        words, clause, fates, told, frozenset(busy), parts, fated, frozenset(), known
    )
    counting = frozenset(clause[n.first] for n in told if _unit(read, n)[0] != NEVER)
    return read._replace(counting=counting)


def _unit(told: _Sentence, number: Number) -> tuple[str, int]:
    """Return the unit a number counts, and the index after its noun."""
    words = told.words
    for at in range(number.last, min(len(words), number.last + REACH)):
        if words[at].marks.strip(QUOTES):
            break
        kind = told.lexicon.unit(words[at])
        if kind:
            return kind, at + 1
        if at in told.busy or not told.lexicon.describes(words[at]):
            break
    people = words[number.last - 1].low.startswith(told.lexicon.language.collective)
    return "persons" if people else "", number.last


def _nearest(told: _Sentence, number: Number, unit: str) -> Fate | None:
    """Return the fate told nearest to a number, in its own clause before any other."""
    here = told.clause[number.first]

    def far(hit: Hit[Fate]) -> tuple[int, int, bool]:
        before = hit.first < number.first
        gap = number.first - hit.last + 1 if before else hit.first - number.last + 1
        return abs(told.clause[hit.first] - here), gap, before

    units = {unit} if unit else {"persons"}  # arms are never counted without being named
    fitting = [hit for hit in told.fates if units & set(hit.label.units)]
    if _is_total(told, number):
        return next((hit.label for hit in fitting if hit.first < number.first), None)
    fitting = [hit for hit in fitting if _reaches(told, number, told.clause[hit.first])]
    if not fitting:
        return None
    best = min(fitting, key=far)
    return best.label if unit or (far(best)[0] == 0 and far(best)[1] <= REACH) else None


def _reaches(told: _Sentence, number: Number, clause: int) -> bool:
    """Tell whether a number may find its fate in a clause: its own, or one beside it.

    A clause with a number of its own has its fate for that one; other items of a list and
    "among them" clauses between the two are passed over.
    """
    here = told.clause[number.first]
    if clause == here:
        return True
    if clause in told.counting:
        begins = told.words[told.clause.index(here)].low  # "79 rockets and 35 drones"
        return clause == here - 1 and here not in told.fated and begins in LISTING
    if abs(clause - here) > FAR:
        return False
    between = set(range(min(here, clause) + 1, max(here, clause)))
    asides = {told.clause[at] for at in told.parts}
    return between <= asides | (told.counting - told.fated)


def _is_total(told: _Sentence, number: Number) -> bool:
    """Tell whether a number is what "the number of ..." has grown to."""
    before = [word.low for word in told.words[: number.first]]
    grew = any(low.startswith(told.lexicon.language.grew) for low in before[-2:])
    return grew and any(low in told.lexicon.language.totals for low in before)


def _is_part(told: _Sentence, number: Number) -> bool:
    """Tell whether a number counts a part: "among them two", "two of them"."""
    after = number.last
    joined = after < len(told.words) and not told.words[after].marks
    return bool(told.parts & set(range(max(0, number.first - PART_REACH), after + joined)))


def _out_of(told: _Sentence, number: Number) -> bool:
    """Tell whether a number is the whole of "41 of 52"."""
    at = number.first - 1
    return any(other.last == at for other in told.numbers) and told.words[at].low in (
        "из", "із", "з", "of",
    )  # fmt: skip


def _stated(told: _Sentence) -> list[Counted]:
    found: list[Counted] = []
    for number in told.numbers:
        unit, last = _unit(told, number)
        if (
            not unit
            and last < len(told.words)
            and told.words[last].low in ("из", "із", "з", "of")
        ):
            whole = next((n for n in told.numbers if n.first == last + 1), None)
            unit, last = _unit(told, whole) if whole else (unit, last)
        part = _is_part(told, number)
        if unit == NEVER or part or _out_of(told, number):
            continue
        fate = _nearest(told, number, unit)
        if fate is not None:
            kind = unit or "persons"
            found.append(
                Counted(
                    fate.slot, kind, number.low, number.best, number.high, number.first, last
                )
            )
    return found


def _nobody(told: _Sentence) -> list[Counted]:
    """Return the noughts of "пострадавших нет", but not of "no word on the injured"."""
    unsaid = [hit.first for hit in told.lexicon.unsaid.find(told.words)]
    return [
        Counted(hit.label.slot, "persons", 0, 0, 0, hit.first, hit.last)
        for hit in told.lexicon.nones.find(told.words)
        if not any(_together(told, at, hit.first) for at in unsaid)
        and told.words[max(0, hit.first - 1)].low not in RELATIVE
        and _of_people(told, hit)
    ]


def _together(told: _Sentence, first: int, last: int) -> bool:
    """Tell whether no mark parts two words, the first of which comes first."""
    return first <= last and not any(word.breaks for word in told.words[first + 1 : last + 1])


def _of_people(told: _Sentence, hit: Hit[Fate]) -> bool:
    """Tell whether nothing but people can be what was not hurt: no "buildings" before it."""
    before = [
        told.lexicon.unit(word)
        for at, word in enumerate(told.words[: hit.first])
        if told.clause[at] == told.clause[hit.first]
    ]
    return NEVER not in before or "persons" in before


def _subject(told: _Sentence, hit: Hit[Fate], clause: int) -> str:
    """Return the unit of a noun in the clause that can have the fate."""
    for at, word in enumerate(told.words):
        if told.clause[at] == clause and not hit.first <= at < hit.last:
            unit = told.lexicon.unit(word)
            if unit in hit.label.units:
                return unit
    return ""


def _single(told: _Sentence, barred: set[tuple[str, int]]) -> list[Counted]:
    """Return the ones of "погибла женщина", "сбит дрон"."""
    found = []
    for hit in told.lexicon.ones.find(told.words):
        here = told.clause[hit.first]
        negated = hit.first and told.words[hit.first - 1].low in NOT_ONE
        part = any(told.clause[at] == here for at in told.parts)
        if part or negated or (hit.label.slot, here) in barred:
            continue
        numbered = any(
            told.clause[number.first] == here and number.best != 1 for number in told.numbers
        )
        # "Will Smith, known as ..., died": the subject may stand in the first clause.
        unit = _subject(told, hit, here) or _subject(told, hit, told.clause[0])
        if unit and not numbered:
            found.append(Counted(hit.label.slot, unit, 1, 1, 1, hit.first, hit.last))
            barred.add((hit.label.slot, here))
    return found


def counts(words: Sequence[Word], language: str) -> list[Counted]:
    """Return what is counted in a sentence, by position; a stated number beats an implied one.

    "Nobody was hurt" is nought; "there is no word on the hurt" is nothing.
    """
    told = _sentence(words, lexicon(language))
    stated = _stated(told)
    taken = {(c.slot, told.clause[c.first]) for c in stated}
    nobody = [c for c in _nobody(told) if (c.slot, told.clause[c.first]) not in taken]
    taken |= {(c.slot, told.clause[c.first]) for c in nobody}
    # The same nought is often told by two phrases that overlap: the first one stands.
    noughts = {(c.slot, told.clause[c.first]): c for c in reversed(nobody)}
    found = {*stated, *noughts.values(), *_single(told, taken)}
    return sorted(found, key=lambda c: (c.first, c.last, c.slot))
