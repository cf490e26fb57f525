"""What one sentence tells, by itself: read once however often it is copied."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from ...lang.figurative import figurative
from ...lang.happening import happening
from ...text.numbers import numbers
from ...text.phrases import Hit, Hits, PhraseLists, plain
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
from .portions import portions

READ_ONCE = 20_000  # sentences remembered
BESIDE = ("при", "під", "at")  # besides prepositions of place: what stands behind has been
OPENS = 2  # words of "exactly ten" before "years ago"
_NEAR = 5  # words between a happening and what says that there was none
EXPLAINS = frozenset({"exercise", "missile_test"})  # causes that are named like plans


class Telling(NamedTuple):
    """A slot answered with `value` by words `first` up to `last`."""

    slot: str
    value: str
    sure: bool  # False: only a hint
    first: int
    last: int


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
    money: int  # words of sums
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


def _tellings(hits: Hits) -> tuple[Telling, ...]:
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


def _unreal(
    hits: Sequence[Hit[bool]], clauses: Sequence[int], tellings: Sequence[Telling]
) -> frozenset[int]:
    """Return the clauses of plans and the like; what turns out an exercise has happened."""
    explained = {
        at
        for cause in tellings
        if cause.slot == "cause" and cause.value in EXPLAINS
        for at in range(cause.first, cause.last)
        if any(
            what.slot == "type"
            and what.first < cause.first
            and clauses[what.first] == clauses[at]
            for what in tellings
        )
    }
    return frozenset(clauses[hit.first] for hit in hits if hit.first not in explained)


def _remote(hits: Hits, tellings: Sequence[Telling]) -> bool:
    """Tell whether a sentence opens with "ten years ago", or marks what happened."""
    happened = [telling.first for telling in tellings if telling.slot == "type"]
    return any(hit.first <= OPENS for hit in hits["remote"]) or any(
        hit.first < min(happened, default=0) for hit in hits["marked"]
    )


@cache
def _before(language: str) -> frozenset[str]:
    """Return the words behind which a happening has been: "after the blast"."""
    known = happening(language)
    return frozenset((*known.places.at, *known.after_all, *BESIDE))


def _absent(
    hits: Sequence[Hit[bool]], tellings: Sequence[Telling], told: Sequence[Word], language: str
) -> frozenset[int]:
    """Return the happenings told of as none: "no explosion", "взрыва в Туле не было".

    "After the blast there were no victims" has had its blast: a preposition stands before it;
    and between a happening and "was not" stand only where, or what it was at.
    """
    none, before = happening(language).none, _before(language)
    sites = {at for t in tellings if t.slot == "target" for at in range(t.first, t.last)}

    def bare(telling: Telling) -> bool:
        return telling.first == 0 or told[telling.first - 1].low not in before

    def where(at: int) -> bool:
        word = told[at]
        behind = told[at - 1].low in before  # "взрыва на химкомбинате не было"
        return not word.breaks and (word.low in before or word.capital or behind or at in sites)

    return frozenset(
        telling.first
        for telling in tellings
        if telling.slot == "type"
        and (
            (telling.first > 0 and told[telling.first - 1].low in none)
            or any(
                telling.last <= hit.first <= telling.last + _NEAR
                and bare(telling)
                and all(where(at) for at in range(telling.last, hit.first))
                for hit in hits
            )
        )
    )


def _scope(hits: Sequence[Hit[str]], told: Sequence[Word], language: str) -> str:
    """Return the scope a phrase gives to a count, with its number where it has one."""
    if not hits:
        return ""
    first = hits[0]
    named = numbers(told[first.first + 1 : first.last], number_words(language))
    many = first.label.removeprefix("several ")
    return f"{named[0].best} {many}" if named and many != first.label else first.label


@lru_cache(maxsize=READ_ONCE)
def facts(sentence: str, language: str) -> Facts:
    """Read one sentence of a language; all offsets are relative to it."""
    told = words(sentence)
    hits = _lists(language).find(told)
    named = mentions(told, language)
    dated = calendar(told, language)
    timed = frozenset(at for piece in dated for at in range(piece.first, piece.last))
    counted = counts(told, language, timed)
    clauses = tuple(accumulate((at > 0 and w.breaks for at, w in enumerate(told)), initial=0))[
        1:
    ]
    tellings = _tellings(hits)
    return Facts(
        words=told,
        tellings=tellings,
        places=tuple(named),
        times=tuple(cues(told, language, dated)),
        counts=tuple(counted),
        shares=portions(told, counted, named, language, timed),
        hedges=tuple((hit.first, hit.label) for hit in hits["hedges"]),
        clauses=clauses,
        unreal=_unreal(hits["unreal"], clauses, tellings),
        drills=frozenset(clauses[hit.first] for hit in hits["drills"]),
        after_all=frozenset(hit.last for hit in hits["after_all"]),
        aftermath=tuple(at for hit in hits["aftermath"] for at in (hit.first, hit.last - 1)),
        saying=tuple(hit.first for hit in hits["saying"]),
        refers=tuple(hit.first for hit in hits["refers"]),
        began=tuple(hit.first for hit in hits["began"]),
        sweeping=bool(hits["sweeping"]),
        again=bool(hits["again"]),
        remote=_remote(hits, tellings),
        absent=_absent(hits["absent"], tellings, told, language),
        false=tuple(hit.first for hit in hits["false"]),
        turns=any(hit.first == 0 for hit in hits["turns"]),
        promoting=tuple(hit.first for hit in hits["promoting"]),
        background=tuple(hit.first for hit in hits["background"]),
        money=len(hits["money"]),
        wide=_scope(hits["wide"], told, language),
        period=_scope(hits["period"], told, language),
        owned=bool(hits["owning"]),
        areas=tuple(areas(told, language)),
        persons=persons(told, language) if counted else 0,
        another=bool(counted) and another(told, language),
        ages=ages(told) if counted else frozenset(),
    )
