"""Lines that ask to subscribe or to send news, and tell nothing: "Subscribe to Elm live"."""

from collections.abc import Sequence

from .facts import Facts

TITLE = 4  # words of a channel's name before "Subscribe" in the same line
OPENING = 1  # words that may stand before it: "please"


def _promotes(told: Facts) -> bool:
    """Tell whether a sentence only asks for something: whatever happened in it counts more."""
    return any(at <= OPENING for at in told.promoting) and not told.tellings


def without_promotion(told: Sequence[Facts], lines: Sequence[int]) -> list[Facts]:
    """Return the sentences, those that only promote a channel without their places.

    The name of the channel may be a sentence of its own before it: "Elm Live. Subscribe".
    """
    found = list(told)
    for at, facts in enumerate(told):
        if not _promotes(facts):
            continue
        found[at] = facts._replace(places=(), shares=())
        before = at - 1
        title = at > 0 and len(told[before].words) <= TITLE and not told[before].tellings
        if title and lines[before] == lines[at]:
            found[before] = told[before]._replace(places=(), shares=())
    return found
