"""Places where somebody is brought or lies, which are no scene: "taken to a clinic in Elm"."""

from collections.abc import Sequence

from ...text.words import Word
from .lexicon import Lexicon

CARRIED = 3  # words between "taken" and "to"
LAIN = 12  # words between "was taken" and where
PARTING = frozenset("из после при от із з зі після від".split())  # noqa: SIM905


def brought(words: Sequence[Word], first: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is brought to a place: "flown to Elm", "taken to a jail in Elm"."""
    verbs = lexicon.places.brought
    if lexicon.language != "en":
        return _lies(words, first, lexicon)
    at = first - 1
    while at > 0 and not words[at + 1].breaks and words[at].low != "to":
        at -= 1
    if words[at].low != "to" or at == 0:
        return False
    return any(word.low in verbs for word in words[max(0, at - CARRIED) : at])


def _lies(words: Sequence[Word], first: int, lexicon: Lexicon) -> bool:
    """Tell whether a place is where the hurt were taken or are: "in a ward of a clinic in Elm".

    Where they came from, and what happened to them, may be told behind: "after", "from". Who
    or what else is brought somewhere, as water to a town, tells nothing against the town.
    """
    places, before = lexicon.places, []
    for at in range(first - 1, max(-1, first - 1 - LAIN), -1):
        if words[at].low in PARTING:
            break
        before.append(words[at].low)
        if words[at].breaks:
            break
    if any(low.startswith(places.brought) for low in before):
        near = words[max(0, first - 1 - LAIN) : first]
        return any(word.low.startswith(places.hurt) for word in near)
    inside = any(low.startswith(places.wards) for low in before)
    return inside and any(low.startswith(places.treated) for low in before)
