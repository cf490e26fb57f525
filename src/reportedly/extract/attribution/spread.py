"""Relations that run over sentences: "about this", quotations that go on."""

import re

from reportedly.text.quotes import quotes

from .names import finite
from .placing import Placed, Read
from .said import Range, cut
from .view import View

_OPENED = re.compile(r"\s*\n\s*([«“„])")
_ITEM = re.compile(r"\s*\n\s*([—–•▪▫*\-])\ufe0f?\s*([^\n]+)")
_PARTED = re.compile(r"[^»”\"], [—–-] $")  # what closes a paragraph nobody quoted
_CLOSED = {"«": "»", "“": "”", "„": "“"}
_QUOTED = 4000  # characters of a quotation over several paragraphs
_HEADED = frozenset({"say", "comment", "confirm", "belief"})
_HEADING = 7  # pieces of a heading before a headline
_LEFT_OUT = 2  # sentences back to a subject that is left out


def completed(read: Read) -> list[Placed]:
    """Return the relations with their content and source filled in from other sentences."""
    done: list[Placed] = []
    speaking = frozenset(item.number for item in read.placed)
    told: dict[int, list[Placed]] = {}
    for item in sorted(read.placed, key=lambda one: (one.number, one.said.relays, one.cue)):
        before = told.get(item.number - 1, [])
        whole = _previous(read, _relayed(item, told.get(item.number, []), before))
        if not whole.content:
            continue
        whole = _commented(read, _continued(read, whole, speaking), speaking)
        done.append(_disjoint(read, _owned(whole, done)))
        told.setdefault(item.number, []).append(done[-1])
    return sorted((one for one in done if one.content), key=lambda one: (one.number, one.cue))


def _disjoint(read: Read, item: Placed) -> Placed:
    """Give each character to one part only: to the cue first, then to the source.

    "His" stays the source within the cue "by his account".
    """
    source = _worded(read, cut((item.source,), item.cue))[:1] if item.source else ()
    if item.source and not source and item.source not in item.cue:  # no verb is its own subject
        source = (item.source,)
    content = _worded(read, cut(item.content, (*item.cue, *source)))
    return item._replace(source=source[0] if source else None, content=content)


