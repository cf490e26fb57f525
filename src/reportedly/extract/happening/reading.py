"""A document, sentence by sentence, with its places resolved and its times anchored."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from ...lang.happening import happening
from ...model import Attribution, Document, Stance, When
from ...text import sentences
from ..places.context import home_of
from ..places.found import Found
from ..places.lexicon import lexicon
from ..places.mention import Mention
from ..places.persons import surnames, without
from ..places.resolve import resolve
from ..times import Cue, anchor, names_day
from .deeds import later
from .facts import Facts, facts
from .lists import with_their_lists
from .promotion import without_promotion
from .stretches import Stretches

LONGEST = 1_200  # characters of a sentence read at once: time grows with their square
CLOSING = ' \n»"”’)'  # may stand behind the mark that ends a sentence
MOST = 4_000  # sentences read of one document: a book is no report


class Dated(NamedTuple):
    """An expression of time with the interval it tells."""

    cue: Cue
    when: When


class Sentence(NamedTuple):
    """One sentence at `start..end` of the document."""

    start: int
    end: int
    facts: Facts
    places: tuple[Found, ...]
    times: tuple[Dated, ...]
    opens: bool  # the first of its paragraph
    background: int  # words of politics and economy, but in the name of who denies
    mark: str  # what it begins with if that is no letter: items of a list share theirs
    asks: bool  # it is a question

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the document offsets of words `first` up to `last`."""
        told = self.facts.words
        return self.start + told[first].start, self.start + told[last - 1].end


def _voiced(
    mention: Mention,
    start: int,
    told: Facts,
    sources: Stretches[bool],
    residents: tuple[str, ...],
) -> bool:
    """Tell whether a place only names who speaks: "the governor of Rostov Oblast".

    Those who live in a town tell of it.
    """
    before = told.words[mention.first - 1].low if mention.first else ""
    if before.startswith(residents):
        return False
    first = start + told.words[mention.first].start
    return any(sources.holding(first, first + 1))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text, cut where one is too long to be read at once."""
    for start, end in sentences(text):
        at = start
        while end - at > LONGEST:
            blank = text.rfind(" ", at, at + LONGEST)
            cut = blank if blank > at else at + LONGEST
            yield at, cut
            at = cut
        if text[at:end].strip():
            yield at, end


def _dated(
    fact: Facts, published: datetime | None, zone: str, day: When | None
) -> tuple[tuple[Dated, ...], When | None]:
    """Return the times of a sentence, and the day told last for those that follow."""
    found = []
    for cue in fact.times if published else ():
        told = anchor(cue, published, zone, day) if published else None
        if told is not None:
            found.append(Dated(cue, told))
            day = told if names_day(cue) and not later(fact, cue) else day
    return tuple(found), day


def _lines(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return the number of the line in which each sentence begins."""
    found, line, at = [], 0, 0
    for start, _ in spans:
        line += text.count("\n", at, start)
        at = start
        found.append(line)
    return found


def read(doc: Document, attributions: Sequence[Attribution]) -> list[Sentence]:
    """Return the sentences of `doc`; places inside a source are told as "voice"."""
    spans = with_their_lists(doc.text, list(_pieces(doc.text))[:MOST], doc.lang, LONGEST)
    told = [facts(doc.text[a:b], doc.lang) for a, b in spans]
    sources = Stretches((s.start, s.end, True) for a in attributions for s in a.source)
    denials = [a for a in attributions if a.stance is Stance.DENIES]
    denying = Stretches((s.start, s.end, True) for a in denials for s in a.source)
    residents = happening(doc.lang).places.residents
    told = without_promotion(told, _lines(doc.text, spans))
    persons = surnames([fact.words for fact in told], lexicon(doc.lang))
    mentioned = [
        [
            m._replace(cue="voice")
            if m.cue not in ("aside", "outlet") and _voiced(m, start, fact, sources, residents)
            else m
            for m in without(fact.places, fact.words, persons)
        ]
        for (start, _), fact in zip(spans, told, strict=True)
    ]
    places: list[list[Found]] = [[] for _ in spans]
    for found in resolve(mentioned, doc.lang, home_of(doc.source, doc.lang)):
        places[found.sentence].append(found)
    zone = happening(doc.lang).times.zone
    read_: list[Sentence] = []
    end_before = 0
    day: When | None = None
    for (start, end), fact, at in zip(spans, told, places, strict=True):
        dated, day = _dated(fact, doc.published, zone, day)
        dated = () if fact.remote else dated  # "ten years ago today"
        opens = not read_ or "\n" in doc.text[end_before:start]
        mark = doc.text[start] if opens and not doc.text[start].isalnum() else ""
        aside = sum(
            any(denying.holding(start + fact.words[w].start, start + fact.words[w].end))
            for w in fact.background
        )
        asks = doc.text[start:end].rstrip(CLOSING).endswith("?")
        spoken = len(fact.background) - aside
        read_.append(Sentence(start, end, fact, tuple(at), dated, opens, spoken, mark, asks))
        end_before = end
    return read_
