"""Where a claim stands: in which incident, behind which origin, with which grade."""

from collections import defaultdict

import msgspec

from ..model import Assessment, Case, Incident, Independence, Judgement, Origin, Place


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A claim's place in one incident."""

    incident: Incident
    origin: Origin | None  # None: its report goes back to no origin of the incident
    assessment: Assessment | None  # None: its answer was not weighed


_POINTS = frozenset({"settlement", "facility"})


def is_point(place: Place) -> bool:
    """Tell whether a point can stand for the place: in a region's middle it would be false."""
    return place.kind in _POINTS


def grade(assessment: Assessment | None) -> str:
    """Return Admiralty letter and digit side by side, which are never blended."""
    if assessment is None:
        return ""
    return f"{assessment.reliability.value}{assessment.credibility.value}"


def standings(case: Case) -> dict[str, list[Standing]]:
    """Return for each claim id where it stands; claims of no incident are left out."""
    found: defaultdict[str, list[Standing]] = defaultdict(list)
    told = {account.id: account for account in case.accounts}
    claims = {claim.id: claim for claim in case.claims}
    weighed = {(one.incident, one.slot, one.answer): one for one in case.assessments}
    for incident in case.incidents:
        origins = {report: origin for origin in incident.origins for report in origin.reports}
        answers = {
            claim: weighed.get((incident.id, question.slot, number))
            for question in incident.questions
            for number, answer in enumerate(question.answers)
            for claim in answer.claims
        }
        in_accounts = (
            claim for one in incident.accounts if one in told for claim in told[one].claims
        )
        for name in sorted({*answers, *in_accounts} & claims.keys()):
            found[name].append(
                Standing(
                    incident=incident,
                    origin=origins.get(claims[name].doc),
                    assessment=answers.get(name),
                )
            )
    return found


def judgements_of(case: Case, incident: Incident) -> tuple[Judgement, ...]:
    """Return what people decided by which the incident is what it is, by time."""
    return tuple(each for each in case.judgements if each.id in incident.judgements)


def judgement_row(judged: Judgement) -> dict[str, object]:
    """Return one decision of a person, ready for JSON."""
    return {
        "judgement": judged.id,
        "verdict": judged.verdict.value,
        "because": judged.because,
        "by": judged.by,
        "at": judged.at.isoformat(),
    }


def origin_counts(incident: Incident) -> dict[str, int]:
    """Return how many origins give each of the three answers on independence.

    Counted is what reports go back to; a voice that is only quoted in passing is an origin of
    what it says, not one more origin of the incident.
    """
    main = [origin.independence for origin in incident.origins if not origin.quoted]
    return {answer.name.lower(): main.count(answer) for answer in Independence}
