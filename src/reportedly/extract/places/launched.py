"""Places from which something was launched or flew, which are no scene: "fired from Elm"."""

from collections.abc import Sequence

from ...lang.happening import Whereabouts
from ...text.words import Word
from .mention import Mention

REACH = 5  # words between a verb and "from"
INNER = 3  # words between "from" and the place
AT = frozenset({"по", "at", "on"})  # behind a place: "a strike from Elm on Oak"
BEHIND = 3  # words after a place that opens a clause: "From Elm they launched"


def launched(words: Sequence[Word], mention: Mention, places: Whereabouts) -> bool:
    """Tell whether what struck was launched or came from a place, or from the side of it.

    "Missiles were fired from Elm", "from the territory of Elm drones were launched", "it came
    from the direction of Elm". Shots are fired from a street at who is in it: that is a scene.
    """
    if mention.kind in ("street", "venue"):
        return False
    at, inner = _from(words, mention.first, places)
    if at < 0:
        return False
    if any(low.startswith(places.sides) for low in inner):
        return True
    inner.append(words[mention.first].low)  # "from the airfield of Elm" may be one name
    land = any(low.startswith(places.lands) for low in inner)
    if not land and words[at].low not in places.out_of:
        return False
    struck = mention.last < len(words) and words[mention.last].low in AT
    verbs = (*places.launching, *places.striking) if land or struck else places.launching
    return _before(words, at, verbs) or (
        (at == 0 or words[at].breaks) and _behind(words, mention.last, verbs)
    )


def _from(words: Sequence[Word], first: int, places: Whereabouts) -> tuple[int, list[str]]:
    """Return where "from" stands before a place, -1 if nowhere, and the words between."""
    inner: list[str] = []
    for at in range(first - 1, max(-1, first - 2 - INNER), -1):
        low = words[at].low
        if words[at + 1].marks.strip("-"):
            break
        if low in places.out_of or low in places.off:
            return at, inner
        if not low.startswith((*places.lands, *places.sides)) and low not in places.passed:
            break
        inner.append(low)
    return -1, inner


def _before(words: Sequence[Word], at: int, verbs: tuple[str, ...]) -> bool:
    """Tell whether a verb stands before "from" in its clause, a word put in between or not."""
    put_in = 0  # marks of a word between commas: "launched, it seems, from Elm"
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        put_in += words[back + 1].marks == ","
        if words[back + 1].breaks and words[back + 1].marks != ",":
            return False
        if words[back].low.startswith(verbs):
            return put_in != 1
    return False


def _behind(words: Sequence[Word], last: int, verbs: tuple[str, ...]) -> bool:
    for word in words[last : last + BEHIND]:
        if word.breaks:
            return False
        if word.low.startswith(verbs):
            return True
    return False
