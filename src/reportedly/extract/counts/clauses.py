"""A sentence parted into clauses, with the fates and numbers it tells."""

from collections.abc import Sequence
from typing import NamedTuple

from ...lang.happening import Fate
from ...text.numbers import Number, numbers
from ...text.phrases import Hit, Hits
from ...text.words import Word
from .lexicon import NEVER, Lexicon

REACH = 3  # words that may stand between a number and the noun it counts
JOINING = frozenset({"и", "а", "та", "і", "й", "and", "while", "but"})
QUOTES = '«»"„“”'
AGED, HYPHEN = "year-old", "-"
PASSIVE = frozenset({"was", "were", "is", "are", "be", "been", "being", "got", "gets", "left"})
ADVERBS = 3  # words before a verb among which "was" makes it passive
OF = frozenset({"из", "із", "зі", "з", "of"})
# What a count is to the others of its slot in a report: a figure of its own, one that no
# number states ("a woman was hurt"), those of the hurt who lie in hospital, "two more", one
# that only stands where there is no other, or the nought of some who were not hurt.
TOLD, IMPLIED, AMONG, MORE, YIELDS, SPARED = (
    "told", "implied", "among", "more", "yields", "spared",
)  # fmt: skip


class Counted(NamedTuple):
    """Words `first` up to `last` say how many; `unit` is "persons", "drones", "missiles"...

    `role` is TOLD, IMPLIED, AMONG, MORE, YIELDS or SPARED.
    """

    slot: str
    unit: str
    low: int
    best: int
    high: int | None
    first: int
    last: int
    role: str = TOLD


class Clauses(NamedTuple):
    """The words of a sentence with all that counting needs to know of them."""

    words: Sequence[Word]
    clause: list[int]
    fates: list[Hit[Fate]]
    numbers: list[Number]
    busy: frozenset[int]  # words of fates and numbers: a counted noun is not beyond them
    parts: frozenset[int]  # where "among them" begins
    among: frozenset[int]  # where fates begin that are of some of the hurt only
    fated: frozenset[int]  # clauses that tell a fate
    counting: frozenset[int]  # clauses with a number of people or arms
    doing: dict[int, int]  # first and last words of fates that their doer may stand before
    lexicon: Lexicon
    hits: Hits  # phrases of the lexicon by the names of their lists


def parted(words: Sequence[Word], known: Lexicon, timed: frozenset[int]) -> Clauses:
    """Part a sentence into clauses: at its marks, and at an "and" before a number or fate.

    Words of dates and hours (`timed`) are no numbers of anything.
    """
    hits = known.lists.find(words)
    nones = [*hits["nones"], *hits["spared"]]
    nobody = {at for hit in nones for at in range(hit.first, hit.last)}
    said = {at for hit in hits["figures"] for at in range(hit.first, hit.last)}
    fates = [hit for hit in longest(hits["fates"]) if hit.first not in nobody | said]
    told = [
        n
        for n in numbers(words, known.numbers)
        if (timed | nobody).isdisjoint(range(n.first, n.last))
        and not _called(words, n, known)
        and not _joined(words, n.first)
    ]
    starts = {hit.first for hit in fates} | {number.first for number in told}
    plain = {hit.first for hit in fates if hit.label.slot == NEVER}  # "who lived there"
    clause = _numbered(words, starts, {hit.first for hit in hits["relative"]}, plain)
    busy = {at for hit in fates for at in range(hit.first, hit.last)} | starts
    parts = frozenset(hit.first for hit in hits["parts"])
    fated = frozenset(clause[hit.first] for hit in fates)
    among = frozenset(hit.first for hit in hits["among"])
    found = sorted(hits["doing"], key=lambda hit: hit.last)
    doing = {hit.first: hit.last for hit in found}
    read = Clauses(
        words,
        clause,
        fates,
        told,
        frozenset(busy),
        parts,
        among,
        fated,
        frozenset(),
        doing,
        known,
        hits,
    )
    counting = frozenset(clause[n.first] for n in told if unit_of(read, n)[0] != NEVER)
    return read._replace(counting=counting)