def _worded(read: Read, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return pieces without blanks at their edges; those without a word are left out."""
    kept = []
    for start, end in pieces:
        text = read.text[start:end]
        first, last = (
            start + len(text) - len(text.lstrip()),
            end - len(text) + len(text.rstrip()),
        )

        if any(character.isalnum() for character in text):
            kept.append((first, last))
    return tuple(kept)


def _trim(read: Read, start: int, end: int) -> Range | None:
    view = View(read.text[start:end])
    span = view.span(0, len(view))
    return (start + span[0], start + span[1]) if span else None


def _previous(read: Read, item: Placed) -> Placed:
    """Give "X said so" the sentence before it."""
    if item.said.by == "colon" and not item.content:
        begin = read.ranges[item.number][1]
        return item._replace(content=_block(read, begin) or _list(read, begin, item.lang))
    if item.content or item.said.relays or item.number == 0:
        return item
    if item.lang == "en" and not _quoted_before(read, item.number):
        return item
    span = _trim(read, *read.ranges[item.number - 1])
    return item._replace(content=(span,)) if span else item


def _block(read: Read, begin: int) -> tuple[Range, ...]:
    """Return the paragraphs of a quotation that opens the lines behind `begin`."""
    opened = _OPENED.match(read.text, begin)
    if not opened:
        return ()
    start = opened.end()
    end = read.text.find(_CLOSED[opened[1]], start, start + _QUOTED)
    pieces, at = [], start
    for line in read.text[start : max(start, end)].split("\n"):
        span = _trim(read, at, at + len(line))
        pieces += [span] if span else []
        at += len(line) + 1
    return tuple(pieces)


def _list(read: Read, begin: int, lang: str) -> tuple[Range, ...]:
    """Return the items of a list whose first line follows `begin`, all with the same mark.

    Half of them must have a verb: a list of things is nothing that somebody says.
    """
    pieces: list[Range] = []
    mark = ""
    while match := _ITEM.match(read.text, begin, begin + _QUOTED):
        mark = mark or match[1]
        if match[1] != mark:
            break
        span = _trim(read, *match.span(2))
        pieces += [span] if span else []
        begin = match.end()
    told = [p for p in pieces if any(finite(w, lang) for w in View(read.text[slice(*p)]).words)]
    return tuple(pieces) if 2 * len(told) >= len(pieces) > 0 else ()


def _quoted_before(read: Read, number: int) -> bool:
    """Tell whether a closing quotation mark stands before a sentence, in its line."""
    closed = read.text.endswith(("”", '"', "''", "'", "’"), 0, read.ranges[number - 1][1])
    return closed and read.same_line(number - 1, number)


def _relayed(item: Placed, told: list[Placed], earlier: list[Placed]) -> Placed:
    """Give "citing X" the content of the voice of its sentence that cites X."""
    if not item.said.relays:
        return item
    voices = [other for other in told if not other.said.relays]
    if item.said.by == "credited":
        return item._replace(content=earlier[-1].content if earlier else ())
    before = [other for other in voices if other.cue < item.cue]
    if voices:
        cites = before[-1] if before else voices[0]
        return item._replace(content=_without(cites.content, item))
    return item._replace(content=_without(item.content, item))


def _without(content: tuple[Range, ...], item: Placed) -> tuple[Range, ...]:
    taken = [*item.cue, *([item.source] if item.source else [])]
    return tuple(c for c in content if not any(c[0] < b and a < c[1] for a, b in taken))


def _continued(read: Read, item: Placed, speaking: frozenset[int]) -> Placed:
    """Add quoted sentences that go on in the same line, and the list a colon opens."""
    begin = item.cue[0][0]
    if item.said.by == "dash" or _PARTED.search(read.text, max(0, begin - 4), begin):
        return _whole_line(read, item, speaking)
    number, added = item.number + 1, list(item.content)
    closing = read.text[read.ranges[item.number][0] : read.ranges[item.number][1]].rstrip()
    if item.said.by in {"dash", "colon"} and not closing.endswith(":"):
        return item
    quoted = any(mark in closing for mark in "«“”\"'‘")
    while quoted and number < len(read.ranges) and number not in speaking:
        start, end = read.ranges[number]
        if not read.same_line(item.number, number) or not _all_quoted(read.text[start:end]):
            break
        span = _trim(read, start, end)
        if span:
            added.append(span)
        number += 1
    return item._replace(content=tuple(added))


def _commented(read: Read, item: Placed, speaking: frozenset[int]) -> Placed:
    """Give "«C». S commented on T" what is quoted, as headlines in Ukrainian and Russian do."""
    number = item.number - 1
    if item.said.by not in _HEADED or item.lang == "en" or number < 0 or number in speaking:
        return item
    opens = number == 0 or not read.same_line(number - 1, number)
    if not opens or not read.same_line(number, item.number):
        return item
    start, end = read.ranges[number]
    span = _trim(read, start, end) if _all_quoted(read.text[start:end]) else None
    return item._replace(content=(span, *item.content)) if span else item


def _rubric(read: Read, number: int, lang: str) -> bool:
    """Tell a heading before a headline: without a verb, first in its line: "A blast."."""
    opens = number == 0 or not read.same_line(number - 1, number)
    view = View(read.text[slice(*read.ranges[number])])
    if not opens or view.quoted or len(view) > _HEADING:
        return False
    return not any(finite(word, lang) for word in view.words)


def _whole_line(read: Read, item: Placed, speaking: frozenset[int]) -> Placed:
    """Give "C. C — S" the sentences before it that stand in its line and are nobody's."""
    if item.source is None or item.cue[0] > item.source:
        return item
    added: list[Range] = []
    number = item.number - 1
    while number >= 0 and number not in speaking and read.same_line(number, item.number):
        span = None if _rubric(read, number, item.lang) else _trim(read, *read.ranges[number])
        added[:0] = [span] if span else []
        number -= 1
    return item._replace(content=(*added, *item.content))


def _all_quoted(text: str) -> bool:
    found = quotes(text)
    return (
        len(found) == 1 and found[0].start <= 1 and found[0].end >= len(text.rstrip(". ")) - 1
    )


def _owned(item: Placed, done: list[Placed]) -> Placed:
    """Give a verb without a subject the source named last."""
    if (
        item.source
        or item.said.basis
        or item.said.by
        not in {
            "say",
            "opinion",
            "belief",
            "confirm",
            "deny",
            "decline",
            "guess",
            "ask",
        }
    ):
        return item
    for other in reversed(done):
        if item.number - other.number > _LEFT_OUT:
            break
        said = other.source and any(a <= other.source[0] < b for a, b in item.content)
        if other.source and not said:
            return item._replace(source=other.source)
    return item
