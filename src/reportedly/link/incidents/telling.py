"""Accounts made ready for comparing: their words weighed, their times in hours."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

import msgspec

from reportedly.extract.happening import sweeping
from reportedly.link.agreement import Nearness, nearness
from reportedly.model import Account, Count, Document, Place, Reading, Stance
from reportedly.text.shingles import word_keys

from .beats import Beats
from .evidence import evidence
from .spots import Named, known_spots, name_of
from .words import ages, own, phrases, stale, vector, whole

_AGAIN = 6.0  # hours after which the same words tell of another time


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One account with what is compared of it; a report without accounts has one in its place.

    Such a report may still go on about an incident ("the director has been arrested").
    """

    account: Account | None
    document: Document
    words: Mapping[int, float]  # unit vector, by word key
    phrases: Mapping[int, float]  # rare ones of two words, by key
    ages: frozenset[int]
    size: int  # words it is told in
    main: bool  # a report as a whole tells it
    aside: bool  # ... or its report as a whole tells another one
    denies: bool  # somebody denies that it happened: others have told of it
    places: tuple[Place, ...]  # its own first, then those it also names that lie apart from it
    spots: int  # places it names
    sweeping: bool  # it tells of an attack on a country, at many of its places
    named: frozenset[int]  # word keys of its own place's name
    counts: Mapping[str, tuple[Count, ...]]
    published: float | None  # hours since 1970
    lent: Place | None  # where its source's other posts of these hours are, if it names no spot
    when: tuple[float, float] | None  # hours since 1970

    @property
    def place(self) -> Place | None:
        """Return where the account puts it, as exactly as the case knows that name."""
        return self.places[0] if self.places else None

    @property
    def answers(self) -> bool:
        """Tell whether it only denies, and says no place: "they denied the blast"."""
        return self.denies and self.place is None

    @property
    def type(self) -> str:
        """Return the type of the account."""
        return self.account.type if self.account else "other"

    @property
    def order(self) -> tuple[bool, float, str, str]:
        """Return the key of a fixed order: by time published, undated last, then by id."""
        unknown = self.published is None
        account = self.account.id if self.account else ""
        return unknown, self.published or 0.0, self.document.id, account


class _Worded(NamedTuple):
    words: Mapping[int, float]
    phrases: Mapping[int, float]


class _Draft(NamedTuple):
    document: Document
    account: Account | None
    keys: tuple[int, ...]
    main: bool
    aside: bool
    ages: frozenset[int]


def tellings(
    documents: Iterable[Document], readings: Mapping[str, Reading]
) -> list[list[Telling]]:
    """Return every account of `documents` ready for comparing, one list for each text.

    Accounts told in the same words within hours of each other are one text, so that a thousand
    copies weigh what one does; the earliest leads its list, and lists are in the order of their
    leaders. Words are weighed by how rare they are in general and how few texts of the case
    have them: the vectors depend on the whole case, not on the order its reports came in.
    """
    drafts = list(_drafts(documents, readings))
    spots = known_spots(
        claim.value
        for reading in readings.values()
        for claim in reading.claims
        if isinstance(claim.value, Place)
    )
    texts = _texts(drafts)
    beats = Beats((draft.document, draft.account) for draft in drafts if draft.account)
    spread = Counter(key for text in texts for key in set(text[0].keys))
    found = []
    rare = phrases([text[0].keys for text in texts])
    for text, few in zip(texts, rare, strict=True):
        words = _Worded(vector(text[0].keys, spread, len(texts)), few)
        found.append(
            [
                _telling(draft, words, readings[draft.document.id], spots, beats)
                for draft in text
            ]
        )
    return sorted(found, key=lambda text: text[0].order)


def _drafts(documents: Iterable[Document], readings: Mapping[str, Reading]) -> Iterator[_Draft]:
    known = [document for document in documents if document.id in readings]
    no_news = stale(known)
    for document in known:
        accounts = readings[document.id].accounts
        everything = whole(document, no_news)
        speaks = _speaks(accounts)
        for account in accounts or (None,):
            main = account is speaks
            text = everything if main else own(document, account)
            keys = tuple(word_keys(text))
            yield _Draft(document, account, keys, main, bool(speaks and not main), ages(text))


