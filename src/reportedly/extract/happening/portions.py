"""Which of several places of a sentence has how much of what it counts."""

from collections.abc import Sequence

from ...lang.happening import happening
from ...text.words import Word
from ..counts import Counted, Share, shares, tolls
from ..places.mention import Mention

ORIGINS = frozenset({"from", "to", "из", "от", "з", "із", "від"})  # no scene stands behind
HEADS = frozenset(":—–-")  # marks behind a place that is told of next


def _scene(told: Sequence[Word], mention: Mention, residents: tuple[str, ...]) -> bool:
    """Tell whether something happened at a place: at it, or it heads what follows: "Elm: two".

    Where those come from whom it befell is no scene.
    """
    if mention.cue in ("at", "near"):
        before = told[mention.first - 1].low if mention.first else ""
        return before not in ORIGINS and not (before and before.startswith(residents))
    opens = mention.first == 0 or told[mention.first].breaks
    heads = mention.last < len(told) and not HEADS.isdisjoint(told[mention.last].marks)
    return mention.cue == "bare" and opens and heads


def portions(
    told: Sequence[Word],
    counted: Sequence[Counted],
    named: Sequence[Mention],
    language: str,
    timed: frozenset[int],
) -> tuple[Share, ...]:
    """Return what of the arms or people counted each of several places has."""
    agents = happening(language).agents
    own = [
        at for at, m in enumerate(named) if not m.first or told[m.first - 1].low not in agents
    ]
    arms = shares(told, counted, [(named[at].first, named[at].last) for at in own], language)
    residents = happening(language).places.residents
    scenes = [at for at, mention in enumerate(named) if _scene(told, mention, residents)]
    ranges = [(named[at].first, named[at].last) for at in scenes]
    people = tolls(told, counted, ranges, language, timed)
    return (
        *(share._replace(place=own[share.place]) for share in arms),
        *(share._replace(place=scenes[share.place]) for share in people),
    )
