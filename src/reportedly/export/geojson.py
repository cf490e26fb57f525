"""One feature an incident, for maps (RFC 7946)."""

import msgspec

from ..model import Case, Incident, Place, When
from .exporter import Exporter
from .hostile import inline
from .standing import grade, is_point, judgement_row, judgements_of, origin_counts

Properties = dict[str, object]


def write(case: Case) -> bytes:
    """Return a FeatureCollection in WGS 84, longitude first.

    An incident known only by region or area has no geometry, which is what the format has
    for unlocated things: a point in its middle would be a false one. Its extent is in
    `properties`: `centre`, `radius_km` and `precision`.
    """
    keys = {document.id: document.key for document in case.documents}
    grades = _grades(case)
    features = [
        {
            "type": "Feature",
            "id": incident.id,
            "geometry": _geometry(incident.place),
            "properties": {
                **_properties(incident, keys, grades.get(incident.id, [])),
                "judgements": [judgement_row(each) for each in judgements_of(case, incident)],
            },
        }
        for incident in case.incidents
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return inline(msgspec.json.encode(collection)) + b"\n"


def _position(place: Place) -> list[float]:
    return [round(place.lon, 6), round(place.lat, 6)]


def _geometry(place: Place | None) -> Properties | None:
    if place is None or not is_point(place):
        return None
    return {"type": "Point", "coordinates": _position(place)}


def _properties(
    incident: Incident, keys: dict[str, str], grades: list[Properties]
) -> Properties:
    return {
        "incident": incident.id,
        "type": incident.type,
        **_where(incident.place),
        **_when(incident.when),
        "reports": [keys.get(report, report) for report in incident.reports],
        "origins": origin_counts(incident),
        "grades": grades,
    }


def _where(place: Place | None) -> Properties:
    if place is None:
        return {"place": None, "kind": None, "precision": "unknown"}
    point = is_point(place)
    said: Properties = {
        "place": place.name,
        "kind": place.kind,
        "precision": "point" if point else place.kind,
        "country": place.country,
        "radius_km": round(place.radius_km, 3),
    }
    return said if point else {**said, "centre": _position(place)}


def _when(when: When | None) -> Properties:
    if when is None:
        return {"earliest": None, "latest": None}
    return {"earliest": when.earliest.isoformat(), "latest": when.latest.isoformat()}


def _grades(case: Case) -> dict[str, list[Properties]]:
    """Return, for each incident, every weighed answer with letter and digit."""
    questions = {
        (incident.id, question.slot): question
        for incident in case.incidents
        for question in incident.questions
    }
    found: dict[str, list[Properties]] = {}
    for one in case.assessments:
        question = questions.get((one.incident, one.slot))
        if question is None or one.answer >= len(question.answers):
            continue
        answer = question.answers[one.answer]
        found.setdefault(one.incident, []).append(
            {
                "slot": one.slot,
                "value": answer.value,
                "denied": answer.denied,
                "grade": grade(one),
                "conflict": question.conflict,
            }
        )
    return found


EXPORTER = Exporter(
    name="geojson", media_type="application/geo+json", suffix=".geojson", write=write
)
