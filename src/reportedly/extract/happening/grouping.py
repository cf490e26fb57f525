"""Sentences to accounts: which of them tell of one happening."""

import math
from datetime import datetime, timedelta
from typing import NamedTuple

from ...model import Place, When
from ..places.resolve import WATER, Found
from .reading import Dated, Sentence
from .scoring import ENOUGH, real, score, tells
from .spread import whole

EARTH_KM = 6371.0
STALE = timedelta(hours=60)  # told with a time further back, in a report of something newer
NARROW = 4.4  # rank from which a place is a site and needs no narrowing
NATIONAL = ("RU", "UA")  # told as a whole, these mean many places at once
HOME = "RU"  # its name mostly tells who speaks: a ministry, a state agency
LEAD = 3  # sentences before the first happening that belong to it: a headline, a lead
LEDE = 3  # sentences of a report that tell its place, if what happened is told later
CARRIED = 0.3  # points of a place that the sentence before tells
SITES = ("venue",)
GOING_ON = 0.6  # points that a further event sentence of an account needs


class Draft(NamedTuple):
    """Sentences of one account, the first of which opens it."""

    sentences: list[Sentence]
    events: list[Sentence]  # those that tell the happening itself
    places: list[Found]  # on one chain, each narrower than the one before
    others: list[Found]  # that hold or lie in the place, beside the chain
    old: bool

    @property
    def place(self) -> Place | None:
        """Return the narrowest place told, or else a foreign country that is named.

        A site that no gazetteer holds is in its town: there, reports that name the site meet
        those that name the town.
        """
        if self.places:
            return town(self.places[-1])
        named = (f.place for s in self.events for f in s.places if f.place.kind == "country")
        return next((place for place in named if place.country != HOME), None)


def town(found: Found) -> Place:
    """Return the place, or the town of a site that is known by its name only."""
    holder = found.holder
    known = found.mention.kind in SITES and holder is not None and holder.kind == "settlement"
    return holder if known and holder is not None else found.place


def located(sentence: Sentence) -> list[Found]:
    """Return the places a sentence puts its happening in, narrowest first."""
    everywhere = whole(sentence)
    if everywhere:
        return [everywhere]
    at = [f for f in sentence.places if f.mention.cue in ("at", "near")]
    if not at:
        at = [f for f in sentence.places if f.mention.cue == "bare"]
        # "Russia has struck plants of Ukraine": the subject is who, not where.
        at = [f for f in at if f.mention.first > 0] or at
    at = [f for f in at if not _elsewhere(f, at)]
    named = (f for f in sentence.places if f.mention.cue != "aside")
    at = at or [f for f in named if f.place.kind != "country"]
    return sorted(at, key=lambda f: -f.rank)


def _elsewhere(found: Found, at: list[Found]) -> bool:
    """Tell whether a name said to be close by is of another part of the country.

    "In the town, near Elm": the Elm we know, far from the town, is not the one that is meant.
    """
    if found.mention.cue != "near":
        return False
    towns = [f for f in at if f.mention.cue == "at" and f.place.kind == "settlement"]
    return bool(towns) and not any(compatible(found, town) for town in towns)


def compatible(a: Found, b: Found) -> bool:
    """Tell whether one place can lie within the other, or they are one."""
    if a.place.name == b.place.name and a.place.gazetteer == b.place.gazetteer:
        return True
    low, high = sorted((a, b), key=lambda f: f.rank)
    if low.rank == high.rank:
        return False
    around = low.place.kind == "settlement"  # a town holds what touches it
    if around or high.rank >= NARROW or WATER in (low.place.country, high.place.country):
        return near(low.place, high.place)
    if low.place.kind == "country":
        return low.place.country == high.place.country
    return low.place.region == high.place.region


def near(a: Place, b: Place) -> bool:
    """Tell whether the circles of two places touch."""
    p, q = math.radians(a.lat), math.radians(b.lat)
    east = math.radians(b.lon - a.lon)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(east / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h))) <= a.radius_km + b.radius_km


def stale(sentence: Sentence, published: datetime | None) -> bool:
    """Tell whether the sentence tells of an earlier time than the news."""
    if any(cue.earlier for cue in sentence.facts.times):
        return True
    whens = [dated.when for dated in sentence.times]
    if published is None or not whens:
        return False
    return all(when.latest < published - STALE for when in whens)


def _joins(draft: Draft, sentence: Sentence, old: bool) -> bool:
    if old != draft.old:
        return False
    here = located(sentence)
    if not here or not draft.places:
        return True
    if draft.places[-1].rank == 1.0 and draft.places[-1].place.country in NATIONAL:
        return all(f.place.country == draft.places[-1].place.country for f in here)
    exact = [found for found in here if found.place.kind != "country"] or here
    return any(compatible(found, draft.places[-1]) for found in exact)


