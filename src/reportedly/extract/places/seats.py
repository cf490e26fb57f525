"""From an adjective to the towns it can be made from: "Сызранский", "Сизранський" - Сызрань."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from .names import called

_ADJECTIVE = re.compile(r"(?P<own>[сцз])ь?к(?:ий|ой|ая|ое|а|е)$")
ENDINGS = ("", "са", "ское", "ське", "о", "е", "а", "ск", "ськ", "ь", "и", "ы", "сы", "си")
# What a town's name ends with where its adjective has something else before "-ский".
CHANGED = (
    ("ь", "а"), ("ий", "ия"), ("ій", "ія"), ("ов", "ва"), ("ов", ""), ("ів", ""), ("ин", "а"),
    ("ин", "и"), ("ен", "а"), ("ен", "ь"), ("ен", "ый"), ("им", "а"), ("ж", "га"), ("ж", "жье"),
    ("й", "я"),
)  # fmt: skip
# Letters of the neighbour's spelling, for a town that the gazetteer has in one language only.
SPELLED = {
    "uk": {"и": "иы", "і": "ие", "є": "е", "ї": "и", "е": "еэ"},
    "ru": {"ы": "и", "и": "иі", "э": "е", "е": "еє"},
}
MOST_SPELLINGS = 32


def root(adjective: str) -> str:
    """Return an adjective without its ending, the whole of it where it has none of a town."""
    low = adjective.casefold()
    return low[: found.start()] if (found := _ADJECTIVE.search(low)) else low


@lru_cache(maxsize=16384)
def seats(adjective: str, language: str) -> tuple[int, ...]:
    """Return the numbers of what an adjective can be made from, spelled here or next door."""
    found = _ADJECTIVE.search(adjective.casefold())
    if found is None or not found.start():
        return ()
    named: dict[int, None] = {}
    stem = adjective.casefold()[: found.start()]
    for spelled in _spellings(stem, language):
        for name in _names(spelled, found["own"]):
            named.update(dict.fromkeys(called((name,), language)))
        if named:
            break  # a spelling of its own goes before one of the neighbour
    return tuple(named)


def _names(stem: str, own: str) -> Iterator[str]:
    """Yield the nominatives that a stem can be of; `own` is the letter before its "-кий"."""
    if own == "ц":  # "Елецкий", "Донецкий", "Кременчуцький", "Вінницький"
        yield from (stem + end for end in ("ц", "ць", "цк", "цьк", "к", "ця", "ца", "цы", "ч"))
        if stem.endswith("е"):  # "Чернівецький"
            yield from (stem[:-1] + end for end in ("ці", "цы"))
        return
    if own == "з":  # "Запорізький"
        yield from (stem + end for end in ("жя", "г", "з"))
        return
    yield from (stem + end for end in ENDINGS)
    for changed, into in CHANGED:
        if stem.endswith(changed):
            yield stem.removesuffix(changed) + into


def _spellings(stem: str, language: str) -> Iterator[str]:
    yield stem
    letters = SPELLED.get(language, {})
    choices = [letters.get(letter, letter) for letter in stem]
    for number, spelled in enumerate(product(*choices)):
        if number == MOST_SPELLINGS:
            return
        yield "".join(spelled)
