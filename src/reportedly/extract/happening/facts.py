"""What one sentence tells, by itself: read once however often it is copied."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from ...lang.happening import happening
from ...text.phrases import Hit, Phrases
from ...text.words import Word, words
from ..counts import Counted, Share, counts, shares
from ..places.mention import Mention
from ..places.mentions import mentions
from ..times import Cue, cues, timed

READ_ONCE = 20_000  # sentences remembered


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
    aftermath: tuple[int, ...]  # first words of what comes after: an arrest, a trial
    refers: tuple[
        int, ...
    ]  # first words of what goes on about what was told: "the shooting happened"
    again: bool  # it tells of another happening: "there, too, ..."
    denied: bool
    background: int  # words of politics and economy
    wide: str  # the phrase that makes a count one over more than the place
    period: str


class _Lexicon:
    def __init__(self, language: str) -> None:
        known = happening(language)
        self.tellings = Phrases(
            [
                (phrase, (kind.slot, kind.value, sure))
                for kind in known.kinds
                for sure, phrases in ((True, kind.words), (False, kind.hints))
                for phrase in phrases
            ]
        )
        self.hedges = Phrases(known.hedges.items())
        self.unreal = Phrases((phrase, True) for phrase in known.unreal)
        self.drills = Phrases((phrase, True) for phrase in known.drills)
        self.after_all = Phrases((phrase, True) for phrase in known.after_all)
        self.aftermath = Phrases((phrase, True) for phrase in known.aftermath)
        self.refers = Phrases((phrase, True) for phrase in known.refers)
        self.again = Phrases((phrase, True) for phrase in known.again)
        self.denials = Phrases((phrase, True) for phrase in known.denials)
        self.background = Phrases((phrase, True) for phrase in known.background)
        self.wide = Phrases((phrase, True) for phrase in known.wide)
        self.period = Phrases((phrase, True) for phrase in known.period)


@cache
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(language)


def _said(hits: list[Hit[bool]], told: Sequence[Word]) -> str:
    return " ".join(word.low for word in told[hits[0].first : hits[0].last]) if hits else ""


@lru_cache(maxsize=READ_ONCE)
def facts(sentence: str, language: str) -> Facts:
    """Read one sentence of a language; all offsets are relative to it."""
    lexicon = _lexicon(language)
    told = words(sentence)
    named = mentions(told, language)
    counted = counts(told, language, timed(told, language))
    clauses = tuple(accumulate((at > 0 and w.breaks for at, w in enumerate(told)), initial=0))[
        1:
    ]
    return Facts(
        words=told,
        tellings=tuple(
            sorted(
                {
                    Telling(*hit.label, hit.first, hit.last)
                    for hit in lexicon.tellings.find(told)
                }
            )
        ),
        places=tuple(named),
        times=tuple(cues(told, language)),
        counts=tuple(counted),
        shares=tuple(shares(told, counted, [(m.first, m.last) for m in named], language)),
        hedges=tuple((hit.first, hit.label) for hit in lexicon.hedges.find(told)),
        clauses=clauses,
        unreal=frozenset(clauses[hit.first] for hit in lexicon.unreal.find(told)),
        drills=frozenset(clauses[hit.first] for hit in lexicon.drills.find(told)),
        after_all=frozenset(hit.last for hit in lexicon.after_all.find(told)),
        aftermath=tuple(hit.first for hit in lexicon.aftermath.find(told)),
        refers=tuple(hit.first for hit in lexicon.refers.find(told)),
        again=bool(lexicon.again.find(told)),
        denied=bool(lexicon.denials.find(told)),
        background=len(lexicon.background.find(told)),
        wide=_said(lexicon.wide.find(told), told),
        period=_said(lexicon.period.find(told), told),
    )