def _add(draft: Draft, sentence: Sentence, event: bool) -> None:
    draft.sentences.append(sentence)
    if event:
        draft.events.append(sentence)
    for found in located(sentence):
        if not draft.places:
            draft.places.append(found)
            continue
        narrowest = draft.places[-1]
        if not compatible(found, narrowest):
            continue
        # "The accident happened in ...", "in the village of ...".
        locating = event or bool(real(sentence.facts)) or found.mention.kind == "settlement"
        national = narrowest.rank == 1.0 and narrowest.place.country in NATIONAL
        if national and sentence is not draft.sentences[0]:
            locating = False  # what follows are examples
        # "The Orenburg incident" may be one of its region.
        loose = found.mention.cue == "bare" and narrowest.place.kind == "region"
        if locating and not loose and found.rank > narrowest.rank and narrowest.rank < NARROW:
            draft.places.append(found)
        elif locating:
            draft.others.append(found)


def _scene(found: Found) -> bool:
    return found.mention.cue in ("at", "near") and found.place.kind != "country"


def _is_event(sentence: Sentence, points: float, going_on: bool) -> bool:
    return points >= ENOUGH or (going_on and tells(sentence) and points > GOING_ON)


def _carried(sentence: Sentence, lead: list[Sentence]) -> float:
    """Return the points of a place that the sentence before tells: "Kursk. Three blasts"."""
    if not lead or not real(sentence.facts) or located(sentence):
        return 0.0
    return CARRIED * any(_scene(found) for found in lead[-1].places)


def _opened(old: bool, sentence: Sentence, lead: list[Sentence]) -> Draft:
    """Return a new account; one without a place of its own takes the one its lead tells."""
    draft = Draft([], [], [], [], old)
    if lead and not located(sentence):
        for before in (*lead[:LEDE], *lead[LEDE:][-LEAD:]):
            _add(draft, before, False)
        lead.clear()
    return draft


def drafts(sentences: list[Sentence], published: datetime | None) -> list[Draft]:
    """Return the accounts of a report in the order they are opened.

    A sentence that tells of a happening opens an account unless it fits one that is open;
    one that tells of none goes on with the account before it. What is told of earlier times
    without a date of its own is no account.
    """
    found: list[Draft] = []
    lead: list[Sentence] = []
    now: Draft | None = None
    back = False  # in a paragraph that has gone back to earlier times
    for number, sentence in enumerate(sentences):
        points = score(sentence, first=number == 0) + _carried(sentence, lead)
        old = stale(sentence, published)
        if not sentence.times:  # it goes on with the time told before it
            old = old or (back and not sentence.opens) or [d.old for d in found] == [True]
        back = old
        if not _is_event(sentence, points, now is not None):
            if now is None:
                lead.append(sentence)
            elif now.old == old:
                _add(now, sentence, False)
            continue
        turned = sentence.facts.turns and points >= ENOUGH
        fitting = [d for d in reversed(found) if not turned and _joins(d, sentence, old)]
        if fitting:
            now = fitting[0]
        elif points >= ENOUGH and not (old and not sentence.times):
            now = _opened(old, sentence, lead if not found else [])
            found.append(now)
        else:
            continue
        _add(now, sentence, True)
    for sentence in lead[-LEAD:] if found else ():
        _add(found[0], sentence, False)
    return found


def _later(sentence: Sentence, time: Dated) -> bool:
    """Tell whether a time is that of an arrest, a trial, a vigil: told nearer to it."""
    told, at = sentence.facts, time.cue.first
    mine = [first for first in told.aftermath if told.clauses[first] == told.clauses[at]]
    if not mine:
        return False
    happened = [abs(telling.first - at) for telling in real(told) if telling.sure]
    return min(abs(first - at) for first in mine) < min(happened, default=len(told.words))


def dated(draft: Draft) -> list[tuple[Sentence, Dated]]:
    """Return the times that tell when the happening was, the narrowest first."""
    told = [
        (sentence, time)
        for sentence in draft.events or draft.sentences
        for time in sentence.times
        if not sentence.facts.period and not _later(sentence, time)
    ]
    width: dict[int, timedelta] = {
        id(time): time.when.latest - time.when.earliest for _, time in told
    }
    return sorted(told, key=lambda pair: (width[id(pair[1])], pair[0].start, pair[1].cue.first))


def when(draft: Draft) -> When | None:
    """Return the narrowest time told that agrees with the first one told."""
    told = dated(draft)
    return told[0][1].when if told else None
