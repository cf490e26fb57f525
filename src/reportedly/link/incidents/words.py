"""The words of an account: which are its own, how much each weighs, what is rare in it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log2, sqrt

import numpy as np

from reportedly.link.reuse.rarity import weigh
from reportedly.model import Account, Document
from reportedly.text.shingles import pair_keys

_BACKGROUND = 50  # reports imagined besides the case, so that its own subject keeps weight
_LONGEST = 3000  # characters of an account that are compared
_FOOTER = 3  # last lines of a report that may be its source's footer
_POSTS = 3  # unlike reports that have a line before it counts as no news
_WEEK = 7 * 24 * 3600.0  # seconds between them, where it is not the footer of one source
_SPREAD = 15  # texts of a case that may have a phrase for it to be rare

# "12-year-old", "aged 12", ", 12," and the like; "12-летний", "12 років".
_AGE = re.compile(
    r"\b(\d{1,2})(?:[- ]years?[- ]old|[-– ](?:летн|річн)|\s(?:лет|года?|років|роки|рік)\b)"
    r"|(?:\bage[ds]? |, )(\d{1,2})(?=[,.;]|\s(?:and|was|of)\b)",
    re.I,
)

Line = tuple[str, str]


def ages(text: str) -> frozenset[int]:
    """Return the ages in years that a text gives of people.

    >>> sorted(ages("A 17-year-old and Ann Example, 44, of Elmton; погиб 9-летний мальчик"))
    [9, 17, 44]
    """
    return frozenset(int(one or other) for one, other in _AGE.findall(text))


def own(document: Document, account: Account | None) -> str:
    """Return the sentences of one account of several."""
    spans = account.spans if account else ()
    return "\n".join(span.of(document.text) for span in spans)[:_LONGEST]


def whole(document: Document, known: set[Line]) -> str:
    """Return a whole report without the lines that are no news, `stale` ones."""
    lines = document.text.splitlines()
    kept = [
        line
        for line in lines
        if not known & {(document.source, line.strip()), ("", line.strip())}
    ]
    return ("\n".join(kept) or document.text)[:_LONGEST]


def stale(documents: Iterable[Document]) -> set[Line]:
    """Return (source, line) of lines that are no news; source "" where any source has it.

    Those are lines that end several unlike reports of a source, and lines below the first
    that several unlike reports have, days apart: what a site puts on all of its pages.
    """
    ends: dict[Line, set[str]] = defaultdict(set)
    anywhere: dict[str, dict[str, float]] = defaultdict(dict)
    for document in documents:
        lines = [line.strip() for line in document.text.splitlines()]
        for line in lines[1:][-_FOOTER:]:
            ends[document.source, line].add(document.text)
        if document.published is not None:
            for line in lines[1:]:
                anywhere[line][document.text] = document.published.timestamp()
    found = {line for line, ending in ends.items() if line[1] and len(ending) >= _POSTS}
    for line, times in anywhere.items():
        if line and len(times) >= _POSTS and max(times.values()) - min(times.values()) > _WEEK:
            found.add(("", line))
    return found


def vector(keys: Sequence[int], spread: Mapping[int, int], size: int) -> dict[int, float]:
    """Return the words of a text as a unit vector; `spread` texts of `size` have each."""
    times = Counter(keys)
    raw = {
        key: (bits + log2((size + _BACKGROUND) / (spread[key] + 0.5))) * (1 + log2(times[key]))
        for key, bits in sorted(weigh(list(keys)).items())
    }
    length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {key: weight / length for key, weight in raw.items()}


def phrases(texts: Sequence[Sequence[int]]) -> list[dict[int, float]]:
    """Return for each text its phrases of two words that few other texts have, weighed.

    Names, streets, a team's mascot: two texts that share several of them tell one story.
    """
    found = [
        set(pair_keys(np.array(keys, dtype=np.uint32)).tolist()) if len(keys) > 1 else set()
        for keys in texts
    ]
    spread = Counter(chain.from_iterable(found))
    weight = {key: 1 / log2(1 + times) for key, times in spread.items() if 1 < times <= _SPREAD}
    return [{key: weight[key] for key in sorted(each & weight.keys())} for each in found]
