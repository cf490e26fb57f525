"""The slots that the words of one sentence answer, but for what they only seem to say."""

from collections import defaultdict
from typing import NamedTuple

from ...text.phrases import Hit, Hits


class Telling(NamedTuple):
    """A slot answered with `value` by words `first` up to `last`."""

    slot: str
    value: str
    sure: bool  # False: only a hint
    first: int
    last: int


def tellings(hits: Hits) -> tuple[Telling, ...]:
    """Return what is told, in order, without figures of speech and what `never` means it."""
    never: dict[tuple[str, str], set[int]] = defaultdict(set)
    for barred in hits["never"]:
        never[barred.label].update(range(barred.first, barred.last))
    found = {
        Telling(slot, value, sure, first, last)
        for (slot, value, sure), first, last in hits["tellings"]
    }
    figures = hits["figures"]
    return tuple(
        sorted(
            telling
            for telling in found
            if never.get((telling.slot, telling.value), set()).isdisjoint(
                range(telling.first, telling.last)
            )
            and not any(_figure(telling, hit) for hit in figures)
        )
    )


def _figure(telling: Telling, hit: Hit[frozenset[str]]) -> bool:
    """Tell whether words are part of a figure of speech: "under fire over the budget"."""
    within = telling.first < hit.last and hit.first < telling.last
    return within and telling.value not in hit.label
