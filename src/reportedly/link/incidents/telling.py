"""Accounts made ready for comparing: their words weighed, their times in hours."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from math import log2, sqrt

import msgspec

from reportedly.model import Account, Count, Document, Place, Reading, Span
from reportedly.text import fold, tokens

_STEM = 5  # letters kept of a word: case endings go, most roots stay apart
_BACKGROUND = 50  # reports imagined besides the case, so that its own subject keeps weight
_LONGEST = 3000  # characters of an account that are compared
_HOUR = 3600.0


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One account with what is compared of it."""

    account: Account
    document: Document
    words: Mapping[str, float]  # unit vector
    counts: Mapping[str, tuple[Count, ...]]
    published: float | None  # hours since 1970
    when: tuple[float, float] | None  # hours since 1970

    @property
    def place(self) -> Place | None:
        """Return where the account puts it."""
        return self.account.place

    @property
    def order(self) -> tuple[bool, float, str, str]:
        """Return the key of a fixed order: by time published, undated last, then by id."""
        unknown = self.published is None
        return unknown, self.published or 0.0, self.document.id, self.account.id


def tellings(
    documents: Iterable[Document], readings: Mapping[str, Reading]
) -> tuple[Telling, ...]:
    """Return every account of `documents` ready for comparing, in the fixed order.

    Words are weighed by how few accounts of the case have them, so the vectors depend on the
    whole case, not on the order its reports came in.
    """
    told = [
        (document, account, _stems(document, account, readings[document.id]))
        for document in documents
        if document.id in readings
        for account in readings[document.id].accounts
    ]
    spread = Counter(stem for _, _, stems in told for stem in stems)
    rarity = {
        stem: log2((len(told) + _BACKGROUND) / (count + 0.5)) for stem, count in spread.items()
    }
    found = [
        _telling(document, account, _vector(stems, rarity), readings[document.id])
        for document, account, stems in told
    ]
    return tuple(sorted(found, key=lambda telling: telling.order))


def _telling(
    document: Document, account: Account, words: Mapping[str, float], reading: Reading
) -> Telling:
    mine = set(account.claims)
    counts: dict[str, list[Count]] = {}
    for claim in reading.claims:
        if claim.id in mine and isinstance(claim.value, Count):
            counts.setdefault(claim.slot, []).append(claim.value)
    when = account.when
    return Telling(
        account=account,
        document=document,
        words=words,
        counts={slot: tuple(values) for slot, values in counts.items()},
        published=_hours(document.published) if document.published else None,
        when=(_hours(when.earliest), _hours(when.latest)) if when else None,
    )


def _hours(moment: datetime) -> float:
    return moment.timestamp() / _HOUR


def _stems(document: Document, account: Account, reading: Reading) -> Counter[str]:
    """Count the stems of an account's words: of the whole report where it tells but one."""
    spans: Sequence[Span] = account.spans
    pieces = [span.of(document.text) for span in spans]
    if len(reading.accounts) == 1 or not pieces:
        pieces = [document.text]
    folded = fold("\n".join(pieces)[:_LONGEST]).text
    return Counter(
        token.text if token.text[0].isdigit() else token.text[:_STEM]
        for token in tokens(folded)
        if token.word and (len(token.text) > 3 or token.text[0].isdigit())
    )


def _vector(stems: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    raw = {stem: rarity[stem] * (1 + log2(count)) for stem, count in sorted(stems.items())}
    length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {stem: weight / length for stem, weight in raw.items()}


def likeness(one: Telling, other: Telling) -> float:
    """Return the cosine of two accounts' words, 0..1."""
    few, many = sorted((one.words, other.words), key=len)
    return sum(weight * many[stem] for stem, weight in few.items() if stem in many)
