"""Find where a sentence names places, before it is known which of their namesakes is meant."""

from collections.abc import Iterator, Sequence

from ...lang.morphology import is_only_a_person
from ...text.words import Word
from .acting import acting
from .adjectives import (
    adjectival,
    demonym,
    describes,
    of_region,
    of_site,
    of_town,
    townsfolk,
    without_namesakes,
)
from .around import OWNING, aside, held, listed, longer_name, titled
from .believed import believable
from .beset import suffers
from .context import GREAT, KNOWN
from .forms import abbreviation, dateline, facility, nickname, owned
from .gazetteer import entry
from .lexicon import Lexicon, lexicon
from .mention import QUARTER, Mention
from .names import called, longest
from .parts import bare_street, district, street
from .roads import COMPASS
from .several import districts_listed
from .venues import venue

__all__ = ["Mention", "mentions"]

BACK = 3  # words between a preposition and the name it governs
SIDES = frozenset({"side", "end", "coast"})
SAINTS = frozenset({"st", "mt", "ft"})


def _cue(words: Sequence[Word], first: int, near: frozenset[int], lexicon: Lexicon) -> str:
    """Return how the words before a name tie it to a place."""
    kinds = lexicon.places.kinds.keys()
    for back in range(1, BACK + 1):
        at = first - back
        if at < 0 or words[at + 1].breaks:
            break
        inner = words[at + 1]
        if back > 1 and not (
            inner.low in kinds
            or adjectival(inner)
            or inner.low in lexicon.at
            or inner.low.endswith(OWNING)
        ):
            break
        if at in near:
            return "near"
        low = words[at].low
        if low in lexicon.at or (back == 1 and low.startswith(lexicon.beside)):
            return "at"
    return "bare"


def _alphabet(word: Word, language: str) -> bool:
    """Tell whether a name is written in the letters of the language."""
    cyrillic = any("а" <= letter <= "ґ" for letter in word.low)
    return cyrillic == (language != "en")  # "Malmö", "São Paulo"


def _regions_listed(words: Sequence[Word], lexicon: Lexicon) -> list[Mention]:
    """Read the regions of "пять над Брянской, три над Курской и Тульской областями"."""
    found: list[Mention] = []
    regional = any(word.low.startswith("област") for word in words)
    for at, word in enumerate(words):
        if not word.capital or not adjectival(word):
            continue
        numbers = called((word.low, "область"), lexicon.language)
        site = describes(words, at, lexicon)
        if numbers and (regional or site):
            noun = at + 1 < len(words) and words[at + 1].low.startswith("област")
            found.append(Mention(at, at + 1 + noun, numbers, "at", "region"))
    return found


def _named_kind(words: Sequence[Word], first: int, lexicon: Lexicon) -> tuple[str, int]:
    """Return the kind of place named right before `first` ("город"), and its index."""
    if first and words[first].marks in ("", ".", "«", '"'):
        low = words[first - 1].low
        short = f"{low}." if words[first].marks[:1] == "." else low
        kind = lexicon.places.kinds.get(short) or lexicon.places.kinds.get(low, "")
        if kind:
            return kind, first - 1
    return "", first


def _follows_abbreviation(words: Sequence[Word], at: int, numbers: tuple[int, ...]) -> bool:
    """Tell whether a word is the country of an office: "ВВС Украины"."""
    office = at > 0 and words[at - 1].text.isupper() and not words[at].marks
    return office and entry(numbers[0]).kind in ("country", "region")


def _behind(words: Sequence[Word], at: int, numbers: tuple[int, ...]) -> bool:
    """Tell whether a country or region is the tail of a town's name: "West Sweden"."""
    side = at + 1 < len(words) and words[at + 1].low in SIDES
    if words[at].low in COMPASS and side:
        return True  # "on the West Side"
    if at == 0 or words[at].marks or words[at - 1].low not in COMPASS:
        return False
    return words[at - 1].capital and entry(numbers[0]).kind in ("country", "region")


