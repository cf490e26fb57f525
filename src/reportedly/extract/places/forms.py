"""Names told by their form: of several words, in capitals, a dateline, a nickname."""

from collections.abc import Sequence

from ...text.words import Word
from .beset import house_befallen
from .gazetteer import entry
from .lexicon import Lexicon
from .mention import Mention
from .names import called, longest

LONGEST_LINE = 4  # words of a town in a dateline
DASHED = "--"
AGED = "year-old"
SHORT_NAME = 3  # letters up to which only capitals are short for a town


def facility(words: Sequence[Word], at: int, lexicon: Lexicon) -> Mention | None:
    """Read "аэродром Бельбек", "Курск - Восточный": filed under several words."""
    if at + 1 >= len(words) or not words[at + 1].capital:
        return None
    lows = [word.low for word in words[at : at + 4]]
    if len(lows) > 2 and words[at + 2].marks == "—" and words[at + 2].capital:
        joined = called((f"{lows[1]}-{lows[2]}",), lexicon.language)
        if joined:
            return Mention(at, at + 3, joined, "at", "facility")
    for length, numbers in longest(lows, lexicon.language):
        if length > 1 and not any(word.breaks for word in words[at + 1 : at + length]):
            return Mention(at, at + length, numbers, "at", "facility")
    return None


def abbreviation(words: Sequence[Word], at: int, cue: str, lexicon: Lexicon) -> Mention | None:
    """Read "ДНР", "США": words in capitals name countries and regions, never towns."""
    numbers = called((words[at].low,), lexicon.language)
    wide = tuple(n for n in numbers if entry(n).kind in ("country", "region", "facility"))
    return Mention(at, at + 1, wide, cue) if wide else None


def dateline(words: Sequence[Word], at: int, lexicon: Lexicon) -> Mention | None:
    """Read "ST. LOUIS (AP) -": the town a report was filed from, in capitals.

    It is the scene where no other one is told.
    """
    last = at
    while last < min(len(words), LONGEST_LINE) and words[last].text.isupper():
        last += 1
    following = words[last].marks if last < len(words) else ""
    for end in range(last, at, -1) if at == 0 else ():
        marks = words[end].marks if end < len(words) else following
        numbers = called(tuple(word.low for word in words[at:end]), lexicon.language)
        if numbers and (set(marks) & set(",(—–") or marks == DASHED):
            return Mention(at, end, numbers, "line", "settlement")
    return None


def nickname(words: Sequence[Word], at: int, cue: str, lexicon: Lexicon) -> Mention | None:
    """Read what a great town is called for short: "D.C.", "Philly"."""
    for length in (2, 1):
        said = "".join(word.low for word in words[at : at + length])
        town = lexicon.places.nicknames.get(said)
        joined = length == 1 or (at + 1 < len(words) and words[at + 1].marks == ".")
        plain = words[at].text.isupper() or len(said) > SHORT_NAME
        if town is not None and joined and plain and words[at].marks != ",":
            every = called((*town.lower().split(),), "en")
            named = max(every, key=lambda number: entry(number).population)
            last = at + length
            tied = cue == "bare" and owned(words, at, last, lexicon)
            return Mention(at, last, (named,), "at" if tied else cue)
    return None


def owned(words: Sequence[Word], at: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a name ties what follows to its place: "Toledo police"."""
    if last >= len(words) or words[last].marks:
        return False
    aged = last + 1 < len(words) and words[last + 1].low == AGED  # "Elm 2-year-old"
    tied = words[last].low in lexicon.belongs or aged
    if not tied and not house_befallen(words, last, lexicon):
        return False
    opens = at == 1 and words[0].low in lexicon.passed  # "A Toledo man"
    return at == 0 or opens or bool(words[at].marks) or not words[at - 1].capital
