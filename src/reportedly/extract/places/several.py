"""Districts that a list names, whose noun stands once, before or behind all of them."""

from collections.abc import Iterator, Sequence

from ...lang.happening import Whereabouts
from ...text.words import Word
from .mention import Mention
from .names import place_called
from .parts import AND, agreeing

NOMINATIVE = ("ий", "ый", "ой")


def districts_listed(
    words: Sequence[Word], places: Whereabouts, language: str
) -> Iterator[Mention]:
    """Yield the districts of "в Лесном и Каменском районах", the last with the noun.

    So are those told behind it: "в округах Лесной, Каменка".
    """
    for at, word in enumerate(words):
        noun = places.several_districts.get(word.low)
        if noun is None or word.marks:
            continue
        gender = "femn" if noun == "громада" else "masc"
        inner = at > 1 and words[at - 1].low.startswith(places.whole)  # "городских округах"
        yield from _behind_noun(words, at + 1, noun)
        last, here = at + 1, at - 1 - inner
        while here >= 0 and words[here].capital:
            name = agreeing(words[here], gender, language)
            if not name:
                break
            yield Mention(here, last, (), "at", "district", f"{name} {noun}")
            last = here - (words[here - 1].low in AND)
            if last == here and words[here].marks != ",":
                break
            here = last - 1
            last = here + 1


def _behind_noun(words: Sequence[Word], at: int, noun: str) -> Iterator[Mention]:
    """Yield the adjectives in the nominative of the list that begins at `at`."""
    while at < len(words) and words[at].capital and (words[at].marks in ("", ",")):
        if words[at].low.endswith(NOMINATIVE) and not place_called(words[at].text):
            yield Mention(at, at + 1, (), "at", "district", f"{words[at].text} {noun}")
        at += 1 + (at + 1 < len(words) and words[at + 1].low in AND)
