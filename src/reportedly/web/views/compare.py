"""Two reports side by side, with the words one has from the other."""

import re
from difflib import SequenceMatcher

import msgspec

from reportedly.model import Derivation, Document, Span

from ..lookup import Lookup
from . import words
from .cut import cut
from .shared import report_href

PAIRS = 8  # colours of aligned stretches before they repeat
LONGEST = 4000  # words of a report laid beside another one
RUN = 3  # words alike in a row that are shown: fewer are chance
_WORD = re.compile(r"\w+")


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Characters that are, or are not, aligned with the other side."""

    text: str
    pair: int | None
    hue: int
    opens: bool


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two reports."""

    href: str
    source: str
    time: str
    lang: str | None
    stretches: tuple[Stretch, ...]
    shared: str


class ComparePage(msgspec.Struct, frozen=True, kw_only=True):
    """Context of the comparison."""

    title: str
    left: Side
    right: Side
    sentence: str
    alike: bool  # nothing is derived: the words that stand in both are numbered
    because: tuple[str, ...]


def _side(document: Document, spans: list[Span]) -> Side:
    stretches = [(span.start, span.end, number) for number, span in enumerate(spans, 1)]
    opened: set[int] = set()
    out = []
    covered = 0
    for start, end, tags in cut(len(document.text), stretches):
        pair = tags[0] if tags else None
        covered += end - start if tags else 0
        out.append(
            Stretch(
                text=document.text[start:end],
                pair=pair,
                hue=(pair - 1) % PAIRS + 1 if pair else 0,
                opens=pair is not None and pair not in opened,
            )
        )
        opened |= {pair} if pair else set()
    return Side(
        href=report_href(document.id),
        source=document.source,
        time=words.moment(document.published),
        lang=words.lang_of(document),
        stretches=tuple(out),
        shared=f"{100 * covered / max(1, len(document.text)):.0f} % of the characters aligned",
    )


def _between(lookup: Lookup, a: Document, b: Document) -> list[Derivation]:
    found = [d for d in lookup.taken_from(b.id) if d.parent == a.id]
    return found + [d for d in lookup.taken_from(a.id) if d.parent == b.id]


def alike(a: Document, b: Document) -> list[tuple[Span, Span]]:
    """Return the runs of words that stand in both reports in the same order."""
    ours, theirs = ([*_WORD.finditer(d.text)][:LONGEST] for d in (a, b))
    folded = [[word.group().casefold() for word in each] for each in (ours, theirs)]
    runs = SequenceMatcher(None, folded[0], folded[1], autojunk=False).get_matching_blocks()
    return [
        (
            Span(a.id, ours[i].start(), ours[i + n - 1].end()),
            Span(b.id, theirs[j].start(), theirs[j + n - 1].end()),
        )
        for i, j, n in runs
        if n >= RUN
    ]


def compare_page(lookup: Lookup, a: Document, b: Document) -> ComparePage:
    """Return two reports with the stretches their derivation shows, numbered alike."""
    found = _between(lookup, a, b)
    pairs = [
        (theirs, ours) if derivation.doc == b.id else (ours, theirs)
        for derivation in found
        for ours, theirs in derivation.shown
    ]
    pairs = pairs or alike(a, b)
    pairs.sort(key=lambda pair: (pair[1], pair[0]))
    names = {a.id: a.source, b.id: b.source}
    told = [f"{names[d.doc]} {words.TOOK[d.how]} {names[d.parent or '']}" for d in found]
    return ComparePage(
        title="Two reports side by side",
        left=_side(a, [left for left, _ in pairs]),
        right=_side(b, [right for _, right in pairs]),
        sentence="; ".join(told) or "Neither report is shown to come from the other.",
        alike=not found and bool(pairs),
        because=tuple(words.sentence(d.because) for d in found),
    )
