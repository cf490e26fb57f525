"""Sentences to accounts: which of them tell of one happening."""

from datetime import datetime

from ..places.context import KNOWN
from ..places.found import Found, place_of
from .dating import dated, stale
from .deeds import real
from .draft import NARROW, Draft, compatible, located
from .reading import Sentence
from .scoring import ENOUGH, score, tells

NATIONAL = ("RU", "UA")  # told as a whole, these mean many places at once
LEAD = 3  # sentences before the first happening that belong to it: a headline, a lead
LEDE = 4  # sentences of a report that tell its place, if what happened is told later
CARRIED = 0.3  # points of a place that the sentence before tells
SEAT = 200_000  # people of a town from which its region may be run
GOING_ON = 0.6  # points that a further event sentence of an account needs


def _undated(draft: Draft, sentence: Sentence) -> bool:
    """Tell whether a sentence gives an account its first time, further back than news is.

    What is told "previously" is of another happening.
    """
    earlier = any(cue.earlier for cue in sentence.facts.times)
    other = earlier or sentence.facts.again or bool(sentence.mark)
    return not other and not draft.old and not dated(draft)


def _joins(draft: Draft, sentence: Sentence, old: bool) -> bool:
    if old != draft.old and not sentence.facts.refers and not _undated(draft, sentence):
        return False
    here = located(sentence)
    if not here or not draft.places:
        return True
    if _filed(draft) and any(_beside(draft.places[-1], found) for found in here):
        return True
    if draft.places[-1].rank == 1.0 and draft.places[-1].place.country in NATIONAL:
        return all(f.place.country == draft.places[-1].place.country for f in here)
    exact = [found for found in here if found.place.kind != "country"] or here
    return any(compatible(found, draft.places[-1]) for found in exact)


def _next_item(draft: Draft, sentence: Sentence, old: bool) -> bool:
    """Tell whether a sentence is an item of a list, after that of the account, elsewhere."""
    listed = sentence.mark and sentence.mark == draft.sentences[-1].mark
    return bool(listed and located(sentence)) and not _joins(draft, sentence, old)


def _filed(draft: Draft) -> bool:
    """Tell whether an account is placed by its dateline only, which is no scene for sure."""
    return bool(draft.places) and all(f.mention.cue == "line" for f in draft.places)


def _beside(line: Found, found: Found) -> bool:
    """Tell whether a scene is told that a report filed from `line` can be about."""
    if found.mention.cue not in ("at", "near") or found.entry is None:
        return False
    known = found.entry.population >= KNOWN or bool(found.mention.within)
    return known or (found.place.region == line.place.region and found.place.kind != "region")


def _add(draft: Draft, sentence: Sentence, event: bool) -> None:
    draft.sentences.append(sentence)
    if event:
        draft.events.append(sentence)
    for found in located(sentence):
        if _filed(draft) and _beside(draft.places[-1], found):
            draft.others.extend(draft.places)
            draft.places.clear()
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


def _drafts(sentences: list[Sentence], published: datetime | None) -> list[Draft]:
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
            elif _next_item(now, sentence, old):
                continue
            elif now.old == old or sentence.facts.refers or _undated(now, sentence):
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


def drafts(sentences: list[Sentence], published: datetime | None) -> list[Draft]:
    """Return the accounts of a report in the order they are opened.

    A sentence that tells of a happening opens an account unless it fits one that is open;
    one that tells of none goes on with the account before it. What is told of earlier times
    without a date of its own is no account.
    """
    found = _drafts(sentences, published)
    for draft in found:
        _narrow(draft)
        _settle(draft)
    if found and not found[0].places:
        found[0].places.extend(_served(sentences))
    return found


def _served(sentences: list[Sentence]) -> list[Found]:
    """Return the town of the outlet, and what is near it: all a headline may tell of where."""
    told = (f for s in sentences for f in s.places if f.mention.cue == "outlet")
    town = next((f for f in told if f.entry and f.entry.kind == "settlement"), None)
    if town is None or town.entry is None:
        return []
    near = town.mention._replace(cue="near")
    return [town._replace(mention=near, place=place_of(town.entry, near))]


def _settle(draft: Draft) -> None:
    """Put what happened "in the county" in the one town of it that the account tells of.

    A great town may only be where the region mourns or is run from: what happened names it.
    """
    if len(draft.places) != 1 or draft.places[0].place.kind != "region":
        return
    if any(sentence.facts.sweeping or sentence.facts.wide for sentence in draft.sentences):
        return
    told = [
        found
        for sentence in draft.sentences
        for found in sentence.places
        if _scene(found) and found.entry is not None and found.place.kind == "settlement"
    ]
    seat = any(found.entry is not None and found.entry.population >= SEAT for found in told)
    if seat and not any(found in event.places for event in draft.events for found in told):
        return
    if len({found.place for found in told}) == 1 and compatible(told[0], draft.places[0]):
        draft.others.append(draft.places.pop())
        draft.places.append(told[0])


def _narrow(draft: Draft) -> None:
    """Put a strike "on Russia" where its report says in the end that it was, if in one region.

    Of an attack on many places at once such a region is an example.
    """
    if len(draft.places) != 1 or draft.places[0].place.country not in NATIONAL:
        return
    many = any(sentence.facts.sweeping or sentence.facts.wide for sentence in draft.sentences)
    if draft.places[0].place.kind != "country" or many:
        return
    told = [
        found
        for sentence in draft.sentences
        if real(sentence.facts)
        for found in located(sentence)
        if _scene(found) and found.entry is not None and compatible(found, draft.places[0])
    ]
    if len({found.place.region for found in told}) == 1:
        draft.others.append(draft.places.pop())
        draft.places.append(max(told, key=lambda found: found.rank))
