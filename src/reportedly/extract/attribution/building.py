"""From resolved relations to records."""

from reportedly.model import Attribution, Basis, Certainty, Span, Stance, Voice, identify

from .antecedents import Known
from .lexicon import lexicon
from .placing import Placed, Read
from .voices import around, outer, voice

_HOPS = 9  # voices in a chain
_NEARLY = 0.8  # of the characters of a content
_CERTAINTY = {
    "asserts": Certainty.CERTAIN,
    "denies": Certainty.CERTAIN,
    "hedges": Certainty.POSSIBLE,
    "declines": Certainty.UNKNOWN,
    "asks": Certainty.UNKNOWN,
}


def built(doc: str, read: Read, known: list[Known]) -> tuple[Attribution, ...]:
    """Return the records of a document's relations."""
    caveats = _caveats(doc, read)
    speaking = frozenset(item.number for item in read.placed)
    records = []
    for k, own in enumerate(known):
        following = own.item.number + 1
        spans = caveats.get(own.item.number, ())
        if following not in speaking:
            spans += caveats.get(following, ())
        records.append(_record(doc, known, k, _apart(spans, own.item)))
    return tuple(records)


def _apart(spans: tuple[Span, ...], item: Placed) -> tuple[Span, ...]:
    """Leave out caveats that are cue or source themselves."""
    taken = [*item.cue, *([item.source] if item.source else [])]
    return tuple(
        sorted(s for s in spans if not any(s.start < b and a < s.end for a, b in taken))
    )


def _record(doc: str, known: list[Known], k: int, caveats: tuple[Span, ...]) -> Attribution:
    item = known[k].item
    stance = Stance(item.said.stance)
    certainty = Certainty(item.said.certainty)
    if certainty is Certainty.CERTAIN:
        certainty = _CERTAINTY[stance.value]
    source = (Span(doc, *item.source),) if item.source else ()
    cue = tuple(Span(doc, *pair) for pair in item.cue)
    content = tuple(Span(doc, *pair) for pair in item.content)
    places = [[(s.start, s.end) for s in spans] for spans in (source, cue, content)]
    return Attribution(
        id=identify("attribution", doc, *places),
        doc=doc,
        source=source,
        cue=cue,
        content=content,
        chain=_chain(doc, known, k, stance, certainty),
        stance=stance,
        basis=Basis(known[k].basis),
        certainty=certainty,
        positive=item.said.positive,
        caveats=caveats,
    )


def _chain(
    doc: str, known: list[Known], k: int, stance: Stance, certainty: Certainty
) -> tuple[Voice, ...]:
    own = known[k]
    chain = [voice(own, doc, stance, certainty)] if own.name else []
    if own.told:
        spans = (Span(doc, *own.item.told),) if own.item.told else ()
        chain.insert(0, Voice(name=own.told, basis=Basis.MEDIA, spans=spans))
    seen = {own.name, own.told}
    above = _above(known, k)
    while above >= 0 and known[above].name not in seen and len(seen) < _HOPS:
        seen.add(known[above].name)
        chain.insert(0, _hop(known[above], doc))
        above = outer(known, above) if known[above].item.said.relays else _above(known, above)
    below = _below(known, k)
    if below >= 0 and known[below].name not in seen:
        chain.append(_hop(known[below], doc))
    return tuple(chain)


def _hop(known: Known, doc: str) -> Voice:
    return voice(
        known, doc, Stance(known.item.said.stance), Certainty(known.item.said.certainty)
    )


def _above(known: list[Known], k: int) -> int:
    """Return the voice that passes relation `k` on, nearer to the reader; -1: none."""
    own = known[k].item
    if own.said.relays:
        for n in around(known, k):
            other = known[n]
            if (
                n != k
                and other.item.number == own.number
                and other.name
                and not other.item.said.relays
            ):
                return n
    holds = outer(known, k)
    cited = holds >= 0 and known[holds].item.said.relays and _above(known, holds) == k
    return -1 if cited else holds  # "Y reports, citing X": what X knew is all of it


def _below(known: list[Known], k: int) -> int:
    """Return the voice that relation `k` cites, or whose words are all it says; -1: none."""
    own = known[k].item
    near = [n for n in around(known, k) if known[n].name and known[n].item.number == own.number]
    for n in near:
        if known[n].item.said.relays and _above(known, n) == k:
            return n
    return next((n for n in near if _fills(known[n].item, own)), -1)


def _fills(inner: Placed, outer: Placed) -> bool:
    """Tell whether the inner relation is nearly all that the outer one says."""
    if inner is outer or inner.number != outer.number or len(outer.content) != 1:
        return False
    start, end = outer.content[0]
    spans = [*inner.cue, *inner.content, *([inner.source] if inner.source else [])]
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    return start <= first and last <= end and last - first >= _NEARLY * (end - start)


def _caveats(doc: str, read: Read) -> dict[int, tuple[Span, ...]]:
    """Return the phrases that put a sentence in doubt, by number of the sentence."""
    found: dict[int, tuple[Span, ...]] = {}
    langs = {item.lang for item in read.placed}
    for number, (begin, end) in enumerate(read.ranges):
        text = read.text[begin:end].lower()
        for lang in sorted(langs):
            for phrases in lexicon(lang).phrases["caveats"].values():
                for phrase in phrases:
                    at = text.find(" ".join(phrase))
                    if at >= 0 and len(text) == end - begin:
                        span = Span(doc, begin + at, begin + at + len(" ".join(phrase)))
                        found[number] = (*found.get(number, ()), span)
    return found
