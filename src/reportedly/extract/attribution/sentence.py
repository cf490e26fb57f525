"""Reading one sentence: a pure function of its language and text, remembered."""

import re
from functools import lru_cache

from reportedly.lang.saying import Frame, Noun

from . import english, frames, marks, nouns, verbs
from .hedging import hedged
from .lexicon import Hit, lexicon
from .place import Pieces, placed
from .said import Said, cut
from .view import View

# "…, but residents say": the words before another voice takes the turn.
_TURN = re.compile(
    r",\s+(?:а|но|однако|тогда как|але|проте|тоді як|but|while|whereas)\s[^,]{0,80}$"
    r"|,\s+and\s$|;\s[^,;]{0,80}$"
)
_OBJECT = 40  # characters between a verb and the noun that is its object


@lru_cache(maxsize=65_536)
def read(lang: str, text: str) -> tuple[Said, ...]:
    """Return the relations of one sentence, in the order of their cues."""
    view = View(text)
    found: list[Said] = []
    busy: set[int] = set()
    heir = (0, 0)
    lex = lexicon(lang)
    for hit in lex.hits(view):
        said = _reading(view, lang, hit, heir) if view.pieces[hit.start].quote < 0 else None
        if said:
            heir = _pieces(view, said) or heir
            found.append(said)
            busy.update(range(hit.start, hit.end))
    found += marks.marked(view, lang, busy)
    closed = [_closed(said, found, text) for said in found]
    closed = [said for said in closed if not _answered(said, closed, view)]
    found = [hedged(view, lex, _apart(_answering(said, closed))) for said in closed]
    return tuple(sorted(found, key=lambda said: said.cue))


def _reading(view: View, lang: str, hit: Hit, heir: Pieces) -> Said | None:
    """Return the relation of one cue: as a set phrase, a noun, or a verb."""
    said = None
    for entry in hit.entries:
        if isinstance(entry, Frame):
            said = said or frames.framed(view, lang, hit, entry)
        elif isinstance(entry, Noun):
            said = said or nouns.opened(view, lang, hit, entry)
    if said or (lang == "en" and english.mistaken(view, lexicon(lang), hit.start)):
        return said
    return verbs.relation(placed(view, lang, hit, heir), hit)


def _pieces(view: View, said: Said) -> Pieces | None:
    """Return the pieces of a relation's source."""
    if said.source is None:
        return None
    inside = [
        k for k, p in enumerate(view.pieces) if said.source[0] <= p.start < said.source[1]
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def _closed(said: Said, found: list[Said], text: str) -> Said:
    """End a content before the words that close the sentence it is quoted in.

    In "X said A, Y reports" the words "Y reports" are no part of A.
    """
    content = said.content
    for other in found:
        if other is said or len(other.content) != 1 or not other.source:
            continue
        if other.source == said.source and other.cue > said.cue and said.source < other.cue[0]:
            content = tuple(
                (a, min(b, other.cue[0][0])) for a, b in content if a < other.cue[0][0]
            )
            continue
        begin = min(other.cue[0][0], other.source[0])
        turn = _TURN.search(text[max(0, begin - 120) : begin])
        if turn and said.cue < other.cue and other.source != said.source:
            stop = max(0, begin - 120) + turn.start()
            content = tuple((a, min(b, stop)) for a, b in content if a < stop)
            continue
        whole = other.content[0]
        if whole[1] <= begin and whole[0] <= said.cue[0][0] and said.cue[0][1] <= whole[1]:
            content = tuple((a, min(b, whole[1])) for a, b in content if a < whole[1])
    return said._replace(content=content)


def _answering(said: Said, found: list[Said]) -> Said:
    """Give "A reported C, B denied" to B the content C, not the words of A about it."""
    if said.stance == "asserts" and said.by != "confirm":
        return said
    for other in found:
        for start, end in said.content[:1]:
            last = other.content[-1][1] if other.content else 0
            if start <= other.cue[0][0] < end == last <= said.cue[0][0]:
                return said._replace(content=other.content)
    return said


def _answered(said: Said, found: list[Said], view: View) -> bool:
    """Tell whether "reports that C" are what "A denied reports that C" answers.

    Nobody asserts C there.
    """
    if said.source is not None:
        return False
    return any(
        (other.stance != "asserts" or other.by == "confirm")
        and other.source is not None
        and other.cue[-1][1] < said.cue[0][0] <= other.cue[-1][1] + _OBJECT
        and not any(
            other.cue[-1][1] <= piece.start < said.cue[0][0] and not piece.word
            for piece in view.pieces
        )
        for other in found
    )


def _apart(said: Said) -> Said:
    """Take cue and source out of the content, so that no character has two parts."""
    taken = (*said.cue, *((said.source,) if said.source else ()))
    return said._replace(content=cut(said.content, taken))
