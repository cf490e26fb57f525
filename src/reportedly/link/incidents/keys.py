"""Which accounts are worth comparing: those that share a rare key, near in time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.model import Derivation

from .articles import LONG
from .evidence import evidence
from .telling import Telling

_WORDS = 10  # heaviest words of an account that are keys
_PHRASES = 12  # ... and rarest phrases
_WINDOW = 8  # accounts of one key, next in time, that each account is compared with


def pairs(
    texts: Sequence[Sequence[Telling]], derivations: Iterable[Derivation]
) -> list[tuple[int, int]]:
    """Return candidate pairs of positions in `texts`, in order, each once.

    Accounts under one key are compared with their neighbours in time only, so the number of
    pairs grows with the number of accounts, not with its square.
    """
    found: set[tuple[int, int]] = set()
    shelves: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        for key in set(_keys(text[0])):
            shelves[key].append(position)
    for shelf in shelves.values():  # positions are in time order, as texts are
        for start, position in enumerate(shelf):
            found.update((position, other) for other in shelf[start + 1 : start + 1 + _WINDOW])
    found.update(_derived(texts, derivations))
    return sorted(found)


def _keys(telling: Telling) -> Iterator[tuple[str, str]]:
    yield from _worded(telling)
    place = telling.place
    if place is not None and place.kind != "country":
        name = place.gazetteer or place.name
        yield "place", name
        yield "place and type", f"{name} {telling.type}"
        region = place.region or (name if place.kind == "region" else None)
        if region is not None:
            yield "region and type", f"{region} {telling.type}"
            if telling.type in evidence().attacks:
                yield "region attacked", region
    if place is not None and place.kind == "country" and telling.type in evidence().attacks:
        yield "country attacked", place.country
    if telling.lent is not None and telling.account is not None:
        yield "place", telling.lent.gazetteer or telling.lent.name
    for slot, counts in sorted(telling.counts.items()):
        for count in counts:
            if count.low > 2:
                yield "count", f"{slot} {count.low} {count.high} {telling.type}"


def _worded(telling: Telling) -> Iterator[tuple[str, str]]:
    heaviest = sorted(telling.words, key=lambda key: (-telling.words[key], key))
    for key in heaviest[:_WORDS]:
        yield "word", str(key)
    rarest = sorted(telling.phrases, key=lambda key: (-telling.phrases[key], key))
    for key in rarest[: _PHRASES if telling.size >= LONG else 0]:
        yield "phrase", str(key)


def _derived(
    texts: Sequence[Sequence[Telling]], derivations: Iterable[Derivation]
) -> Iterator[tuple[int, int]]:
    of: dict[str, list[int]] = defaultdict(list)
    at: dict[tuple[str, str], list[int]] = defaultdict(list)
    told = [(position, each.document) for position, text in enumerate(texts) for each in text]
    for position, document in told:
        of[document.id].append(position)
        at[document.source, document.key].append(position)
    links = [(step.doc, step.parent) for step in derivations if step.parent is not None]
    for doc, parent in links:
        yield from _cross(of.get(doc, ()), of.get(parent, ()))
    for position, document in told:
        if document.reply_to is not None:
            answered = at.get((document.source, document.reply_to), ())
            yield from _cross((position,), answered)


def _cross(some: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    for one in some:
        for other in others:
            if one != other:
                yield min(one, other), max(one, other)
