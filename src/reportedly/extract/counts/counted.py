"""From the numbers of a sentence to what they count."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ...lang.happening import Fate, Happening, happening
from ...text.numbers import Number, NumberWords, numbers
from ...text.phrases import Hit, Phrases
from ...text.words import Word

REACH = 3  # words that may stand between a number and the noun it counts
NEXT = 1  # clauses away that a number may look for the word that tells its fate


class Counted(NamedTuple):
    """Words `first` up to `last` say how many; `unit` is "persons", "drones", "missiles"..."""

    slot: str
    unit: str
    low: int
    best: int
    high: int | None
    first: int
    last: int


class _Lexicon:
    """The words of counting of one language, filed for searching."""

    def __init__(self, language: Happening) -> None:
        self.language = language
        self.numbers = NumberWords(
            language.numbers,
            language.groups,
            language.at_least,
            language.more_than,
            language.at_most,
            language.about,
            language.between,
            language.grew,
        )
        self.fates = Phrases((w, fate) for fate in language.fates for w in fate.words)
        self.ones = Phrases((w, fate) for fate in language.fates for w in fate.one)
        self.nones = Phrases((w, fate) for fate in language.fates for w in fate.none)
        self.parts = Phrases((phrase, True) for phrase in language.part)
        self.unsaid = Phrases((phrase, True) for phrase in language.unsaid)

    def unit(self, word: Word) -> str:
        """Return the kind of unit `word` names, "" for none, "-" for one never counted."""
        for kind, beginnings in self.language.units.items():
            if word.low.startswith(beginnings):
                return kind
        return "-" if word.low.startswith(self.language.not_counted) else ""


@cache
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(happening(language))


def _clauses(words: Sequence[Word]) -> list[int]:
    """Return the number of the clause each word stands in."""
    clause, found = 0, []
    for at, word in enumerate(words):
        clause += at > 0 and word.breaks
        found.append(clause)
    return found


def _unit(lexicon: _Lexicon, words: Sequence[Word], number: Number) -> tuple[str, int]:
    """Return the unit a number counts, and the index after its noun."""
    for at in range(number.last, min(len(words), number.last + REACH)):
        if at > number.last and words[at].breaks:
            break
        if words[at].marks.strip("—–-,") and at == number.last:
            break
        kind = lexicon.unit(words[at])
        if kind:
            return kind, at + 1
    return "", number.last


def _nearest(
    fates: list[Hit[Fate]], clause: Sequence[int], number: Number, unit: str
) -> Fate | None:
    """Return the fate told nearest to a number, in its own clause before any other."""
    here = clause[number.first]

    def far(hit: Hit[Fate]) -> tuple[int, int, bool]:
        before = hit.first < number.first
        gap = number.first - hit.last + 1 if before else hit.first - number.last + 1
        return abs(clause[hit.first] - here), gap, before

    fitting = [hit for hit in fates if not unit or unit in hit.label.units]
    fitting = [hit for hit in fitting if abs(clause[hit.first] - here) <= NEXT]
    if not fitting:
        return None
    best = min(fitting, key=far)
    return best.label if unit or (far(best)[0] == 0 and far(best)[1] <= REACH) else None


def _stated(lexicon: _Lexicon, words: Sequence[Word], clause: list[int]) -> list[Counted]:
    fates = lexicon.fates.find(words)
    parts = {hit.first for hit in lexicon.parts.find(words)}
    found: list[Counted] = []
    for number in numbers(words, lexicon.numbers):
        unit, last = _unit(lexicon, words, number)
        if unit == "-" or any(p in parts for p in range(max(0, number.first - 4), number.last)):
            continue
        fate = _nearest(fates, clause, number, unit)
        if fate is None:
            continue
        unit = unit or ("persons" if "persons" in fate.units else fate.units[0])
        found.append(
            Counted(fate.slot, unit, number.low, number.best, number.high, number.first, last)
        )
    return found


def _implied(lexicon: _Lexicon, words: Sequence[Word], clause: list[int]) -> list[Counted]:
    """Return the ones of "погибла женщина" and the noughts of "пострадавших нет"."""
    unsaid = {clause[hit.first] for hit in lexicon.unsaid.find(words)}
    found = [
        Counted(hit.label.slot, "persons", 0, 0, 0, hit.first, hit.last)
        for hit in lexicon.nones.find(words)
        if clause[hit.first] not in unsaid
    ]
    denied = {(c.slot, clause[c.first]) for c in found}
    for hit in lexicon.ones.find(words):
        here = clause[hit.first]
        negated = hit.first and words[hit.first - 1].low in ("не", "ни", "not", "никто")
        if negated or (hit.label.slot, here) in denied:
            continue
        nouns = [
            at
            for at, word in enumerate(words)
            if clause[at] == here and not hit.first <= at < hit.last
            and lexicon.unit(word) == "persons"
        ]  # fmt: skip
        if nouns:
            found.append(Counted(hit.label.slot, "persons", 1, 1, 1, hit.first, hit.last))
    return found


def counts(words: Sequence[Word], language: str) -> list[Counted]:
    """Return what is counted in a sentence, by position; a stated number beats an implied one.

    "Nobody was hurt" is nought; "there is no word on the hurt" is nothing.
    """
    lexicon = _lexicon(language)
    clause = _clauses(words)
    stated = _stated(lexicon, words, clause)
    taken = {(c.slot, clause[c.first]) for c in stated}
    implied = [
        c for c in _implied(lexicon, words, clause) if (c.slot, clause[c.first]) not in taken
    ]
    return sorted({*stated, *implied}, key=lambda c: (c.first, c.last, c.slot))
