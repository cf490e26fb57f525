"""The words of counting of one language, filed for searching."""

from functools import cache

from ...lang.happening import Happening, happening
from ...lang.morphology import is_adjective, noun
from ...text.numbers import NumberWords
from ...text.phrases import Phrases
from ...text.words import Word

NEVER = "-"  # the unit of what is never counted


class Lexicon:
    """Fates, units and number words, each found by one look-up."""

    def __init__(self, language: Happening, code: str) -> None:
        self.language, self.code = language, code
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
        self._units: dict[str, str] = {}

    def unit(self, word: Word) -> str:
        """Return the kind of unit `word` names, "" for none, "-" for one never counted."""
        known = self._units.get(word.low)
        if known is None:
            known = self._unit(word.low)
            if len(self._units) < 65536:  # hostile texts have endless new words
                self._units[word.low] = known
        return known

    def describes(self, word: Word) -> bool:
        """Tell whether `word` may stand between a number and the noun it counts."""
        return self.code != "ru" or not word.low.isalpha() or is_adjective(word.low)

    def _unit(self, low: str) -> str:
        if low.startswith(self.language.not_counted):
            return NEVER
        for kind, beginnings in self.language.units.items():
            if low.startswith(beginnings):
                return kind
        if self.code != "ru" or not low.isalpha():
            return ""
        return {"living": "persons", "thing": NEVER}.get(noun(low), "")


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of "en", "ru" or "uk"."""
    return Lexicon(happening(language), language)