def _great(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return the great town among namesakes: it has sides, whatever else is called so."""
    return tuple(n for n in numbers if entry(n).population >= GREAT)[:1]


def _quarter(words: Sequence[Word], last: int, lexicon: Lexicon) -> str:
    """Return what a name is where the text calls it part of a town: "Elm neighborhood"."""
    if last < len(words) and not words[last].marks:
        return QUARTER if words[last].low in lexicon.places.quarters else ""
    return ""


def _names(
    words: Sequence[Word], at: int, reach: int, lexicon: Lexicon
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the names at `at` that are none of something else, with their length in words."""
    for length, told in longest([w.low for w in words[at:reach]], lexicon.language):
        if length == 1 and describes(words, at, lexicon):
            continue
        numbers = _great(told) if _behind(words, at, told) else told
        if length == 1:
            numbers = without_namesakes(words, at, numbers, lexicon)
        if numbers and not longer_name(words, at, at + length, numbers, lexicon):
            yield length, numbers


def _known(
    words: Sequence[Word], at: int, near: frozenset[int], lexicon: Lexicon
) -> Mention | None:
    """Return the longest name at `at` that the gazetteer has and the context allows."""
    if not words[at].capital or not _alphabet(words[at], lexicon.language):
        return None
    reach = at + 1
    while reach < min(len(words), at + 4) and not words[reach].breaks:
        reach += 1
    if reach == at + 1 < len(words) and words[at].low in SAINTS and words[reach].marks == ".":
        reach += 1
    kind, head = _named_kind(words, at, lexicon)
    cue = _cue(words, head, near, lexicon)
    short = nickname(words, at, cue, lexicon)
    if short is not None:
        return short
    if words[at].text.isupper():
        return dateline(words, at, lexicon) or abbreviation(words, at, cue, lexicon)
    for length, numbers in _names(words, at, reach, lexicon):
        tied = owned(words, at, at + length, lexicon) or suffers(words, at + length, lexicon)
        cue = "at" if cue == "bare" and tied else cue
        wide = cue == "bare" and _follows_abbreviation(words, at, numbers)
        if length > 1 or wide or believable(words, at, "at" if kind else cue, lexicon):
            part = kind or _quarter(words, at + length, lexicon)
            return Mention(at, at + length, numbers, cue, part)
    if kind == "settlement" and not _vague(words, at, lexicon):
        return Mention(at, at + 1, (), cue, kind, words[at].text)
    return None


def _vague(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether an unlisted name behind "town" may be a person's, or is of a headline."""
    if lexicon.language == "ru":
        return is_only_a_person(words[at].low)
    return lexicon.language == "en" and (bool(words[at].marks) or titled(words))


def _one(
    words: Sequence[Word], at: int, near: frozenset[int], lexicon: Lexicon
) -> Mention | None:
    places, language = lexicon.places, lexicon.language
    part = None
    if words[at].capital:
        part = district(words, at, places, language)
    part = part or street(words, at, places, language) or venue(words, at, places)
    site = part if part and part.kind != "district" else None
    if lexicon.places.kinds.get(words[at].low) == "facility":
        site = facility(words, at, lexicon) or site
    if site:  # a site is named as where it happened even without a preposition
        cue = _cue(words, at, near, lexicon)
        return site._replace(cue="near" if cue == "near" else "at")
    struck = demonym(words, at, places, language)
    struck = struck or of_town(words, at, places, language)
    struck = struck or of_region(words, at, places, language)
    struck = struck or townsfolk(words, at, places, language)
    known = _known(words, at, near, lexicon) or struck
    works = of_site(words, at, lexicon, _cue(words, at, near, lexicon))
    if works and (known is None or known.last == works.last):
        return works
    street_like = words[at].capital and not describes(words, at, lexicon)
    bare = bare_street(words, at, language) if street_like else None
    if known and bare and _villages(known):
        return bare  # "на Промышленной": a village would be told of with another preposition
    if known and (part is None or known.last - known.first > 1):
        return known
    if part:
        return part._replace(cue=_cue(words, at, near, lexicon))
    return bare


def _villages(known: Mention) -> bool:
    """Tell whether a mention can only be of small places."""
    named = [entry(number) for number in known.numbers]
    return all(one.kind == "settlement" and one.population < KNOWN for one in named)


def mentions(words: Sequence[Word], language: str) -> list[Mention]:
    """Return the places named in a sentence, in order, the longest name where two overlap."""
    known = lexicon(language)
    near = frozenset(at for hit in known.near.find(words) for at in range(hit.first, hit.last))
    found: list[Mention] = []
    if known.language != "en":
        found = _regions_listed(words, known)
        found += districts_listed(words, known.places, language)
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    at = 0
    while at < len(words):
        one = None if at in taken else _one(words, at, near, known)
        if one is not None:
            found.append(one)
        at = one.last if one is not None else at + 1
    told = held(words, listed(words, sorted(found)), language)
    return acting(words, aside(words, told, known), known)
