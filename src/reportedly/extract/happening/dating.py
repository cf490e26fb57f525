"""Which of the times of an account tell when it happened."""

from datetime import datetime, timedelta

from ...model import When
from ..times import names_day
from .deeds import later
from .draft import Draft
from .reading import Dated, Sentence

STALE = timedelta(hours=60)  # told with a time further back, in a report of something newer
DAYS = timedelta(days=2)  # what is longer tells a day only where nothing else does
MONTH = timedelta(days=31)
LASTS = timedelta(hours=12)  # between "it began on Monday" and a report of it as news


def stale(sentence: Sentence, published: datetime | None) -> bool:
    """Tell whether the sentence tells of an earlier time than the news."""
    if sentence.facts.remote or any(cue.earlier for cue in sentence.facts.times):
        return True
    whens = [dated.when for dated in sentence.times]
    if published is None or not whens:
        return False
    return all(when.latest < published - STALE for when in whens)


def dated(draft: Draft) -> list[tuple[Sentence, Dated]]:
    """Return the times that tell when the happening was, those told of it outright first."""
    starts = {sentence.start for sentence in draft.events}
    told = [
        (sentence, time)
        for sentence in draft.sentences
        if sentence.facts.refers or not draft.events or sentence.start in starts
        for time in sentence.times
        if not sentence.facts.period and not later(sentence.facts, time.cue)
    ]
    return sorted(told, key=lambda pair: (wide(pair[1]), not pair[0].facts.refers))


def beside(draft: Draft) -> tuple[Sentence, Dated] | None:
    """Return the first day told with what else happened: "he was at home Sunday night".

    It is a claim, where no time is told outright, but parts no reports from each other: what
    happened need not have been that day. A mere hour may be that of the last word.
    """
    return next(
        (
            (sentence, time)
            for sentence in draft.sentences
            for time in sentence.times
            if names_day(time.cue)
            and not wide(time)
            and not sentence.facts.period
            and not later(sentence.facts, time.cue)
        ),
        None,
    )


def wide(time: Dated) -> bool:
    """Tell whether a time is a month or a year."""
    return time.when.latest - time.when.earliest > DAYS


def when(draft: Draft, published: datetime | None) -> When | None:
    """Return the narrowest time told that agrees with the first one told.

    What is said to have begun then, and is still news, has lasted until it was reported.
    """
    told = [(_since(sentence, time), time.when) for sentence, time in dated(draft)]
    if not draft.old:  # a year or a month is told of other things than the news
        told = [each for each in told if each[1].latest - each[1].earliest <= MONTH]
    if not told:
        return None
    first = told[0][1]
    fitting = [
        (since, each)
        for since, each in told[1:]
        if each.earliest < first.latest and first.earliest < each.latest
    ]
    since, best = min((told[0], *fitting), key=lambda each: each[1].latest - each[1].earliest)
    if since and published is not None and published - best.latest > LASTS and not draft.old:
        return When(earliest=best.earliest, latest=published)
    return best


def _since(sentence: Sentence, time: Dated) -> bool:
    """Tell whether a time is that of a beginning."""
    told, at = sentence.facts, time.cue.first
    return any(told.clauses[first] == told.clauses[at] for first in told.began)
