"""From resolved relations to records."""

from reportedly.model import Attribution, Basis, Certainty, Span, Stance, Voice, identify

from .lexicon import lexicon
from .placing import Placed, Read
from .voices import Known, outer, voice

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
    return tuple(
        _record(doc, known, k, _near(read, known[k].item, caveats)) for k in range(len(known))
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
    if own.told and own.item.told:
        chain.insert(
            0, Voice(name=own.told, basis=Basis.MEDIA, spans=(Span(doc, *own.item.told),))
        )
    seen = {own.name, own.told}
    above = _above(known, k)
    while above and above.name not in seen and len(seen) < 9:
        seen.add(above.name)
        chain.insert(0, voice(above, doc, Stance(above.item.said.stance), Certainty.CERTAIN))
        above = outer(known, known.index(above))
    below = _below(known, k)
    if below and below.name not in seen:
        chain.append(voice(below, doc, Stance(below.item.said.stance), Certainty.CERTAIN))
    return tuple(chain)


def _above(known: list[Known], k: int) -> Known | None:
    own = known[k]
    if own.item.said.relays:
        for other in reversed(known[:k]):
            if (
                other.item.number == own.item.number
                and other.name
                and not other.item.said.relays
            ):
                return other
    return outer(known, k)


def _below(known: list[Known], k: int) -> Known | None:
    """Return the voice that relation `k` cites, or whose words are all it says."""
    own = known[k].item
    for n, other in enumerate(known[k + 1 :], k + 1):
        if other.item.number != own.number or not other.name:
            continue
        if other.item.said.relays and _above(known, n) is known[k]:
            return other
    return next((other for other in known if other.name and _fills(other.item, own)), None)


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


def _near(read: Read, item: Placed, caveats: dict[int, tuple[Span, ...]]) -> tuple[Span, ...]:
    """Return the caveats of the relation's sentence and of the next one without a relation."""
    spans = list(caveats.get(item.number, ()))
    following = item.number + 1
    if following in caveats and all(other.number != following for other in read.placed):
        spans += caveats[following]
    taken = [*item.cue, *([item.source] if item.source else [])]
    return tuple(
        sorted(s for s in spans if not any(s.start < b and a < s.end for a, b in taken))
    )
