"""What one sentence tells, by itself: read once however often it is copied."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from ...lang.figurative import figurative
from ...lang.happening import happening
from ...text.numbers import numbers
from ...text.phrases import Hit, PhraseLists, plain
from ...text.words import Word, words
from ..counts import (
    Counted,
    Share,
    ages,
    another,
    areas,
    counts,
    number_words,
    persons,
)
from ..places.mention import Mention
from ..places.mentions import mentions
from ..times import Cue, calendar, cues
from .mood import absent, listed, remote, tenses_of, unreal
from .portions import portions
from .telling import Telling, tellings

READ_ONCE = 20_000  # sentences remembered


class Facts(NamedTuple):
    """All of one sentence; positions are indexes into `words`, whose offsets are its own."""

    words: tuple[Word, ...]
    tellings: tuple[Telling, ...]
    places: tuple[Mention, ...]
    times: tuple[Cue, ...]
    counts: tuple[Counted, ...]
    shares: tuple[Share, ...]  # parts of a total, by index into `places`
    hedges: tuple[tuple[int, str], ...]  # index of its first word, certainty
    clauses: tuple[int, ...]  # of each word, the number of its clause
    unreal: frozenset[int]  # clauses of plans, threats and conditions
    to_come: frozenset[int]  # clauses of what will be, by the tense of their verbs
    drills: frozenset[int]  # clauses of tests, in which not even an alert is one
    after_all: frozenset[int]  # words behind "after": happenings there are no plans
    aftermath: tuple[int, ...]  # words of what comes after: an arrest, a trial
    saying: tuple[int, ...]  # verbs of those who tell of it
    refers: tuple[
        int, ...
    ]  # first words of what goes on about what was told: "the shooting happened"
    began: tuple[int, ...]  # first words of "began", "goes on"
    sweeping: bool  # it tells of many places of a country at once
    again: bool  # it tells of another happening: "there, too, ..."
    remote: bool  # it tells of what was years ago, or of its anniversary
    absent: frozenset[int]  # first words of happenings that there were none of
    false: tuple[int, ...]  # first words of "is false", of what their clause tells
    turns: bool  # it turns to another happening: "meanwhile"
    promoting: tuple[int, ...]  # first words of requests: "subscribe"
    background: tuple[int, ...]  # first words of phrases of politics and economy
    money: int  # sums
    wide: str  # the scope of a count over more than the place: "6 regions"
    period: str  # the scope of a count over a longer time: "a week"
    owned: bool  # somebody says that they did it
    areas: tuple[Counted, ...]  # extents in square metres
    persons: int  # single persons that nouns name, where people are counted
    another: bool  # one of them is one more
    ages: frozenset[int]  # of people, where they are counted


@cache
def _lists(language: str) -> PhraseLists:
    known = happening(language)
    return PhraseLists(
        tellings=[
            (phrase, (kind.slot, kind.value, sure))
            for kind in known.kinds
            for sure, phrases in ((True, kind.words), (False, kind.hints))
            for phrase in phrases
        ],
        never=[
            (phrase, (kind.slot, kind.value)) for kind in known.kinds for phrase in kind.never
        ],
        figures=figurative(language),
        hedges=known.hedges.items(),
        unreal=plain(known.unreal),
        drills=plain(known.drills),
        after_all=plain(known.after_all),
        aftermath=plain(known.aftermath),
        saying=plain(known.saying),
        refers=plain(known.refers),
        began=plain(known.began),
        sweeping=plain(known.sweeping),
        again=plain(known.again),
        remote=plain(known.remote),
        marked=plain(known.marked),
        absent=plain(known.absent),
        false=plain(known.false),
        turns=plain(known.turns),
        promoting=plain(known.places.promoting),
        background=plain(known.background),
        money=plain(known.money),
        wide=known.wide.items(),
        period=known.period.items(),
        owning=plain(known.owning),
    )


def _scope(hits: Sequence[Hit[str]], told: Sequence[Word], language: str) -> str:
    """Return the scope a phrase gives to a count, with its number where it has one."""
    if not hits:
        return ""
    first = hits[0]
    named = numbers(told[first.first + 1 : first.last], number_words(language))
    many = first.label.removeprefix("several ")
    return f"{named[0].best} {many}" if named and many != first.label else first.label


def _clauses(told: Sequence[Word], hedges: Sequence[Hit[str]]) -> tuple[int, ...]:
    """Return the number of the clause of each word; "probably", put in, parts none."""
    inside = {
        at
        for hit in hedges
        if told[hit.first].marks == "," and hit.last < len(told) and told[hit.last].marks == ","
        for at in (hit.first, hit.last)
    }
    starts = (at > 0 and at not in inside and word.breaks for at, word in enumerate(told))
    return tuple(accumulate(starts))


def _sums(hits: Sequence[Hit[bool]]) -> int:
    """Return how many sums are told: "two million dollars" are one."""
    ends = {hit.last for hit in hits}
    return sum(hit.first not in ends for hit in hits)


@lru_cache(maxsize=READ_ONCE)
def facts(sentence: str, language: str) -> Facts:
    """Read one sentence of a language; all offsets are relative to it."""
    told = words(sentence)
    hits = _lists(language).find(told)
    named = mentions(told, language)
    dated = calendar(told, language)
    timed = frozenset(at for piece in dated for at in range(piece.first, piece.last))
    counted = counts(told, language, timed)
    clauses = _clauses(told, hits["hedges"])
    slots = tellings(hits)
    tenses = tenses_of(told, clauses, language)
    planned = unreal(hits["unreal"], clauses, slots)
    return Facts(
        words=told,
        tellings=slots,
        places=tuple(named),
        times=tuple(cues(told, language, dated)),
        counts=tuple(counted),
        shares=portions(told, counted, named, language, timed),
        hedges=tuple((hit.first, hit.label) for hit in hits["hedges"]),
        clauses=clauses,
        unreal=listed(told, clauses, planned, tenses) if language == "ru" else planned,
        to_come=frozenset(c for c, t in tenses.items() if "futr" in t and "past" not in t),
        drills=frozenset(clauses[hit.first] for hit in hits["drills"]),
        after_all=frozenset(hit.last for hit in hits["after_all"]),
        aftermath=tuple(at for hit in hits["aftermath"] for at in (hit.first, hit.last - 1)),
        saying=tuple(hit.first for hit in hits["saying"]),
        refers=tuple(hit.first for hit in hits["refers"]),
        began=tuple(hit.first for hit in hits["began"]),
        sweeping=bool(hits["sweeping"]),
        again=bool(hits["again"]),
        remote=remote(hits, slots),
        absent=absent(hits["absent"], slots, told, language),
        false=tuple(hit.first for hit in hits["false"]),
        turns=any(hit.first == 0 for hit in hits["turns"]),
        promoting=tuple(hit.first for hit in hits["promoting"]),
        background=tuple(hit.first for hit in hits["background"]),
        money=_sums(hits["money"]),
        wide=_scope(hits["wide"], told, language),
        period=_scope(hits["period"], told, language),
        owned=bool(hits["owning"]),
        areas=tuple(areas(told, language)),
        persons=persons(told, language) if counted else 0,
        another=bool(counted) and another(told, language),
        ages=ages(told) if counted else frozenset(),
    )
