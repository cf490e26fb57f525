"""What the sentences of an account tell, slot by slot, where they tell it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model import (
    Count,
    Label,
    Value,
)
from ..counts import IMPLIED, TOLD, Counted
from .dating import beside, dated
from .draft import Draft, town
from .reading import Dated, Sentence
from .spread import Part, parts, whole
from .standing import shot, standing, told_here
from .telling import Telling

DEEDS = frozenset({"type", "weapon", "target", "cause", "damage"})


class Raw(NamedTuple):
    """A value told at document offsets, before it is known who tells it."""

    slot: str
    value: Value
    start: int
    end: int
    sentence: Sentence


IN_ALL = "in all"  # the scope of a total of which only one place's share is told


def _scope(counted: Counted, sentence: Sentence, wide: str) -> str | None:
    """Return what a count counts over, where that is not simply people in the place."""
    told = [] if counted.unit in ("persons", "drones") else [counted.unit]
    told += [said for said in (wide or sentence.facts.wide, sentence.facts.period) if said]
    return ", ".join(told) or None


def _figure(counted: Counted) -> tuple[str, str, int, int, int | None]:
    return counted.slot, counted.unit, counted.low, counted.best, counted.high


def _wholes(draft: Draft) -> dict[tuple[str, str, int, int, int | None], str]:
    """Return the totals of which an account tells the shares, with how wide they are."""
    found = {}
    for sentence in draft.sentences:
        spread = parts(sentence)
        if spread:
            wide = f"{len(spread)} regions" if len(spread) > 1 else IN_ALL
            shares = _shares(spread)
            for counted in sentence.facts.counts:
                if counted.first not in shares:
                    found[_figure(counted)] = wide
        elif sentence.facts.wide:
            found.update({_figure(c): sentence.facts.wide for c in sentence.facts.counts})
    return found


def _shares(spread: Sequence[Part]) -> set[int]:
    """Return where the figures stand that are shares of a total."""
    return {counted.first for part in spread for counted in part.counted}


def _count(counted: Counted, scope: str | None) -> Count:
    return Count(low=counted.low, best=counted.best, high=counted.high, scope=scope)


def _own(part: Part) -> Iterator[Raw]:
    """Yield the figures of one place among several."""
    for counted in part.counted:
        span = part.sentence.span(counted.first, counted.last)
        scope = None if counted.unit in ("persons", "drones") else counted.unit
        yield Raw(counted.slot, _count(counted, scope), *span, part.sentence)


def _survivors(draft: Draft) -> Iterator[Raw]:
    """Yield how many of those shot were hurt, where the report only counts the dead of them.

    "Four people were shot, one fatally" leaves three.
    """
    every = [(s, counted) for s in draft.sentences for counted in s.facts.counts]
    all_ = shot(told_here(draft))
    dead = next((c for _, c in every if c.slot == "killed" and c.role in (TOLD, IMPLIED)), None)
    if dead is None or all_ is None or dead.high is None or not 0 < dead.best < all_.low:
        return
    sentence = next(where for where, counted in every if counted is all_)
    value = Count(
        low=all_.low - dead.high,
        best=all_.best - dead.best,
        high=None if all_.high is None else all_.high - dead.low,
    )
    yield Raw("injured", value, *sentence.span(all_.first, all_.last), sentence)


def _each(draft: Draft, stands: set[int]) -> list[tuple[Sentence, list[Counted]]]:
    """Return the sentence that tells of each of the hurt, where nobody counts them.

    "A 17-year-old was shot, while a girl, 4, was grazed" tells of two: ages part them.
    """
    every = [(s, c) for s in draft.sentences for c in s.facts.counts if c.slot == "injured"]
    if any(c.best != 1 for _, c in every) or any(
        c.slot == "killed" and c.best for s in draft.sentences for c in s.facts.counts
    ):
        return []
    found = []
    for sentence in draft.sentences:
        clauses = sentence.facts.clauses
        hurt = {clauses[c.first]: c for s, c in every if s is sentence and id(c) in stands}
        if 1 < len(hurt) <= min(len(sentence.facts.ages), sentence.facts.persons):
            found.append((sentence, list(hurt.values())))
    return found[:1]


def _counts(draft: Draft) -> Iterator[Raw]:
    yield from _survivors(draft)
    stands, wholes = standing(draft), _wholes(draft)
    for sentence, hurt in _each(draft, stands):
        many = len(hurt)
        span = sentence.span(hurt[0].first, hurt[-1].last)
        yield Raw("injured", Count(low=many, best=many, high=many), *span, sentence)
        stands -= {
            id(one) for s in draft.sentences for one in s.facts.counts if one.slot == "injured"
        }
    for sentence in draft.sentences:
        spread = parts(sentence)
        for part in spread:
            if part.found.place == draft.place:
                yield from _own(part)
        shared = _shares(spread)
        for counted in sentence.facts.counts:
            if counted.first not in shared and id(counted) in stands:
                wide = wholes.get(_figure(counted), "")
                value = _count(counted, _scope(counted, sentence, wide))
                yield Raw(
                    counted.slot, value, *sentence.span(counted.first, counted.last), sentence
                )


def _areas(draft: Draft) -> Iterator[Raw]:
    """Yield how wide it burns or is in ruins; other areas are those of a site."""
    for sentence in draft.sentences:
        tells = {(t.slot, t.value) for t in sentence.facts.tellings}
        if ("type", "fire") in tells or any(slot == "damage" for slot, _ in tells):
            for area in sentence.facts.areas:
                span = sentence.span(area.first, area.last)
                yield Raw(area.slot, _count(area, area.unit), *span, sentence)


def of_part(part: Part) -> Iterator[Raw]:
    """Yield what a sentence tells of one of the places it spreads a total over."""
    sentence, mention = part.sentence, part.found.mention
    for telling in sentence.facts.tellings:
        if telling.sure and telling.slot in ("type", "weapon", "actor"):
            span = sentence.span(telling.first, telling.last)
            yield Raw(telling.slot, Label(value=telling.value), *span, sentence)
    for time in sentence.times:
        span = sentence.span(time.cue.first, time.cue.last)
        yield Raw("time", time.when, *span, sentence)
    yield from _own(part)
    yield Raw("place", part.found.place, *sentence.span(mention.first, mention.last), sentence)


def _stands(told: Telling, sentence: Sentence, event: bool) -> bool:
    """Tell whether an answer is one about the happening.

    Who did it is told beside what was done: "sources within the army" did nothing.
    """
    if told.slot == "type":
        return event
    return told.slot != "actor" or any(other.slot in DEEDS for other in sentence.facts.tellings)


def _times(draft: Draft) -> list[tuple[Sentence, Dated]]:
    """Return the times an account tells in its sentences of the happening, or beside them."""
    events = {sentence.start for sentence in draft.events}
    told = [
        (sentence, time)
        for sentence in draft.sentences
        if sentence.start in events
        for time in sentence.times
    ]
    other = None if dated(draft) else beside(draft)
    return [*told, other] if other else told


def _listing(sentence: Sentence) -> tuple[int, int]:
    """Return the characters from the first to the last of the places a sentence lists."""
    told = [part.found.mention for part in parts(sentence)]
    return sentence.span(min(m.first for m in told), max(m.last for m in told))


def raws(draft: Draft) -> Iterator[Raw]:
    """Yield all that the sentences of an account tell, sentence by sentence."""
    events = {sentence.start for sentence in draft.events}
    for sentence in draft.sentences:
        for told in sentence.facts.tellings:
            if told.sure and _stands(told, sentence, sentence.start in events):
                span = sentence.span(told.first, told.last)
                yield Raw(told.slot, Label(value=told.value), *span, sentence)
    for sentence, time in _times(draft):
        span = sentence.span(time.cue.first, time.cue.last)
        yield Raw("time", time.when, *span, sentence)
    yield from _counts(draft)
    yield from _areas(draft)
    by_mention = {id(found) for found in (*draft.places, *draft.others)}
    for sentence in draft.sentences:
        everywhere = whole(sentence)
        if everywhere in draft.places:
            yield Raw("place", everywhere.place, *_listing(sentence), sentence)
            continue
        for found in sentence.places:
            if id(found) in by_mention or draft.around(found):
                span = sentence.span(found.mention.first, found.mention.last)
                for place in dict.fromkeys((town(found), found.place)):
                    yield Raw("place", place, *span, sentence)
