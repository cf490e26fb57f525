"""Reading one sentence: a pure function of its language and text, remembered."""

from functools import lru_cache

from reportedly.lang.saying import Frame, Noun, Verb

from . import frames, marks, verbs
from .lexicon import lexicon
from .said import Said
from .view import View

_LONGEST = 3000  # characters of a sentence that are read


@lru_cache(maxsize=65_536)
def read(lang: str, text: str) -> tuple[Said, ...]:
    """Return the relations of one sentence, in the order of their cues."""
    view = View(text[:_LONGEST])
    found: list[Said] = []
    busy: set[int] = set()
    for hit in lexicon(lang).hits(view):
        said = None
        for entry in hit.entries:
            if isinstance(entry, Frame):
                said = frames.framed(view, lang, hit, entry)
            elif isinstance(entry, Noun):
                said = frames.noun(view, lang, hit, entry)
            if said:
                break
        if said is None and any(isinstance(entry, Verb) for entry in hit.entries):
            said = verbs.relation(verbs.placed(view, lang, hit, 0), hit)
        if said and view.pieces[hit.start].quote < 0:
            found.append(said)
            busy.update(range(hit.start, hit.end))
    for mark in (marks.trailing, marks.leading):
        said = mark(view, lang, busy)
        if said:
            found.append(said)
    found = [_apart(said) for said in found]
    return tuple(sorted(found, key=lambda said: said.cue))


def _apart(said: Said) -> Said:
    """Take cue and source out of the content, so that no character has two parts."""
    taken = sorted([*said.cue, *([said.source] if said.source else [])])
    pieces = list(said.content)
    for start, end in taken:
        cut = []
        for a, b in pieces:
            if end <= a or b <= start:
                cut.append((a, b))
            else:
                cut += [piece for piece in ((a, start), (end, b)) if piece[0] < piece[1]]
        pieces = cut
    return said._replace(content=tuple(pieces))
