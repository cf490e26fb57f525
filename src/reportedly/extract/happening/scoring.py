"""How surely a sentence tells that something happened."""

from .reading import Sentence

# Signs of a happening. Set by hand from what news sentences need; a sentence is believed
# to tell of one from ENOUGH on.
ENOUGH = 1.3
EVENT, SOFT_EVENT, HINT = 1.0, 0.7, 0.4
PLACED, COUNTRY, VOICED = 0.6, 0.25, 0.2
TIMED, COUNTED, FIRST = 0.3, 0.5, 0.25
UNREAL, BACKGROUND, MOST_BACKGROUND = 1.0, 0.3, 0.9
SOFT = frozenset({"other", "evacuation", "accident", "missile_strike", "alert"})


def score(sentence: Sentence, first: bool) -> float:
    """Return the sum of the signs in one sentence; `first`: it opens the report."""
    told = sentence.facts
    types = [t for t in told.tellings if t.slot == "type"]
    sure = {t.value for t in types if t.sure}
    if not types:
        return 0.0
    points = EVENT if sure - SOFT else SOFT_EVENT if sure else HINT
    points += 0.2 * (len(sure) > 1)
    at = [f.place.kind for f in sentence.places if f.mention.cue in ("at", "near")]
    if any(kind != "country" for kind in at):
        points += PLACED
    elif at:
        points += COUNTRY
    elif sentence.places:
        points += VOICED
    points += TIMED * bool(sentence.times) + FIRST * first
    points += COUNTED * bool(told.counts)
    points -= min(MOST_BACKGROUND, BACKGROUND * told.background)
    if told.unreal and not any(c.unit == "persons" for c in told.counts):
        points -= UNREAL
    return points


def tells(sentence: Sentence) -> bool:
    """Tell whether the sentence has a sure word for a happening."""
    return any(t.slot == "type" and t.sure for t in sentence.facts.tellings)
