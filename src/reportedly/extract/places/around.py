"""What the words and places around a name say of it."""

import re
from collections.abc import Sequence

from ...lang.happening import happening
from ...text.words import Word
from .beset import beset, house_befallen
from .brought import brought
from .gazetteer import entry, numbers
from .launched import launched
from .lexicon import Lexicon
from .mention import Mention
from .names import called

JOINING = (["и"], ["та"], ["і"], ["й"], ["and"])
HEADLINE = 3  # letters of a word that headlines may leave small
MOST_TITLED = 0.7  # share of long words with a capital from which a sentence is a headline
OUTLETS = frozenset("–—|«:")  # before the name of an outlet
_STATION = re.compile(r"[KW][A-Z]{2,3}\d?|.*TV|FOX|CBS|NBC|ABC|com")
FROM = frozenset({"из", "із", "з", "зі", "from"})
UPON = frozenset("at on in inside near outside в во на у біля возле около".split())  # noqa: SIM905
BEFALLEN = 4  # words of "at the old city hospital" before "in Elm"
TOWARD = frozenset({"в", "во", "на", "до", "у", "to", "for", "towards", "toward"})
LEFT = 2  # words before "from" that may say who left
ASIDE = 2  # words after a place within which "news site" tells that it is no scene
WIDE = ("country", "region")
# Marks between a place and what holds it; lists of towns and regions have commas elsewhere.
HOLDING = {"en": (",", "("), "ru": ("", "("), "uk": ("", "(")}
OWNING = "'s"  # "near Russia's Stavropol"


def longer_name(
    words: Sequence[Word], at: int, last: int, numbers: tuple[int, ...], lexicon: Lexicon
) -> bool:
    """Tell whether an English name is the head of another one: "Jefferson High School"."""
    if lexicon.language != "en" or last >= len(words) or words[last].marks:
        return False
    after = words[last]
    owning = words[last - 1].low.endswith(OWNING)  # "Elmton's Oak Hill"
    if owning or not after.capital:
        return False
    tied = after.low in lexicon.belongs or after.low in lexicon.places.kinds
    if tied or entry(numbers[0]).kind != "settlement":
        return False
    if after.low in lexicon.places.heads:
        return True
    if titled(words):
        return False
    days = happening("en").times
    dated = any(
        after.low.startswith(names) or f"{after.low}." in names
        for names in (*days.weekdays, *days.months)
    )
    behind = [entry(number) for number in called((after.low,), "en")]
    return not dated and not any(place.kind in WIDE for place in behind)


def titled(words: Sequence[Word]) -> bool:
    """Tell whether a sentence is a headline that begins every word with a capital."""
    long = [word for word in words if len(word.low) > HEADLINE and word.low.isalpha()]
    return sum(word.capital for word in long) > len(long) * MOST_TITLED


def listed(words: Sequence[Word], found: list[Mention]) -> list[Mention]:
    """Give every place of a list the preposition before its first: "в Киеве и Одессе"."""
    for index in range(1, len(found)):
        before, here = found[index - 1], found[index]
        between = [word.low for word in words[before.last : here.first]]
        joined = words[here.first].marks == "," if not between else between in JOINING
        if here.cue == "bare" and before.cue in ("at", "near") and joined:
            found[index] = here._replace(cue=before.cue)
        if before.last == here.first and words[before.first].low.endswith(OWNING):
            found[index - 1], found[index] = (
                before._replace(cue="bare"),
                here._replace(cue=before.cue),
            )
    return found


