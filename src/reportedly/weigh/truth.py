"""Which of several values is true, from who says what and how often each has been right."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

_ROUNDS = 60
_SETTLED = 1e-4  # a round that moves no word by more ends the search
_FIRST = 0.8  # how often a source is right, before anything is known of any
_FAMILIES = 10.0  # families that this assumption is worth
_WEIGHT = 10.0  # facts that the mean of all families is worth for each
_BOUNDS = (0.05, 0.98)  # nobody is taken to be always right or always wrong
_PAIRS = 20.0  # pairs of errors on one fact, half of them alike, taken as seen before any is
_FRESH = (0.05, 100.0)  # bounds of the weight of a new error

Index = NDArray[np.int64]
Shares = NDArray[np.float64]


class Said(msgspec.Struct, frozen=True):
    """One value for one fact; `family` is whom its source has it from, itself if nobody."""

    family: str
    fact: str
    value: str


class Truth(msgspec.Struct, frozen=True):
    """What is found: the probability of every value of every fact, and of each family."""

    values: Mapping[str, Mapping[str, float]]  # of a fact sum to less than one
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
    compared: Shares  # 1 where another family answers the fact as well, else 0
    fact: Index  # of each value
    voices: Index  # words for each value
    told: Index  # words for each fact
    size: int  # how many families there are


def truth(said: Iterable[Said]) -> Truth:
    """Return how likely each value is, by one-coin expectation maximisation.

    Each family is right with one probability on every fact (Dawid and Skene 1979; Liu, Peng
    and Ihler 2012); an error repeats those made on the fact, or is a new one (Ewens 1972). All
    that is said of a fact may be wrong: a lone word is worth what its family is. A word weighs
    by how often its family is right on other facts, so that it does not vouch for itself, and
    a fact that one family alone answers tells nothing of it. What is not known of a family is
    taken from the mean of all (empirical Bayes); how readily errors agree is learnt as well.
    Copies must have been collapsed by provenance: of a family's equal words for a fact one
    counts. Nothing is inferred from agreement alone, which would take agreeing on the truth
    for copying. The order of the words does not matter.
    """
    heard = sorted(set(said), key=lambda one: (one.fact, one.value, one.family))
    families = sorted({one.family for one in heard})
    values = sorted({(one.fact, one.value) for one in heard})
    words = _words(heard, families, values)
    mean, right = _FIRST, np.full(len(heard), _FIRST)
    sure = _values(words, right, fresh=1.0)
    for _ in range(_ROUNDS):
        mean = _mean(words, sure, mean)
        newer = _elsewhere(words, sure, mean)
        moved = np.abs(newer - right).max(initial=0.0)
        right, sure = newer, _values(words, newer, _fresh(words, sure))
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
        right=dict(zip(families, _right(words, sure, mean).tolist(), strict=True)),
        said={fact: frozenset(each) for fact, each in behind.items()},
    )


def _words(
    heard: Sequence[Said], families: Sequence[str], values: Sequence[tuple[str, str]]
) -> _Words:
    family = {each: at for at, each in enumerate(families)}
    value = {each: at for at, each in enumerate(values)}
    facts = {each: at for at, each in enumerate(dict.fromkeys(fact for fact, _ in values))}
    who = np.array([family[one.family] for one in heard], dtype=np.int64)
    about = np.array([facts[one.fact] for one in heard], dtype=np.int64)
    pairs = np.unique(np.stack([about, who]), axis=1)
    asked = np.bincount(pairs[0], minlength=len(facts))
    said = np.array([value[one.fact, one.value] for one in heard], dtype=np.int64)
    return _Words(
        family=who,
        value=said,
        compared=(asked[about] > 1).astype(np.float64),
        fact=np.array([facts[each] for each, _ in values], dtype=np.int64),
        voices=np.bincount(said, minlength=len(values)),
        told=np.bincount(about, minlength=len(facts)),
        size=len(families),
    )


def _values(words: _Words, right: Shares, fresh: float) -> Shares:
    """Return the probability of each value from how often each word's family is right.

    `fresh` is what a new error weighs against each that was made. The values of one fact and
    the chance that none of them holds sum to one.
    """
    odds = np.bincount(words.value, np.log(right / (1 - right)), len(words.fact))
    count = np.arange(words.told.max(initial=0) + 1)
    rising = np.concatenate(([0.0], np.cumsum(np.log(fresh + count))))  # of so many errors
    again = np.concatenate(([0.0, 0.0], np.cumsum(np.log(np.maximum(1, count)))[1:]))
    held = odds - again[words.voices] - rising[words.told[words.fact] - words.voices]
    none = np.log(fresh) - rising[words.told]
    top = none.copy()
    np.maximum.at(top, words.fact, held)
    each = np.exp(held - top[words.fact])
    whole = np.bincount(words.fact, each, len(top)) + np.exp(none - top)
    return np.asarray(each / whole[words.fact])


def _fresh(words: _Words, sure: Shares) -> float:
    """Return what a new error weighs by the share of pairs of errors on a fact that differ."""
    facts, voices = len(words.told), words.voices
    none = np.clip(1 - np.bincount(words.fact, sure, facts), 0, 1)
    wrong = words.told[words.fact] - voices
    alike = np.bincount(words.fact, voices * (voices - 1), facts)
    pairs = sure @ (wrong * (wrong - 1)) + none @ (words.told * (words.told - 1)) + _PAIRS
    same = sure @ (alike[words.fact] - voices * (voices - 1)) + none @ alike + _PAIRS / 2
    return float(np.clip(pairs / same - 1, *_FRESH))


def _hits(words: _Words, sure: Shares) -> tuple[Shares, Shares]:
    """Return how many words of each family are right, and how many can be compared."""
    hits = np.bincount(words.family, words.compared * sure[words.value], words.size)
    count = np.bincount(words.family, words.compared, words.size)
    return np.asarray(hits, np.float64), np.asarray(count, np.float64)


def _right(words: _Words, sure: Shares, mean: float) -> Shares:
    """Return how often each family is right, drawn to the mean while little is known."""
    hits, count = _hits(words, sure)
    return np.clip((hits + mean * _WEIGHT) / (count + _WEIGHT), *_BOUNDS)


def _mean(words: _Words, sure: Shares, mean: float) -> float:
    """Return how often families are right in the mean, drawn to the first guess."""
    known = np.bincount(words.family, words.compared, words.size) > 0
    right = _right(words, sure, mean)[known]
    return float((right.sum() + _FIRST * _FAMILIES) / (known.sum() + _FAMILIES))


def _elsewhere(words: _Words, sure: Shares, mean: float) -> Shares:
    """Return for each word how often its family is right but for this word."""
    hits, count = _hits(words, sure)
    hits, count = hits[words.family], count[words.family]
    hits, count = hits - words.compared * sure[words.value], count - words.compared
    return np.clip((hits + mean * _WEIGHT) / (count + _WEIGHT), *_BOUNDS)
