"""One document to its accounts and claims."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from ...lang.happening import LANGUAGES
from ...model import Account, Attribution, Claim, Document, Place, Span, When, identify
from ..counts import TOLD
from .claims import of_part, raws
from .dating import when
from .draft import HOME, Draft
from .facts import Facts
from .grouping import drafts
from .reading import Sentence, read
from .scoring import damaged, kinds, namesakes, sited
from .spread import parts
from .voiced import Voices, claims

# What a happening is called after, first of these told in the opening sentence.
ORDER = (
    "alert",
    "shooting",
    "sabotage",
    "drone_attack",
    "missile_strike",
    "shelling",
    "air_defence",
    "crash",
    "explosion",
    "fire",
    "protest",
    "assault",
    "theft",
    "combat",
    "disaster",
    "illness",
    "accident",
    "airspace_closure",
    "outage",
    "lockdown",
    "evacuation",
    "interception",
    "detention",
    "other",
)
FORTNIGHT = timedelta(days=14)
DIGEST = 3  # so many items of a list, or accounts of them, make a digest


def _type(events: Sequence[Sentence]) -> str:
    """Return what an account is called after: a kind told surely, then "other", then a hint."""
    for sure, kinds_ in ((True, ORDER[:-1]), (True, ORDER[-1:]), (False, ORDER)):
        for sentence in events:
            told = {
                t.value for t in sentence.facts.tellings if t.slot == "type" and t.sure == sure
            }
            for kind in kinds_:
                if kind in told:
                    return kind
    return ORDER[-1]


def _grounded(draft: Draft) -> bool:
    """Tell whether an account has a place, a time or people hurt: without any it is talk.

    A service that fails does so wherever it is used. A name that many places have is a place.
    """
    facts = [sentence.facts for sentence in draft.sentences]
    if _political(draft):
        return False
    types = kinds(t for one in facts for t in one.tellings)
    return bool(
        draft.place
        or any(namesakes(sentence.facts) for sentence in draft.events)
        or any(sentence.times for sentence in draft.events)
        or any(count.unit == "persons" for one in facts for count in one.counts)
        or any(_shot_down(sentence.facts) for sentence in draft.events)
        or any(_attended(one) for one in facts)
        or any(sited(sentence.facts) for sentence in draft.events)
        or len(types) > 1
        or "outage" in types
        or any(damaged(sentence.facts) for sentence in draft.sentences)
    )


def _denied(draft: Draft, voices: Voices) -> bool:
    """Tell whether what an account tells is denied: then others have told where."""
    return any(
        voices.deny(event.start, event.end) or event.facts.absent or _called_false(event.facts)
        for event in draft.events
    )


def _called_false(told: Facts) -> bool:
    """Tell whether what happened is said to be false in its own clause."""
    clauses = {told.clauses[at] for at in told.false}
    return any(t.slot == "type" and told.clauses[t.first] in clauses for t in told.tellings)


def _attended(told: Facts) -> bool:
    """Tell whether somebody came to it or looks into it: services, the police."""
    return any(telling.slot == "measure" and telling.sure for telling in told.tellings)


def _shot_down(told: Facts) -> bool:
    """Tell whether it is said how much was shot down: daily reports name no place."""
    return any(count.slot == "downed" and count.role == TOLD for count in told.counts)


def _political(draft: Draft) -> bool:
    """Tell whether strikes "on Russia" are spoken of, without a time, a figure or a spot."""
    told = [found.place for sentence in draft.sentences for found in sentence.places]
    if draft.place is not None:
        told = [draft.place]
    if not any(place.kind == "country" and place.country == HOME for place in told):
        return False
    return not any(
        sentence.times
        or sentence.facts.counts
        or damaged(sentence.facts)
        or any(found.place.kind != "country" for found in sentence.places)
        for sentence in draft.sentences
    )


def _recalled(
    found: list[Draft], sentences: list[Sentence], published: datetime | None
) -> bool:
    """Tell whether a report goes back to earlier happenings only, and opens with other news."""
    return all(
        draft.old
        and draft.events[0] is not sentences[0]
        and _long_ago(draft.events[0], published)
        for draft in found
    )


def _long_ago(sentence: Sentence, published: datetime | None) -> bool:
    """Tell whether what a sentence tells is of weeks ago: since then a story may go on."""
    if published is None or sentence.facts.remote:
        return sentence.facts.remote
    whens = [time.when for time in sentence.times]
    return bool(whens) and all(when.latest < published - FORTNIGHT for when in whens)


def _digest(found: list[Draft], sentences: list[Sentence]) -> bool:
    """Tell whether a report is a list of news about none of which it mainly is."""
    marks = Counter(sentence.mark for sentence in sentences if sentence.mark)
    items = [draft for draft in found if marks[draft.events[0].mark] >= DIGEST]
    if not items or items[0] is not found[0]:
        return False
    return len(found) >= DIGEST or sentences[0] is not found[0].events[0]


def tell(
    doc: Document, attributions: Sequence[Attribution]
) -> tuple[tuple[Account, ...], tuple[Claim, ...]]:
    """Return the accounts a document gives of happenings, and the claims in them.

    The account a document is mainly about comes first and is its headline; a digest has
    none. Languages other than English, Russian and Ukrainian give nothing. Linear in the
    length of the text.
    """
    if doc.lang not in LANGUAGES:
        return (), ()
    sentences = read(doc, attributions)
    voices = Voices(attributions)
    found = [
        draft
        for draft in drafts(sentences, doc.published)
        if _grounded(draft) or _denied(draft, voices)
    ]
    if _recalled(found, sentences, doc.published):
        return (), ()
    digest = _digest(found, sentences)
    accounts: list[Account] = []
    claimed: dict[str, Claim] = {}
    for number, draft in enumerate(found):
        told = claims(doc, raws(draft), voices)
        spans = tuple(Span(doc.id, s.start, s.end) for s in draft.events)
        kind = _type(draft.events)
        main = number == 0 and not digest
        # "There, too, a year ago": an earlier happening without a place is told of this one's.
        place = draft.place or (found[0].place if draft.old else None)
        moment = when(draft, doc.published)
        accounts.append(_account(doc, kind, place, moment, spans, told, main))
        claimed.update((claim.id, claim) for claim in told)
        for part in (part for sentence in draft.events for part in parts(sentence)):
            told = claims(doc, of_part(part), voices)
            span = Span(doc.id, part.sentence.start, part.sentence.end)
            if part.found.place != draft.place:
                where = part.found.place
                accounts.append(_account(doc, kind, where, moment, (span,), told, False))
                claimed.update((claim.id, claim) for claim in told)
    return tuple({account.id: account for account in accounts}.values()), tuple(
        claimed.values()
    )


def _account(
    doc: Document,
    kind: str,
    place: Place | None,
    moment: When | None,
    spans: tuple[Span, ...],
    told: list[Claim],
    main: bool,
) -> Account:
    where = place and (place.gazetteer, place.name)
    return Account(
        id=identify("account", doc.id, kind, where, [(s.start, s.end) for s in spans]),
        doc=doc.id,
        type=kind,
        place=place,
        when=moment,
        spans=spans,
        claims=tuple(claim.id for claim in told),
        headline=main,
    )