def aside(words: Sequence[Word], found: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Mark places that only say whose ministry, outlet or hospital is meant."""
    places = lexicon.places
    outlet = _outlet(words, lexicon)
    wards = (*places.offices, *(places.wards if lexicon.language == "en" else ()))
    marked: list[Mention] = []
    for number, mention in reversed(list(enumerate(found))):
        first, last = mention.first, mention.last
        after = [*words[last : last + ASIDE]]
        stop = next((n for n, word in enumerate(after) if word.breaks), len(after))
        told = any(word.low.startswith(places.aside) for word in after[:stop])
        told &= not house_befallen(words, last, lexicon)
        behind = first > 1 and words[first - 1].low in lexicon.at and not words[first].marks
        street = number > 0 and found[number - 1].last == first - 1
        befallen = _befell(words, first, places.befell)
        hit = befallen or _struck(words[:first], places.struck)
        houses = places.offices if hit else wards
        office = behind and not street and _office(words, first - 2, houses)
        told |= office and not befallen and not beset(words, first - 2, lexicon)
        told |= lexicon.language == "en" and _home(words, first, lexicon)
        told |= _left(words, first, places.leaving)
        if launched(words, mention, places):
            told = True
            marked[-1:] = _holding(words, mention, marked[-1:])
        ward = first > 0 and words[first - 1].low.startswith(places.wards)  # "больницу Тулы"
        told |= (behind or ward) and brought(words, first, lexicon)
        filed = first >= outlet
        following = marked[-1] if marked else None
        told |= (  # "Shreveport, Louisiana News"
            following is not None
            and following.cue == "aside"
            and following.first == last
            and words[last].marks == ","
        )
        bound = number > 0 and _bound(words, found[number - 1], first, places.leaving)
        bound |= behind and words[first - 2].low.startswith(places.heading)
        cue = "bare" if bound else mention.cue  # the scene where no other one is told
        marked.append(mention._replace(cue="outlet" if filed else "aside" if told else cue))
    return marked[::-1]


def _holding(words: Sequence[Word], inner: Mention, outer: list[Mention]) -> list[Mention]:
    """Mark what holds a place that is no scene: "fired from Elm, Oak region"."""
    return [
        each._replace(cue="aside") if inner.last == each.first and inner.within else each
        for each in outer
    ]


def _befell(words: Sequence[Word], first: int, befell: tuple[str, ...]) -> bool:
    """Tell whether something befell the house before a place: "a fire at a clinic in Elm"."""
    for at in range(first - 3, max(0, first - 3 - BEFALLEN), -1):
        if words[at].low in UPON:
            return words[at - 1].low.startswith(befell)
        if words[at].breaks:
            break
    return False


def _bound(
    words: Sequence[Word], before: Mention, first: int, leaving: tuple[str, ...]
) -> bool:
    """Tell whether a place is where somebody went who left another: "from Sochi to Antalya"."""
    toward = first == before.last + 1 and words[first - 1].low in TOWARD
    return toward and _left(words, before.first, leaving)


def _left(words: Sequence[Word], first: int, leaving: tuple[str, ...]) -> bool:
    """Tell whether a place is only where somebody came from: "the flight from Sochi"."""
    if first < LEFT or words[first - 1].low not in FROM or words[first].marks:
        return False
    for word in reversed(words[max(0, first - 1 - LEFT) : first - 1]):
        if word.low in leaving if word.low.isascii() else word.low.startswith(leaving):
            return True
        if word.breaks:
            return False
    return False


def _office(words: Sequence[Word], at: int, offices: tuple[str, ...]) -> bool:
    """Tell whether a house is named that is not the scene: a court, a medical centre."""
    two = f"{words[at - 1].low} {words[at].low}" if at else ""
    return words[at].low.startswith(offices) or two in offices


def _struck(words: Sequence[Word], verbs: tuple[str, ...]) -> bool:
    return bool(verbs) and any(word.low.startswith(verbs) for word in words)


def _outlet(words: Sequence[Word], lexicon: Lexicon) -> int:
    """Return where the outlet of a headline begins: "One shot in Elm - WXYZ News, Oak"."""
    if lexicon.language != "en":
        return len(words)
    marked = [at for at, word in enumerate(words) if at and set(word.marks) & OUTLETS]
    for at, end in zip(marked, [*marked[1:], len(words)], strict=False):
        named = any(_STATION.fullmatch(w.text) or w.low == "news" for w in words[at:end])
        tail = words[at:]
        if named and sum(word.capital for word in tail) * 2 > len(tail):
            return at
    return len(words)


def _home(words: Sequence[Word], first: int, lexicon: Lexicon) -> bool:
    """Tell whether a place is only where somebody lives: "Lee, 25, of Salem"."""
    if first < 2 or words[first].marks:
        return False
    if words[first - 1].low == "in" and words[first - 2].low in lexicon.places.living:
        return True
    if words[first - 1].low != "of":
        return False
    if words[first - 1].marks == "," and words[first - 2].low.isdecimal():
        return True
    before = words[first - 4].low if first > 3 else ""
    if before in lexicon.at or before in lexicon.places.passed:
        return False  # "the Central Stadium of Kharkiv"
    return words[first - 1].marks == "," or _full_name(
        words[max(0, first - 3) : first - 1], lexicon
    )


def _full_name(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Tell whether two words are the name of a person: "Ann Lee", no "Old City"."""
    places = lexicon.places
    known = {*places.heads, *places.kinds, *places.offices, *places.wards, *lexicon.belongs}
    return (
        len(words) == len(("given", "surname"))
        and all(word.capital and word.low not in known for word in words)
        and not words[1].marks.strip(".")
        and not called((words[0].low, words[1].low), "en")
    )


def state(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Return the state cut short behind a comma at `at`: "Salem, Ore.", "Salem, N.C."."""
    if at >= len(words) or words[at].marks != "," or not words[at].capital:
        return ()
    found = numbers(f", {words[at].low}")
    initials = len(words[at].low) == 1 and at + 1 < len(words) and words[at + 1].marks == "."
    if found or not initials:
        return found
    return numbers(f", {words[at].low}{words[at + 1].low}")


def held(words: Sequence[Word], found: list[Mention], language: str) -> list[Mention]:
    """Tell each place what is named right behind it as holding it: "Salem, Ore.".

    Short forms of states are read there only.
    """
    told: list[Mention] = []
    for at, mention in enumerate(found):
        if told and told[-1].last == mention.first and told[-1].within and not mention.within:
            short = numbers(f", {words[mention.first].low}")
            if short and short == told[-1].within:
                continue  # "Salem, Ore.": the state is no scene of its own
        behind = words[mention.last] if mention.last < len(words) else None
        following = found[at + 1] if at + 1 < len(found) else None
        joined = behind is not None and behind.marks in HOLDING[language]
        within: tuple[int, ...] = ()
        if joined and following is not None and following.first == mention.last:
            within = _wide(following.numbers)
        within = within or state(words, mention.last)
        narrow = mention.numbers and entry(mention.numbers[0]).kind not in WIDE
        told.append(mention._replace(within=within) if narrow else mention)
    return told


def _wide(told: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(number for number in told if entry(number).kind in WIDE)
