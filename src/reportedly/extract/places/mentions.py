"""Find where a sentence names places, before it is known which of their namesakes is meant."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pymorphy3 import MorphAnalyzer

from ...lang.happening import Whereabouts, happening
from ...text.phrases import Phrases
from ...text.words import Word
from .cases import nominatives
from .names import called, longest


class Mention(NamedTuple):
    """Words `first` up to `last` name a place, one of the gazetteer's `numbers`.

    `cue` is "at", "near" or "bare" (no preposition of place before it); `kind` is what the
    text calls it ("settlement"), or "street", "district" for a named part of the place that
    holds it; `name` is set where the gazetteer does not know it.
    """

    first: int
    last: int
    numbers: tuple[int, ...]
    cue: str
    kind: str = ""
    name: str = ""


class _Lexicon:
    def __init__(self, places: Whereabouts, language: str) -> None:
        self.language = language
        self.at = frozenset(places.at)
        self.near = Phrases((phrase, True) for phrase in places.near)
        self.kinds = places.kinds
        self.streets = places.streets
        self.districts = frozenset(places.districts)
        self.not_places = frozenset(
            word.casefold().replace("ё", "е") for word in places.not_places
        )
        self.persons = places.persons


@cache
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(happening(language).places, language)


@cache
def _morph() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def _person(word: str) -> bool:
    """Tell whether the Russian dictionary has the word as a name of people and of no place."""
    tags = [parse.tag for parse in _morph().parse(word) if parse.is_known]
    return any({"Surn", "Name", "Patr"} & set(tag.grammemes) for tag in tags) and not any(
        "Geox" in tag for tag in tags
    )


@lru_cache(maxsize=65536)
def _common(word: str) -> bool:
    """Tell whether the Russian dictionary has the word, and as no proper name."""
    tags = [parse.tag for parse in _morph().parse(word) if parse.is_known]
    return bool(tags) and not any(
        {"Geox", "Surn", "Name", "Orgn"} & set(tag.grammemes) for tag in tags
    )


def _cue(words: Sequence[Word], first: int, near: frozenset[int], lexicon: _Lexicon) -> str:
    """Return how the words before a name tie it to a place."""
    for back in (1, 2, 3):
        at = first - back
        if at < 0 or (back > 1 and words[at + 1].breaks) or words[first].breaks:
            break
        if at in near:
            return "near"
        low = words[at].low
        if low in lexicon.at:
            return "at"
        inner = words[at + 1]
        if back > 1 and not (
            {low, inner.low} & lexicon.kinds.keys()
            or _is_adjective(words[at])
            or _is_adjective(inner)
        ):
            break
    return "bare"


def _is_adjective(word: Word) -> bool:
    return word.low.endswith(
        ("ом", "ой", "ый", "ий", "ого", "их", "ых", "ому", "ем", "ым", "им", "ую", "ній", "ій")
    )


def _allowed(words: Sequence[Word], at: int, last: int, cue: str, lexicon: _Lexicon) -> bool:
    """Tell whether the words may be a place at all, whatever the gazetteer says."""
    word = words[at]
    if not word.capital and not word.text.isupper():
        return False
    if last - at == 1:
        if word.low in lexicon.not_places or len(word.low) < 3:
            return False
        before = words[at - 1] if at and not word.marks else None
        if before and (before.low.startswith(lexicon.persons) and before.capital is False):
            return cue != "bare"
        if before and before.capital and cue == "bare" and before.low not in lexicon.kinds:
            return False  # the second half of a name: "Владимир Киров"
        after = words[last] if last < len(words) and not words[last].marks else None
        if after and after.capital and cue == "bare" and lexicon.language == "ru":
            return not (_person(word.low) or _person(after.low))
        if lexicon.language == "ru" and cue == "bare":
            return not (_person(word.low) or _common(word.low))
        if lexicon.language == "ru" and _common(word.low) and at == 0:
            return False
    return True


def _named_kind(words: Sequence[Word], first: int, lexicon: _Lexicon) -> tuple[str, int]:
    """Return the kind of place named right before `first` ("город"), and its index."""
    if first and (not words[first].marks or words[first].marks == "."):
        low = words[first - 1].low
        kind = lexicon.kinds.get(low) or lexicon.kinds.get(f"{low}.", "")
        if kind:
            return kind, first - 1
    return "", first


def _district(words: Sequence[Word], at: int, lexicon: _Lexicon) -> Mention | None:
    """Read "в Каменском районе": a named part of a region."""
    if at + 1 >= len(words) or words[at + 1].low not in lexicon.districts:
        return None
    if not words[at].capital or words[at + 1].marks or not _is_adjective(words[at]):
        return None
    stem = next(
        (f for f in nominatives(words[at].low, lexicon.language) if f.endswith(("ий", "ый"))),
        words[at].low,
    )
    what = "округ" if words[at + 1].low.startswith("округ") else "район"
    return Mention(at, at + 2, (), "at", "district", f"{stem.title()} {what}")


def _adjectives(words: Sequence[Word], at: int, lexicon: _Lexicon) -> list[Mention]:
    """Read the regions of "над Брянской, Курской и Тульской областями" at its last noun."""
    found: list[Mention] = []
    noun = words[at].low
    if not noun.startswith(("област", "обл", "районам", "районах", "края", "краях")):
        return found
    back = at - 1
    while back >= 0:
        word = words[back]
        if word.low in ("и", "та", "і", "а", "также"):
            back -= 1
            continue
        if not (word.capital and _is_adjective(word)):
            break
        numbers = called((word.low, "область"), lexicon.language)
        if numbers and back < at - 1:
            found.append(Mention(back, back + 1, numbers, "at", "region"))
        elif back == at - 1:
            numbers = numbers or ()
            if numbers:
                found.append(Mention(back, at + 1, numbers, "at", "region"))
        back -= 1
    return found


def mentions(words: Sequence[Word], language: str) -> list[Mention]:
    """Return the places named in a sentence, in order, the longest name where two overlap."""
    lexicon = _lexicon(language)
    near = frozenset(
        at for hit in lexicon.near.find(words) for at in range(hit.first, hit.last)
    )
    found: list[Mention] = []
    taken: set[int] = set()
    for at, word in enumerate(words):
        if word.low.startswith("област"):
            for mention in _adjectives(words, at, lexicon):
                found.append(mention)
                taken.update(range(mention.first, mention.last))
    lows = [word.low for word in words]
    at = 0
    while at < len(words):
        one = None if at in taken else _one(words, lows, at, near, lexicon)
        if one is not None:
            found.append(one)
        at = one.last if one is not None else at + 1
    return sorted(found)


def _one(
    words: Sequence[Word], lows: list[str], at: int, near: frozenset[int], lexicon: _Lexicon
) -> Mention | None:
    district = _district(words, at, lexicon)
    kind, head = _named_kind(words, at, lexicon)
    if words[at].low in lexicon.kinds or not (words[at].capital or kind == "facility"):
        # "аэродром Бельбек" is filed under both words
        if words[at].low in lexicon.kinds and at + 1 < len(words) and words[at + 1].capital:
            for length, numbers in longest(lows[at : at + 4], lexicon.language):
                if length > 1:
                    cue = _cue(words, at, near, lexicon)
                    return Mention(at, at + length, numbers, cue, "facility")
        return None
    reach = at + 1
    while reach < len(words) and reach < at + 4 and not words[reach].breaks:
        reach += 1
    cue = _cue(words, head, near, lexicon)
    for length, numbers in longest(lows[at:reach], lexicon.language):
        if district and length < 2:
            break
        if _allowed(words, at, at + length, "at" if kind else cue, lexicon):
            return Mention(at, at + length, numbers, cue, kind)
    if district:
        return district._replace(cue=cue)
    if kind == "settlement" and words[at].capital:
        return Mention(at, at + 1, (), cue, kind, words[at].text)
    return None
