"""Simulated copying: sources of known worth, and what nobody could do better than."""

import itertools
import math
import random
from collections import defaultdict
from functools import cache

from reportedly.weigh.truth import Said

Words = list[tuple[str, Said]]  # with the family of each
Good = dict[str, float]  # how often a source is right

WRONG = 5  # wrong values that a simulated fact has
RANK = 1.2  # the mean rank of the one that an error falls on


def simulated(per: int, copying: float, seed: int) -> tuple[Words, dict[str, str], Good]:
    """Return (family, word) pairs, the truth, and how often each source is right.

    Copiers repeat one of five weak sources. Values have no names in common between facts, and
    no method can win by a tie that the name of the truth breaks.
    """
    chance = random.Random(seed)
    count = 300
    good = [0.3 + 0.6 * chance.betavariate(4, 3) for _ in range(count)]
    order = chance.sample(range(count), count)
    popular = order[:5]
    for source, share in zip(popular, (0.45, 0.5, 0.55, 0.6, 0.65), strict=True):
        good[source] = share
    copies = {each: chance.choice(popular) for each in order[5 : 5 + int(count * copying)]}

    def told(source: int) -> int:
        if chance.random() < good[source]:
            return 0
        return 1 + min(WRONG - 1, int(chance.expovariate(1 / RANK)))

    words, gold = [], {}
    for fact in range(2000):
        names = [f"v{each}" for each in chance.sample(range(1000), WRONG + 1)]
        gold[f"o{fact}"] = names[0]
        first = {source: told(source) for source in popular}
        for source in chance.sample(range(count), per):
            copied = source in copies and chance.random() < 0.9
            heard = first[copies[source]] if copied else first.get(source)
            value = names[told(source) if heard is None else heard]
            family = copies[source] if copied else source
            words.append((f"s{family}", Said(f"s{source}", f"o{fact}", value)))
    return words, gold, {f"s{source}": share for source, share in enumerate(good)}


def informed(words: Words, good: Good) -> dict[str, dict[str, float]]:
    """Return what one believes who is told the families, how good each is and how errors fall.

    No method that is given less can be right more often, but for luck.
    """
    facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for family, word in words:
        facts[word.fact][word.value].add(family)
    return {fact: _informed(given, good) for fact, given in facts.items()}


def _informed(given: dict[str, set[str]], good: Good) -> dict[str, float]:
    odds = {
        value: math.prod(good[each] / (1 - good[each]) for each in behind)
        * _errors(tuple(sorted(len(other) for name, other in given.items() if name != value)))
        for value, behind in given.items()
    }
    if len(given) <= WRONG:  # the truth may be a value that nobody gives
        odds[""] = (WRONG + 1 - len(given)) * _errors(tuple(sorted(map(len, given.values()))))
    return {value: share / sum(odds.values()) for value, share in odds.items() if value}


@cache
def _errors(counts: tuple[int, ...]) -> float:
    """Return how likely so many errors of each kind are, whichever wrong values they are."""
    steps = [math.exp(-rank / RANK) for rank in range(WRONG)]
    ranks = [one - other for one, other in zip(steps, [*steps[1:], 0.0], strict=True)]
    ways = itertools.permutations(ranks, len(counts))
    shares = [math.prod(rank**n for rank, n in zip(way, counts, strict=True)) for way in ways]
    return sum(shares) / len(shares)
