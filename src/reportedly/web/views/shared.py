"""Context records that several pages use."""

from collections.abc import Sequence

import msgspec

from reportedly.export.standing import origin_counts
from reportedly.export.words import when_words
from reportedly.model import Assessment, Claim, Document, Incident, Question, Span

from ..lookup import Lookup
from . import words
from .cut import cut, merged

HUES = 8  # distinct origin colours before they repeat; the number tells origins apart


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A way to another page of the case."""

    href: str
    text: str


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """Admiralty letter and digit, each with its words; they are never combined."""

    letter: str
    digit: int
    letter_words: str
    digit_words: str


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """The numbered badge of an origin."""

    number: int
    hue: int
    name: str


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """The words a claim stands on, with a little of the text around them."""

    href: str
    source: str
    time: str
    lang: str | None
    pieces: tuple[tuple[str, bool], ...]  # words, and whether the claim stands on them
    stance: str | None  # None: plainly asserted
    alike: int = 0  # further claims in the same words


def origin_marks(incident: Incident) -> dict[str, Mark]:
    """Return the badge of each origin by its id, in the order of the incident."""
    return {
        origin.id: Mark(number=n, hue=(n - 1) % HUES + 1, name=origin.voice or "")
        for n, origin in enumerate(incident.origins, 1)
    }


def marks_of_reports(incident: Incident) -> dict[str, tuple[Mark, ...]]:
    """Return the origins each report goes back to."""
    marks = origin_marks(incident)
    out: dict[str, tuple[Mark, ...]] = {}
    for origin in incident.origins:
        for report in origin.reports:
            out[report] = (*out.get(report, ()), marks[origin.id])
    return out


def asked(incident: Incident) -> list[tuple[int, Question]]:
    """Return the questions with their numbers, in the order in which a reader asks them."""
    order = {slot: number for number, slot in enumerate(words.SLOTS)}
    return sorted(
        enumerate(incident.questions), key=lambda q: (order.get(q[1].slot, len(order)), q[0])
    )


def independent(incident: Incident) -> tuple[int, int]:
    """Return how many origins are shown to be independent, and how many are not established."""
    count = origin_counts(incident)
    return count["independent"], count["not_established"]


def title(incident: Incident) -> str:
    """Return an incident's type and place."""
    where = incident.place.name if incident.place else "place not established"
    return f"{words.label(incident.type)}, {where}"


def when(incident: Incident) -> str:
    """Return an incident's time in words."""
    return when_words(incident.when) if incident.when else "time not established"


def grade(assessment: Assessment) -> Grade:
    """Return an assessment's two grades."""
    return Grade(
        letter=assessment.reliability.value,
        digit=int(assessment.credibility),
        letter_words=words.RELIABILITY[assessment.reliability],
        digit_words=words.CREDIBILITY[assessment.credibility],
    )


def best(lookup: Lookup, incident: Incident, slot: str) -> Assessment | None:
    """Return the best standing answer to one question that is not itself a denial."""
    question = next((q for q in incident.questions if q.slot == slot), None)
    if question is None:
        return None
    found = [
        assessed
        for number, answer in enumerate(question.answers)
        if not answer.denied and (assessed := lookup.assessment(incident.id, slot, number))
    ]
    return min(found, key=lambda a: (a.credibility, -a.bits, a.answer), default=None)


def incident_href(incident: Incident) -> str:
    """Return the address of an incident's page."""
    return f"/incidents/{incident.id}"


def report_href(document: str) -> str:
    """Return the address of a report's page."""
    return f"/reports/{document}"


def claim_href(claim: Claim) -> str:
    """Return the address that shows a claim's exact characters."""
    return f"/reports/{claim.doc}?claim={claim.id}#claim"


def spans_href(spans: Sequence[Span]) -> str:
    """Return the address that shows `spans` of one report."""
    shown = ",".join(f"{span.start}-{span.end}" for span in spans if span.doc == spans[0].doc)
    return f"/reports/{spans[0].doc}?mark={shown}#claim"


def quote(document: Document, claim: Claim, around: int = 90, longest: int = 360) -> Quote:
    """Return the words of a claim with up to `around` characters of their lines around them."""
    text, spans = document.text, merged(claim.spans)
    near = [span for span in spans if span.end - spans[0].start <= longest] or [spans[0]]
    start, end = near[0].start, min(near[-1].end, near[0].start + longest)
    left, right = max(0, start - around), min(len(text), end + around)
    left += text[left:start].rfind("\n") + 1
    right = end + len(text[end:right].partition("\n")[0])
    stretches = [(max(0, span.start - left), span.end - left, True) for span in near]
    pieces = [
        (text[left + a : left + b], bool(on)) for a, b, on in cut(right - left, stretches)
    ]
    if left > 0 and text[left - 1] != "\n":
        pieces.insert(0, ("…", False))
    if right < len(text) and text[right] != "\n":
        pieces.append(("…", False))
    return Quote(
        href=claim_href(claim),
        source=document.source,
        time=words.moment(document.published),
        lang=words.lang_of(document),
        pieces=tuple(pieces),
        stance=None if claim.stance.value == "asserts" else words.STANCE[claim.stance],
    )