def _speaks(accounts: Sequence[Account]) -> Account | None:
    """Return the account that a report as a whole tells: what it names all over goes with it.

    A list of news tells none as a whole, and a report of attacks each of its places by itself.
    """
    if not accounts or not accounts[0].headline:
        return None
    first = accounts[0]
    return first if len(accounts) == 1 or first.type not in evidence().attacks else None


def _texts(drafts: Iterable[_Draft]) -> list[list[_Draft]]:
    """Put accounts together that say the same in the same words, unless hours lie between."""
    shelves: dict[Hashable, list[_Draft]] = defaultdict(list)
    for draft in drafts:
        account = draft.account
        said = (account.type, account.place) if account else None
        shelves[said, draft.document.lang, draft.keys].append(draft)
    found: list[list[_Draft]] = []
    for shelf in shelves.values():
        shelf.sort(key=_draft_order)
        found.append(shelf[:1])
        for before, draft in pairwise(shelf):
            if _apart(before.document, draft.document):
                found.append([draft])
            else:
                found[-1].append(draft)
    return found


def _draft_order(draft: _Draft) -> tuple[bool, float, str, str]:
    published = draft.document.published
    account = draft.account.id if draft.account else ""
    return published is None, _hours(published), draft.document.id, account


def _apart(one: Document, other: Document) -> bool:
    if one.published is None or other.published is None:
        return False
    return _hours(other.published) - _hours(one.published) > _AGAIN


def _telling(
    draft: _Draft,
    words: _Worded,
    reading: Reading,
    spots: Mapping[Named, Place],
    beats: Beats,
) -> Telling:
    account, published = draft.account, draft.document.published
    mine = set(account.claims) if account else set()
    own = [claim for claim in reading.claims if claim.id in mine]
    counts: dict[str, list[Count]] = defaultdict(list)
    for claim in own:
        if isinstance(claim.value, Count):
            counts[claim.slot].append(claim.value)
    when = account.when if account else None
    named = [claim.value for claim in own if isinstance(claim.value, Place)]
    first = (
        [spots.get(name_of(account.place), account.place)] if account and account.place else []
    )
    return Telling(
        account=account,
        document=draft.document,
        words=words.words,
        phrases=words.phrases,
        ages=draft.ages,
        size=len(draft.keys),
        main=draft.main,
        aside=draft.aside,
        denies=any(c.slot == "type" and c.stance is Stance.DENIES for c in own),
        spots=len(set(named)),
        sweeping=_sweeping(draft),
        places=_spread(dict.fromkeys([*first, *named])),
        named=frozenset(word_keys(first[0].name)) if first else frozenset(),
        counts={slot: tuple(values) for slot, values in counts.items()},
        published=_hours(published) if published else None,
        lent=None if first else beats.place(draft.document),
        when=(_hours(when.earliest), _hours(when.latest)) if when else None,
    )


def _sweeping(draft: _Draft) -> bool:
    account = draft.account
    if account is None or account.place is None or account.place.kind != "country":
        return False
    told = account.type in evidence().attacks
    return told and sweeping(own(draft.document, account), draft.document.lang)


def _spread(places: Iterable[Place]) -> tuple[Place, ...]:
    first, *rest = (*places,) or (None,)
    if first is None:
        return ()
    return (first, *(each for each in rest if nearness(first, each) is Nearness.APART))


def _hours(moment: datetime | None) -> float:
    return moment.timestamp() / 3600 if moment else 0.0


def likeness(one: Telling, other: Telling) -> float:
    """Return the cosine of two accounts' words, 0..1."""
    few, many = sorted((one.words, other.words), key=len)
    return sum(weight * many[key] for key, weight in few.items() if key in many)


def shared_phrases(one: Telling, other: Telling) -> float:
    """Return the weights of the rare phrases that two accounts share, added up."""
    few, many = sorted((one.phrases, other.phrases), key=len)
    return sum(weight for key, weight in few.items() if key in many)
