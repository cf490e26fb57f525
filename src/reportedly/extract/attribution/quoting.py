"""English verbs of passing on: "quoted S as saying C", "put the toll at N", "credited S"."""

from reportedly.lang.saying import Verb

from . import ahead, english
from .place import Place, made
from .said import Said
from .view import View

_REACH = 16  # words of a source between "quoted" and "as saying"
_NEAR = 3  # words in which a tally shows what it counts
_COUNTED = frozenset({"number", "numbers", "toll", "figure", "total", "count", "tally", "cost"})
_NUMBERS = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens")
)
_CAUSE = frozenset({"cause", "causes", "culprit", "reason"})


def passed_on(place: Place, entry: Verb) -> Said | None:
    """Read "S quoted somebody as saying C"; that somebody's words are read at "saying"."""
    view = place.view
    for k in range(place.end + 1, min(len(view) - 2, place.end + _REACH)):
        if view.words[k] == "as" and view.words[k + 1] in english.SAYING:
            source, _ = ahead.source_of(place, place.end)
            if source[0] >= source[1]:
                return None
            return made(place, entry, source, [(k + 2, len(view))])
    return None


def tally(place: Place, entry: Verb) -> Said | None:
    """Read "S put the toll at N", "S counted seven" and "S named X as the cause"."""
    view = place.view
    end = view.right(place.end)
    if not (_counts(view, place.end, end) or _explains(view, place.end, end)):
        return None
    source, _ = ahead.source_of(place, place.end)
    if source[0] >= source[1] or source[0] >= place.start:
        return None
    stop = next((k for k in range(place.end, end) if view.words[k] in {"and", "but"}), end)
    return made(place, entry, source, [(place.end, stop)])


def _counts(view: View, i: int, end: int) -> bool:
    near = view.words[i : min(end, i + _NEAR)]
    return any(word in _COUNTED or word in _NUMBERS or word[:1].isdigit() for word in near)


def _explains(view: View, i: int, end: int) -> bool:
    run = view.words[i:end]
    return "as" in run and not _CAUSE.isdisjoint(run[run.index("as") :])
