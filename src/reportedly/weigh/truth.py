"""Which of several values is true, from who says what and how often each has been right."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

_ROUNDS = 30
_SETTLED = 1e-4  # a round that moves no source by more ends the search
_FIRST = 0.8  # how often a source is right, before anything is known of it
_WEIGHT = 10.0  # facts that this assumption is worth
_BOUNDS = (0.05, 0.98)  # nobody is taken to be always right or always wrong
_WRONG = 2.0  # wrong values of a fact: errors repeat few of all that are possible

Index = NDArray[np.int64]
Shares = NDArray[np.float64]


class Said(msgspec.Struct, frozen=True):
    """One value for one fact; `family` is whom its source has it from, itself if nobody."""

    family: str
    fact: str
    value: str


class Truth(msgspec.Struct, frozen=True):
    """What is found: the probability of every value of every fact, and of each family."""

    values: Mapping[str, Mapping[str, float]]
    right: Mapping[str, float]  # how often a family is right, 0..1
    said: Mapping[str, frozenset[str]]  # the families that answer each fact

    def best(self, fact: str) -> str:
        """Return the likeliest value, of equals the first by its text."""
        given = self.values[fact]
        return min(given, key=lambda value: (-given[value], value))


class _Words(msgspec.Struct, frozen=True):
    """What was said as numbers: one row a word, and for each value the fact it is of."""

    family: Index
    value: Index
    fact: Index  # of each value
    facts: int  # how many there are
    size: int  # how many families there are


def truth(said: Iterable[Said]) -> Truth:
    """Return how likely each value is, by one-coin expectation maximisation.

    Each family is right with one probability on every fact, and wrong values are equally
    likely (Dawid and Skene 1979; Liu, Peng and Ihler 2012). Copies must have been collapsed
    by provenance: of a family's equal words for a fact one counts. Nothing is inferred from
    agreement alone, which would take agreeing on the truth for copying. The order of the
    words does not matter.
    """
    heard = sorted(set(said), key=lambda one: (one.fact, one.value, one.family))
    families = sorted({one.family for one in heard})
    values = sorted({(one.fact, one.value) for one in heard})
    words = _words(heard, families, values)
    right = np.full(len(families), _FIRST)
    sure = _values(words, right)
    for _ in range(_ROUNDS):
        newer = _right(words, sure)
        moved = np.abs(newer - right).max(initial=0.0)
        right, sure = newer, _values(words, newer)
        if moved < _SETTLED:
            break
    found: dict[str, dict[str, float]] = {}
    for (fact, value), share in zip(values, sure.tolist(), strict=True):
        found.setdefault(fact, {})[value] = share
    behind: dict[str, set[str]] = {}
    for one in heard:
        behind.setdefault(one.fact, set()).add(one.family)
    return Truth(
        values=found,
        right=dict(zip(families, right.tolist(), strict=True)),
        said={fact: frozenset(each) for fact, each in behind.items()},
    )


def _words(
    heard: Sequence[Said], families: Sequence[str], values: Sequence[tuple[str, str]]
) -> _Words:
    family = {each: at for at, each in enumerate(families)}
    value = {each: at for at, each in enumerate(values)}
    facts = {each: at for at, each in enumerate(dict.fromkeys(fact for fact, _ in values))}
    fact = np.array([facts[each] for each, _ in values], dtype=np.int64)
    return _Words(
        family=np.array([family[one.family] for one in heard], dtype=np.int64),
        value=np.array([value[one.fact, one.value] for one in heard], dtype=np.int64),
        fact=fact,
        facts=len(facts),
        size=len(families),
    )


def _values(words: _Words, right: Shares) -> Shares:
    """Return the probability of each value; those of one fact sum to one."""
    share = right[words.family]
    odds = np.log(share * _WRONG / (1 - share))
    total = np.bincount(words.value, odds, len(words.fact))
    top = np.full(words.facts, -np.inf)
    np.maximum.at(top, words.fact, total)
    rest = np.exp(total - top[words.fact])
    return np.asarray(rest / np.bincount(words.fact, rest, words.facts)[words.fact])


def _right(words: _Words, sure: Shares) -> Shares:
    """Return how often each family is right, drawn to the first guess while little is known."""
    hits = np.bincount(words.family, sure[words.value], words.size)
    count = np.bincount(words.family, minlength=words.size)
    return np.clip((hits + _FIRST * _WEIGHT) / (count + _WEIGHT), *_BOUNDS)
