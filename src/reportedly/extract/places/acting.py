"""Countries and regions that name who acts or speaks, not where: "the army of Elmland"."""

from collections.abc import Sequence

from ...text.words import Word
from .gazetteer import entry
from .lexicon import Lexicon
from .mention import Mention

REACH = 2  # words behind an English country in which its office is named
OF = "of"
HOLDS = ("пво", "ппо")  # air defence is where it works


def acting(words: Sequence[Word], found: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Tell who acts from where: a country named so is a "voice".

    A region is the scene where no other one is told: its ministers speak of it.
    """
    return [_told(words, mention, lexicon) for mention in found]


def _told(words: Sequence[Word], mention: Mention, lexicon: Lexicon) -> Mention:
    kind = entry(mention.numbers[0]).kind if mention.numbers else ""
    wide = kind == "country" or (kind == "region" and lexicon.language != "en")
    if not wide or mention.cue not in ("at", "near", "bare"):
        return mention
    if not _acts(words, mention, lexicon):
        return mention
    return mention._replace(cue="voice" if kind == "country" else "bare")


def _acts(words: Sequence[Word], mention: Mention, lexicon: Lexicon) -> bool:
    first, offices = mention.first, lexicon.places.acting
    if lexicon.language == "en":
        behind = words[mention.last : mention.last + REACH]
        stop = next((n for n, word in enumerate(behind) if word.marks), len(behind))
        if any(word.low in offices for word in behind[:stop]):
            return True
        inner = words[first - 1].low == OF and not words[first].marks if first > 1 else False
        return inner and words[first - 2].low in offices
    if first == 0 or words[first].marks:
        return False
    before = words[first - 1]
    two = f"{words[first - 2].low} {before.low}" if first > 1 else ""
    if two in offices:
        return True
    if before.low in lexicon.at or before.low in HOLDS:
        return False
    short = before.text.isupper() and not before.low.startswith(lexicon.places.sites)
    return short or before.low.startswith(offices)
