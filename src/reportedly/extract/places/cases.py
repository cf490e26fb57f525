"""From any case form of a Russian or Ukrainian place name to its possible nominatives."""

from functools import lru_cache

from ...lang.happening import happening

LONGEST = 5
SHORTEST_STEM = 0


@lru_cache(maxsize=65536)
def nominatives(word: str, language: str) -> tuple[str, ...]:
    """Return `word` (folded, one word) and every nominative it could be a form of.

    Every ending of the language that fits is tried; the gazetteer decides.

    >>> "харків" in nominatives("харкові", "uk")
    True
    """
    table = happening(language).places.endings
    if not table:
        return (word,)
    found = [word]
    for length in range(min(LONGEST, len(word) - SHORTEST_STEM), -1, -1):
        stem, ending = word[: len(word) - length], word[len(word) - length :]
        found.extend(stem + other for other in table.get(ending, ()))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16384)
def of_compound(word: str, language: str) -> tuple[str, ...]:
    """Return the nominatives of a word that may be hyphenated: either half may be declined."""
    if "-" not in word:
        return nominatives(word, language)
    first, _, rest = word.partition("-")
    head, _, last = word.rpartition("-")
    both = [
        f"{a}-{b}"
        for a in nominatives(first, language)
        for b in (nominatives(rest, language) if "-" not in rest else (rest,))
    ]
    return tuple(
        dict.fromkeys([word, *(f"{head}-{b}" for b in nominatives(last, language)), *both])
    )
