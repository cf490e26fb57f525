"""Values and counts in plain English, the same on the page, in the terminal and in reports."""

from datetime import UTC

from ..link import Portion
from ..model import Count, Incident, Judgement, Label, Origin, Place, Value, Verdict, When
from .standing import origin_counts


def counted(how_many: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "report"), counted(4, "report")
    ('1 report', '4 reports')
    """
    return f"{how_many} {noun}" if how_many == 1 else f"{how_many} {noun}s"


def value_words(value: Value) -> str:
    """Return a value as a person would say it.

    >>> value_words(Count(low=2, best=2, high=5))
    '2 to 5'
    >>> value_words(Count(low=10, best=10, high=None))
    '10 or more'
    >>> value_words(Label(value="drone_attack"))
    'drone attack'
    """
    match value:
        case Label():
            return value.value.replace("_", " ")
        case Count():
            return _count_words(value)
        case When():
            return when_words(value)
        case Place():
            return place_words(value)


def _count_words(count: Count) -> str:
    scope = f" ({count.scope})" if count.scope else ""
    if count.high is None:
        return f"{count.low} or more{scope}"
    if count.low == count.high:
        return f"{count.best}{scope}"
    if count.low == 0:
        return f"up to {count.high}{scope}"
    return f"{count.low} to {count.high}{scope}"


def when_words(when: When | None) -> str:
    """Return an interval in UTC; a day named once where both ends share it."""
    if when is None:
        return "time not stated"
    first, last = when.earliest, when.latest
    if first == last:
        return f"{first:%Y-%m-%d %H:%M} UTC"
    end = f"{last:%H:%M}" if first.date() == last.date() else f"{last:%Y-%m-%d %H:%M}"
    return f"{first:%Y-%m-%d %H:%M} to {end} UTC"


def place_words(place: Place | None) -> str:
    """Return a place with how exactly it is known."""
    if place is None:
        return "place not stated"
    if place.kind in ("region", "country"):
        return f"{place.name} ({place.kind})"
    return place.name


def origins_words(incident: Incident) -> str:
    """Return "N reports, K independent origins", and how many more may be one or not."""
    reports, count = len(incident.reports), origin_counts(incident)
    shown, open_ones = count["independent"], count["not_established"]
    words = f"{reports} report{'s' * (reports != 1)}, "
    words += f"{shown} independent origin{'s' * (shown != 1)}"
    if open_ones:
        words += f" (and {open_ones} whose independence is not established)"
    return words


def independence_words(origin: Origin) -> str:
    """Return one of the three answers, and whether the voice is only quoted in passing."""
    answer = origin.independence.value
    return f"only quoted, not counted; {answer}" if origin.quoted else answer


def incident_words(incident: Incident) -> str:
    """Return what, where in one line."""
    what = value_words(Label(value=incident.type)).capitalize()
    return f"{what}, {place_words(incident.place)}"


def judgement_words(judged: Judgement) -> str:
    """Return what a person decided of an incident, and why."""
    done = "Merged" if judged.verdict is Verdict.MERGE else "Split"
    by = judged.by or "a person"
    return f"{done} by {by}, {judged.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC: {judged.because}"


def portion_words(portion: Portion) -> str:
    """Return how much of a total one part has.

    >>> one = Count(low=7, best=7, high=7), Count(low=29, best=29, high=29, scope="in all")
    >>> portion_words(Portion(whole="w", part="p", slot="downed", total=one[1], share=one[0],
    ...     reports=()))
    '7 of 29 (in all) downed'
    """
    share, total = value_words(portion.share), value_words(portion.total)
    return f"{share} of {total} {portion.slot}"


def conflicts(incident: Incident) -> tuple[str, ...]:
    """Return the slots whose answers contradict each other."""
    return tuple(question.slot for question in incident.questions if question.conflict)
