"""The rules' relations with the learned reader's: the two of them joined."""

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.lang.saying import Frame, Verb

from ..reader import Found, Parts, Rule, added, asks, look, seconded
from . import nominal
from .hedging import hedged
from .lexicon import Lexicon, lexicon
from .misread import ANSWERS
from .placing import Placed, Read, language
from .said import Range, Said
from .view import View, viewed
from .voices import known_basis

_UNSEEN = ("anonymous", "eyewitness", "footage")
_ALL = 0.8  # of the characters of a content
_ATTITUDES = ("object", "opinion")


def deepened(read: Read, items: Sequence[Placed], lang: str) -> list[Placed]:
    """Return the rules' relations `items` as the learned reader corrects and completes them.

    See docs/models/reader.md for what that gains and costs.
    """
    rules = [_rule(read.text, item) for item in items]
    open_to = [k for k, item in enumerate(items) if asks(item.lang, rules[k])]
    cues = [(items[k].cue[0][0], items[k].cue[-1][1]) for k in open_to]
    looked = look(read.text, lang, cues)
    opinions = dict(zip(open_to, looked.asked, strict=True))
    kept = [
        _corrected(item, parts)
        for k, item in enumerate(items)
        if (parts := seconded(item.lang, read.text, rules[k], opinions.get(k), looked.found))
        or (parts := _relayed(read.text, item, looked.found))
    ]
    new = added(lang, [_parts(item) for item in kept], looked.found)
    kept += [_placed(one, read, lang) for one in new]
    return sorted(kept, key=lambda one: (one.number, one.cue))


def _relayed(text: str, item: Placed, found: Sequence[Found]) -> Parts | None:
    """Return a relation of the rules that is all that an outlet reports, else None.

    "The ministry said 40 drones were shot down, RIA reported": the reader never learnt that
    there are words within words.
    """
    spans = [*item.cue, *item.content, *([item.source] if item.source else [])]
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    for outer in found:
        all_of_it = any(
            start <= first and last <= end and last - first >= _ALL * (end - start)
            for start, end in outer.content
        )
        source = text[slice(*outer.source[0])] if outer.source and all_of_it else ""
        if source and known_basis(item.lang, viewed(source).words, source) == "media":
            return _parts(item)
    return None


def _rule(text: str, item: Placed) -> Rule:
    words = viewed(text[slice(*item.source)]).words if item.source else ()
    # What the rules put together from several lines the reader sees only in part.
    lines = "\n" in text[item.content[0][0] : item.content[-1][1]]
    stop = item.content[-1][1]
    answers = item.said.by in ANSWERS and stop <= item.cue[0][0]
    headline = text[stop : stop + 1] in {":", "."}  # "The quay is shut: X confirmed details"
    # An object before its verb is rare in what the reader learnt.
    topic = answers and not headline and item.lang != "en"
    return Rule(
        _parts(item),
        relays=item.said.relays,
        told=item.told is not None,
        settled=lines or topic or item.said.by == "according",
        mark=item.said.by == "colon",
        attitude=item.said.by in _ATTITUDES,
        unseen=nominal.kind(item.lang, words) in _UNSEEN,
    )


def _parts(item: Placed) -> Parts:
    return Parts((item.source,) if item.source else (), item.cue, item.content)


def _corrected(item: Placed, parts: Parts) -> Placed:
    source = parts.source[0] if parts.source else None
    return item._replace(source=source, cue=parts.cue, content=parts.content)


def _placed(found: Found, read: Read, lang: str) -> Placed:
    begins = [begin for begin, _ in read.ranges]
    number = max(0, bisect_right(begins, found.cue[0][0]) - 1)
    begin, end = read.ranges[number]
    own = read.text[begin:end]
    said = Said(
        by="reader",
        source=next(iter(_inside(found.source, begin, end)), None),
        cue=_inside(found.cue, begin, end),
        content=_inside(found.content, begin, end),
        stance="asserts",  # the reader tells no denial: see `_turned`
        certainty="certain",
        positive=True,
    )
    spoken = language(lang, own)
    view = View(own)
    said = _turned(
        said._replace(case=_case(view, lexicon(spoken), said)), view, lexicon(spoken)
    )
    return Placed(
        said=hedged(view, lexicon(spoken), said),
        number=number,
        source=found.source[0] if found.source else None,
        cue=found.cue,
        content=found.content,
        told=None,
        lang=spoken,
    )


def _turned(said: Said, view: View, lex: Lexicon) -> Said:
    """Return a relation as a denial where its cue is a verb of one: "denied by the army"."""
    cue = viewed(view.text[said.cue[0][0] : said.cue[-1][1]]) if said.cue else None
    verbs = (
        [e for hit in lex.hits(cue) for e in hit.entries if isinstance(e, Verb)] if cue else []
    )
    if cue is None or not any(verb.stance == "denies" for verb in verbs):
        return said
    if any(lex.within("negation", word) for word in cue.words):
        return said
    return said._replace(stance="denies", positive=False)


def _case(view: View, lex: Lexicon, said: Said) -> str:
    """Return the case that the words before a source put it in: "в мэрии", "по словам мэра"."""
    if said.source is None:
        return "nomn"
    before = [piece for piece in view.pieces if piece.end <= said.source[0]]
    if before and lex.within("prepositions", before[-1].text):
        return "loct"
    cue = viewed(view.text[said.cue[0][0] : said.cue[-1][1]]) if said.cue else None
    frames = (
        [e for hit in lex.hits(cue) for e in hit.entries if isinstance(e, Frame)] if cue else []
    )
    return frames[0].case if frames and before and before[-1].end <= said.cue[-1][1] else "nomn"


def _inside(ranges: tuple[Range, ...], begin: int, end: int) -> tuple[Range, ...]:
    """Return the ranges that lie in a sentence, counted from its beginning."""
    return tuple((a - begin, b - begin) for a, b in ranges if begin <= a and b <= end)
