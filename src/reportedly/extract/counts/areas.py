"""How wide an area burns or lies in ruins: "500 square metres", "полтора гектара"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...lang.happening import Area, happening
from ...text.numbers import NumberWords, numbers
from ...text.phrases import Phrases
from ...text.words import Word
from .clauses import Counted
from .lexicon import lexicon

SQUARE = "m²"
_DECIMAL = re.compile(r"(\d{1,7})[.,](\d{1,2})")


class _Words:
    def __init__(self, known: Area, language: str) -> None:
        self.units = Phrases(known.units.items())
        self.halves, self.short = known.halves, frozenset(known.short)
        told: NumberWords = lexicon(language).numbers
        # "Spread to 30 hectares": "up to" is an upper bound, what it has grown to is none.
        self.numbers = told._replace(grew=(*told.grew, *known.reached))


@cache
def _words(language: str) -> _Words:
    return _Words(happening(language).area, language)


def areas(words: Sequence[Word], language: str) -> Iterator[Counted]:
    """Yield the areas told in a sentence, as counts of whole square metres."""
    known = _words(language)
    words = [
        word._replace(marks="") if at and words[at - 1].low in known.short else word
        for at, word in enumerate(words)
    ]
    units = known.units.find(words)
    if not units:
        return
    told = numbers(words, known.numbers)
    for unit in units:
        broken = _broken(words[unit.first - 1].low, known) if unit.first else None
        if broken is not None:
            size = round(broken * unit.label)
            yield Counted("area", SQUARE, size, size, size, unit.first - 1, unit.last)
            continue
        for number in told:
            if number.last == unit.first:
                low, best = (round(part * unit.label) for part in (number.low, number.best))
                high = None if number.high is None else round(number.high * unit.label)
                yield Counted("area", SQUARE, low, best, high, number.first, unit.last)


def _broken(low: str, known: _Words) -> float | None:
    """Return a number that is no whole one: "1.5", "полтора"."""
    if low in known.halves:
        return known.halves[low]
    found = _DECIMAL.fullmatch(low)
    return float(f"{found[1]}.{found[2]}") if found else None
