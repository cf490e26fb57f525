"""English roads, whose names are those of towns and people."""

from collections.abc import Sequence

from ...lang.happening import Whereabouts
from ...text.words import Word
from .context import KNOWN
from .gazetteer import entry
from .mention import Mention
from .names import called
from .streets import street_noun

LONGEST = 4  # words of a road and its noun
COMPASS = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "n",
        "s",
        "e",
        "w",
        "northwest",
        "northeast",
        "southwest",
        "southeast",
    }
)


def road(words: Sequence[Word], at: int, places: Whereabouts) -> Mention | None:
    """Read "Dallas Street", "the 300 block of North Houston": English roads, which are no town.

    They are kept from being read as one, and told as no place: many towns have the same.
    """
    if not words[at].capital:
        return None
    before = [word.low for word in words[max(0, at - 3) : at]]
    while before and before[-1] in COMPASS:
        before.pop()
    block = " ".join(before[-2:]) in places.blocks
    last = at + 1
    while last < min(len(words), at + LONGEST) and words[last].capital:
        if words[last].marks.strip("."):
            break
        if street_noun(words[last].low, "en") and not _saint(words, last):
            if _town(words[at : last + 1]):
                return None
            return Mention(at, last + 1, (), "at", "street")
        last += 1
    return Mention(at, last, (), "at", "street") if block else None


def _town(words: Sequence[Word]) -> bool:
    """Tell whether what looks like a road is a known town: "Federal Way"."""
    found = map(entry, called(tuple(word.low for word in words), "en"))
    return any(one.kind == "settlement" and one.population >= KNOWN for one in found)


def _saint(words: Sequence[Word], at: int) -> bool:
    """Tell whether a "St." begins a name: "East St. Louis"."""
    after = words[at + 1].low if at + 1 < len(words) else ""
    return bool(after) and bool(called((words[at].low, after), "en"))
