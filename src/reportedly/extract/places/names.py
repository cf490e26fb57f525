"""Find place names in a run of words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from .cases import of_compound
from .gazetteer import begins, entry, numbers
from .keys import key

LONGEST = (
    4  # words in a name: "Новая Каховка", "Набережные Челны", "Республика Северная Осетия"
)
MOST_TRIALS = 400
LARGE = 100_000  # people of a town whose name is nobody else's
SHORT = {"saint": "st", "mount": "mt", "fort": "ft"}  # as `keys` files them


@lru_cache(maxsize=65536)
def called(words: tuple[str, ...], language: str) -> tuple[int, ...]:
    """Return the numbers of the places that `words`, in some case form, may name.

    The spelling as it stands comes first, then other nominatives, without repeats.
    """
    heads = [""]
    for position, said in enumerate(words):
        last = position == len(words) - 1
        word = said if last else SHORT.get(said, said).replace("'s", "s")
        longer = []
        for head in heads[:MOST_TRIALS]:
            for form in of_compound(key(word), language):
                name = f"{head} {form}" if head else form
                if last or begins(name + " "):
                    longer.append(name)
        heads = longer
    found = [number for name in heads[:MOST_TRIALS] for number in numbers(name)]
    return tuple(dict.fromkeys(found))


def longest(words: Sequence[str], language: str) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield `(how many words, numbers)` for names at the first word, longest first."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        found = called(tuple(words[:length]), language)
        if found:
            yield length, found


@lru_cache(maxsize=65536)
def country_called(word: str) -> str | None:
    """Return the ISO 3166-1 code of the country that a word names in any case, None if none.

    >>> country_called("Грузии"), country_called("Georgia's"), country_called("Грузовики")
    ('GE', 'GE', None)
    """
    found = (entry(number) for number in _called(word))
    return next((each.country for each in found if each.kind == "country"), None)


@lru_cache(maxsize=65536)
def place_called(word: str) -> bool:
    """Tell whether a word by itself names a country, a region or a large town in any case.

    >>> place_called("Москвы"), place_called("Москвач"), place_called("Правда")
    (True, False, False)
    """
    found = (entry(number) for number in _called(word))
    return any(e.kind in ("country", "region") or e.population >= LARGE for e in found)


def _called(word: str) -> Iterator[int]:
    low = word.lower().removesuffix("'s").removesuffix("’s")
    for language in ("en",) if low.isascii() else ("ru", "uk"):
        yield from called((low,), language)
