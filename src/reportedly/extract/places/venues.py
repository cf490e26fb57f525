"""Sites with names of their own: "the depot «Atlas»"."""

from collections.abc import Sequence
from itertools import pairwise

from ...lang.happening import Whereabouts
from ...text.words import Word
from .mention import Mention
from .names import place_called
from .parts import LONGEST, OPENING

CLOSING = frozenset('»"”“')


def venue(words: Sequence[Word], at: int, places: Whereabouts) -> Mention | None:
    """Read "нефтебазе «Атлас»": a site with its quoted name."""
    noun = next(
        (n for begin, n in places.venues.items() if words[at].low.startswith(begin)), ""
    )
    if not noun or at + 1 >= len(words):
        return None
    if not OPENING & set(words[at + 1].marks[-1:]):
        short = words[at].text.isupper() or _station(words, at, noun)
        return _unquoted(words, at, noun) if short else None
    last = at + 2
    while last < min(len(words), at + 2 + LONGEST) and not CLOSING & set(words[last].marks[:1]):
        if words[last].breaks:
            return None
        last += 1
    name = words[at + 1].text
    for before, word in pairwise(words[at + 1 : last]):
        name += " " * (word.start > before.end) + word.text
    return Mention(at, last, (), "at", "venue", f"{noun} «{name}»")


def _station(words: Sequence[Word], at: int, noun: str) -> bool:
    """Tell whether a station is named by an adjective: "на станции Заречная", no village."""
    return noun.startswith("станц") and words[at + 1].low.endswith(("ая", "ська"))


def _unquoted(words: Sequence[Word], at: int, noun: str) -> Mention | None:
    """Read "ЖК Зелёный Парк": the name behind an abbreviation, no "ТЦ Москвы"."""
    last = at + 1
    while last < min(len(words), at + 1 + LONGEST) and words[last].capital:
        if words[last].marks:
            break
        last += 1
    if last == at + 1 or (last == at + 2 and place_called(words[at + 1].text)):
        return None
    name = " ".join(word.text for word in words[at + 1 : last])
    return Mention(at, last, (), "at", "venue", f"{noun} «{name}»")