def _called(words: Sequence[Word], number: Number, known: Lexicon) -> bool:
    """Tell whether a number is one to call: "999 was called", but not "999 people"."""
    counted = number.last < len(words) and known.unit(words[number.last])
    return words[number.first].low in known.calls and not counted


def _joined(words: Sequence[Word], at: int) -> bool:
    """Tell whether a number is the tail of a name: "7-Eleven"."""
    return at > 0 and words[at].marks == HYPHEN and words[at - 1].low.isdecimal()


def _numbered(
    words: Sequence[Word], starts: set[int], relative: set[int], plain: set[int]
) -> list[int]:
    """Return the number of the clause of each word.

    "Two drones, which flew to Elm, were shot down": what is put in between commas, and counts
    nothing, parts nothing.
    """
    found: list[int] = []
    latest = here = 0
    around: int | None = None  # the clause that goes on behind the one put into it
    for at, word in enumerate(words):
        joins = word.low in JOINING and at + 1 in starts and at > 0
        if not ((at > 0 and word.breaks) or joins):
            around = None if at in starts - plain else around  # it counts something itself
        elif around is not None and word.marks == ",":
            here, around = around, None
        else:
            latest += 1
            around = here if at in relative and word.marks == "," else None
            here = latest
        found.append(here)
    return found


def longest(hits: list[Hit[Fate]]) -> list[Hit[Fate]]:
    """Leave out what is part of a longer phrase: "shot" in "shot dead" and "shot down".

    Who "was fatally wounded" is no more hurt than dead.
    """
    fatal = [hit for hit in hits if hit.label.slot == "killed"]
    hits = [
        hit
        for hit in hits
        if hit.label.slot != "injured" or not any(_within(other, hit) for other in fatal)
    ]
    widest: dict[int, Hit[Fate]] = {}
    for hit in hits:
        for at in range(hit.first, hit.last):
            held = widest.get(at)
            if held is None or hit.last - hit.first > held.last - held.first:
                widest[at] = hit
    return [
        hit
        for hit in hits
        if all(
            widest[at].label.slot == hit.label.slot
            or widest[at].last - widest[at].first <= hit.last - hit.first
            for at in range(hit.first, hit.last)
        )
    ]


def _within(inner: Hit[Fate], outer: Hit[Fate]) -> bool:
    return outer.first < inner.first and inner.last <= outer.last


def unit_of(told: Clauses, number: Number) -> tuple[str, int]:
    """Return the unit a number counts, and the index after its noun."""
    words = told.words
    aged = 0
    if number.last < len(words) and words[number.last].low == AGED:
        return NEVER, number.last  # "a 31 year-old man": nobody counts 31
    for at in range(number.last, min(len(words), number.last + REACH)):
        if words[at].marks.strip(QUOTES + HYPHEN):
            break
        if words[at].low.isdigit() and words[at + 1 : at + 2] and words[at + 1].low == AGED:
            continue  # "a 31 year-old man"
        kind = told.lexicon.unit(words[at])
        if kind and words[at].low == AGED:
            aged = at + 1  # "a 12-year-old", "a 12-year-old boy"
            continue
        if kind:
            return kind, at + 1
        if at in told.busy or not told.lexicon.describes(words[at]):
            break
    if aged:
        return "persons", aged
    people = words[number.last - 1].low.startswith(told.lexicon.language.collective)
    return "persons" if people else "", number.last


def done_to_others(told: Clauses, hit: Hit[Fate], before: int) -> bool:
    """Tell whether who is named at `before` does what a fate says: "a man shot his wife"."""
    words, last = told.words, max(hit.last, told.doing.get(hit.first, 0))
    if hit.first not in told.doing or last >= len(words) or words[last].breaks:
        return False
    suffered = any(
        word.low in PASSIVE for word in words[max(0, hit.first - ADVERBS) : hit.first]
    )
    if suffered or before >= hit.first:
        return False
    counted = any(number.first == last for number in told.numbers)
    name = words[last].capital and not words[before].capital
    return counted or name or words[last].low in told.lexicon.objects


def staying(told: Clauses, number: Number) -> bool:
    """Tell whether a number is of those who are in hospital still: others have left it."""
    here = told.clause[number.first]
    return any(told.clause[hit.first] == here for hit in told.hits["staying"])
