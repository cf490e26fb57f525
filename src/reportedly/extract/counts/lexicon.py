"""The words of counting of one language, filed for searching."""

from functools import cache

from ...lang.figurative import figurative
from ...lang.happening import Happening, happening
from ...lang.morphology import is_adjective, is_plural, noun, of_one
from ...text.numbers import NumberWords
from ...text.phrases import PhraseLists, Phrases, plain
from ...text.words import Word

JOINS = frozenset(
    {"and", "or", "і", "й", "та", "that", "що", "were", "was", "are", "is", "with"}
)
OWNING = "'s"
_AGED = "-year-old"
# Endings of verbs and participles of one man or woman; English ones do not tell.
_OF_ONE: dict[str, tuple[str, ...]] = {
    "en": (),
    "uk": ("аний", "ений", "ана", "ена", "гинув", "гинула", "помер", "померла"),
}
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
        fates = language.fates
        self.lists = PhraseLists(
            fates=[(words, fate) for fate in fates for words in fate.words],
            ones=[(words, fate) for fate in fates for words in fate.one],
            nones=[(words, fate) for fate in fates for words in fate.none],
            spared=[(words, fate) for fate in fates for words in fate.spared],
            among=[(words, True) for fate in fates for words in fate.among],
            parts=plain(language.part),
            relative=plain(language.relative),
            staying=plain(language.staying),
            unsaid=plain(language.unsaid),
            asked=plain(language.asked),
            doing=plain(language.doing),
            figures=figurative(code),
            deaths=list(language.deaths.items()),
        )
        self.altogether = Phrases(plain(language.altogether))
        never = language.not_counted
        self._never = tuple(begin for begin in never if not begin.endswith("."))
        self._never_words = frozenset(word[:-1] for word in never if word.endswith("."))
        self._stops = frozenset(language.stops)
        self.objects = frozenset(language.objects)
        self.verbs = frozenset(word for fate in language.fates for word in fate.words)
        self.calls = frozenset(language.calls)
        self.selves = frozenset(language.selves)
        self.pronouns = frozenset(language.pronouns)
        self.listing = code == "en"  # headlines name people without articles, with commas
        self.ordinals = language.ordinals
        self.dying = frozenset(language.dying)
        self._units: dict[str, str] = {}

    def unit(self, word: Word) -> str:
        """Return the kind of unit `word` names, "" for none, "-" for one never counted."""
        known = self._units.get(word.low)
        if known is None:
            known = self._unit(word.low)
            if len(self._units) < 65536:  # hostile texts have endless new words
                self._units[word.low] = known
        return known

    def several(self, word: Word) -> bool:
        """Tell whether a noun stands for more than one."""
        low = word.low
        if low in self.language.several:
            return True
        if self.code == "en":
            return low.endswith("s") and not low.endswith("ss")
        return self.code == "ru" and low.isalpha() and is_plural(low)

    def single(self, word: Word) -> bool:
        """Tell whether a word for a fate is of one person only, by its form."""
        return of_one(word.low) if self.code == "ru" else word.low.endswith(_OF_ONE[self.code])

    def describes(self, word: Word) -> bool:
        """Tell whether `word` may stand between a number and the noun it counts."""
        if self.code != "ru":
            return word.low not in self._stops
        return not word.low.isalpha() or is_adjective(word.low)

    def stands(self, before: str) -> bool:
        """Tell whether a number behind `before` is that of a house, an age, an hour."""
        return before in self._stops and before not in JOINS

    def _unit(self, low: str) -> str:
        """Return the kind of the longest beginning: "летчик" is none of "лет"."""
        if low.endswith(_AGED) and self.code == "en":
            low = _AGED.removeprefix("-")  # "three-year-old"
        whole = f"{low.removesuffix(OWNING)}."
        if low in self._never_words:
            return NEVER
        longest = _longest(low, self._never)
        kind = NEVER if longest else ""
        for named, beginnings in self.language.units.items():
            length = len(whole) if whole in beginnings else _longest(low, beginnings)
            if length > longest:
                kind, longest = named, length
        if kind:
            return kind
        if self.code != "ru" or not low.isalpha():
            return ""
        return {"living": "persons", "thing": NEVER}.get(noun(low), "")


def _longest(low: str, beginnings: tuple[str, ...]) -> int:
    """Return how long the longest beginning of a word is, 0 for none."""
    return max((len(one) for one in beginnings if low.startswith(one)), default=0)


def number_words(language: str) -> NumberWords:
    """Return what "en", "ru" or "uk" calls numbers."""
    return lexicon(language).numbers


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of "en", "ru" or "uk"."""
    return Lexicon(happening(language), language)
