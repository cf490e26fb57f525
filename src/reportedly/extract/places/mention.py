"""A place as a sentence names it."""

from typing import NamedTuple

QUARTER = "quarter"  # the kind of what the text calls a neighbourhood


class Mention(NamedTuple):
    """Words `first` up to `last` name a place, one of the gazetteer's `numbers`.

    `cue` is "at", "near", "line" (a dateline), "bare" (nothing ties it to a place), "voice"
    (it only names who speaks), "outlet" (the town of a station, behind a headline) or "aside"
    (whose ministry or hospital is meant);
    `kind` is what the text calls it ("settlement", "quarter"), or "street", "venue",
    "district" for a named part of what holds it; `name` is set where the gazetteer has none.
    `within` are the regions and countries named right behind it as what holds it: "Paris,
    Texas".
    """

    first: int
    last: int
    numbers: tuple[int, ...]
    cue: str
    kind: str = ""
    name: str = ""
    within: tuple[int, ...] = ()
