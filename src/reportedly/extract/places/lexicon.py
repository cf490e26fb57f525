"""The words around names of places of one language, filed for searching."""

from functools import cache

from ...lang.happening import Whereabouts, happening
from ...text.phrases import Phrases


class Lexicon:
    """What stands before, after and in place of names."""

    def __init__(self, places: Whereabouts, language: str) -> None:
        self.language = language
        self.places = places
        self.at = frozenset(places.at)
        self.beside = places.struck + places.sites + places.residents
        self.passed = frozenset(places.passed)
        self.belongs = frozenset(places.belongs)
        self.near = Phrases((phrase, True) for phrase in places.near)
        months = happening(language).times.months
        # Months and states cut short: "Nov. 2", "Ore. college".
        cut = {name.removesuffix(".") for names in months for name in names}
        self.short = frozenset({*cut, *places.short})
        self.not_places = frozenset(
            word.casefold().replace("ё", "е") for word in places.not_places
        )


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of "en", "ru" or "uk"."""
    return Lexicon(happening(language).places, language)
