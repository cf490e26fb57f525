"""Sentences to accounts: which of them tell of one happening."""

from datetime import datetime, timedelta
from typing import NamedTuple

from ...model import Place, When
from ..places.resolve import Found
from .reading import Dated, Sentence
from .scoring import ENOUGH, score, tells

STALE = timedelta(hours=60)  # told with a time further back, in a report of something newer
RANK = {"country": 1, "region": 2, "area": 3, "settlement": 4, "facility": 5}
FAMILY = {
    "shooting": "crime",
    "crash": "crash",
    "other": "other",
    "accident": "accident",
    "outage": "outage",
}  # everything else may be one air raid and what it left


class Draft(NamedTuple):
    """Sentences of one account, the first of which opens it."""

    sentences: list[Sentence]
    events: list[Sentence]  # those that tell the happening itself
    places: list[Found]  # on one chain, widest to narrowest knowledge of one spot
    points: list[float]
    old: bool

    @property
    def place(self) -> Place | None:
        """Return the narrowest place told."""
        return max(self.places, key=lambda f: RANK[f.place.kind]).place if self.places else None


def located(sentence: Sentence) -> list[Found]:
    """Return the places a sentence puts its happening in, narrowest first."""
    at = [f for f in sentence.places if f.mention.cue in ("at", "near")]
    at = at or [f for f in sentence.places if f.mention.cue == "bare"]
    at = at or [f for f in sentence.places if f.place.kind != "country"]
    return sorted(at, key=lambda f: -RANK[f.place.kind])


def compatible(a: Place, b: Place) -> bool:
    """Tell whether one place can lie within the other, or they are one."""
    if a.gazetteer == b.gazetteer and a.name == b.name:
        return True
    if a.country != b.country:
        return False
    low, high = sorted((a, b), key=lambda p: RANK[p.kind])
    if low.kind == "country":
        return True
    if low.region != high.region:
        return False
    return RANK[low.kind] < RANK[high.kind]


def _family(sentence: Sentence) -> str:
    values = {t.value for t in sentence.facts.tellings if t.slot == "type" and t.sure}
    families = {FAMILY.get(value, "raid") for value in values}
    return families.pop() if len(families) == 1 else ""


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
    here, there = located(sentence), draft.place
    if not here or there is None:
        return True
    return any(compatible(found.place, there) for found in here)


def _add(draft: Draft, sentence: Sentence, event: bool, points: float) -> None:
    draft.sentences.append(sentence)
    if event:
        draft.events.append(sentence)
        draft.points.append(points)
    if not event and draft.places:
        return
    for found in located(sentence):
        if all(compatible(found.place, other.place) for other in draft.places):
            draft.places.append(found)


def drafts(sentences: list[Sentence], published: datetime | None) -> list[Draft]:
    """Return the accounts of a report in the order they are opened.

    A sentence that tells of a happening opens an account unless it fits one that is open;
    one that tells of none goes on with the account before it. What is told of earlier times
    without a date of its own is no account.
    """
    found: list[Draft] = []
    lead: list[Sentence] = []
    now: Draft | None = None
    for number, sentence in enumerate(sentences):
        points = score(sentence, first=number == 0)
        old = stale(sentence, published)
        event = points >= ENOUGH or (tells(sentence) and now is not None and points > 0.6)
        if not event:
            if now is not None and not old and now.old == old:
                _add(now, sentence, False, points)
            elif now is None:
                lead.append(sentence)
            continue
        fitting = [d for d in reversed(found) if _joins(d, sentence, old)]
        if fitting:
            now = fitting[0]
        elif points >= ENOUGH and not (old and not sentence.times):
            now = Draft([], [], [], [], old)
            found.append(now)
        else:
            continue
        _add(now, sentence, True, points)
    if found and lead and not found[0].places:
        for sentence in lead:
            _add(found[0], sentence, False, 0.0)
    return found


def dated(draft: Draft) -> list[tuple[Sentence, Dated]]:
    """Return the times that tell when the happening was, the narrowest first."""
    told = [
        (sentence, time)
        for sentence in draft.events or draft.sentences
        for time in sentence.times
        if not sentence.facts.period
    ]
    width: dict[int, timedelta] = {
        id(time): time.when.latest - time.when.earliest for _, time in told
    }
    return sorted(told, key=lambda pair: (width[id(pair[1])], pair[0].start, pair[1].cue.first))


def when(draft: Draft) -> When | None:
    """Return the narrowest time told that agrees with the first one told."""
    told = dated(draft)
    return told[0][1].when if told else None
