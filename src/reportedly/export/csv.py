"""One row a claim, for spreadsheets and data frames."""

import csv
import io
from collections.abc import Iterator

from ..model import Attribution, Case, Claim, Count, Document, Label, Origin, Place, When
from .exporter import Exporter
from .hostile import cell
from .standing import Standing, grade, is_point, judgements_of, standings
from .words import judgement_words

COLUMNS = (
    "incident", "incident_type", "slot", "value", "low", "best", "high", "scope",
    "place", "place_kind", "lat", "lon", "radius_km", "earliest", "latest",
    "stance", "certainty", "chain", "basis", "origin", "independent", "grade",
    "report", "source", "published", "quote", "start", "end", "claim", "original",
    "judgements",
)  # fmt: skip

Row = dict[str, str | int | float]


def write(case: Case) -> bytes:
    """Return CSV (RFC 4180, UTF-8): a row for each claim in each incident it belongs to.

    Rows follow the order of the reports; claims of no incident have that cell empty. Where
    a claim rests on one span, `quote` is the report's text from `start` to `end`.
    """
    file = io.StringIO(newline="")
    table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in rows(case):
        table.writerow(
            {
                name: cell(value) if isinstance(value, str) else value
                for name, value in row.items()
            }
        )
    return file.getvalue().encode("utf-8", "replace")


def rows(case: Case) -> Iterator[Row]:
    """Yield the rows as dicts, cells as they are; empty columns are left out."""
    documents = {document.id: document for document in case.documents}
    attributions = {attribution.id: attribution for attribution in case.attributions}
    places = standings(case)
    judged = {
        each.id: " | ".join(map(judgement_words, judgements_of(case, each)))
        for each in case.incidents
        if each.judgements
    }
    for claim in case.claims:
        row = _of_claim(claim, attributions.get(claim.attribution or ""))
        if claim.doc in documents:
            row |= _of_report(claim, documents[claim.doc])
        for standing in places.get(claim.id, ()):
            decided = judged.get(standing.incident.id, "")
            yield {**row, **_of_standing(standing, documents), "judgements": decided}
        if claim.id not in places:
            yield row


def _of_claim(claim: Claim, attribution: Attribution | None) -> Row:
    return {
        "slot": claim.slot,
        **_of_value(claim),
        "stance": claim.stance.value,
        "certainty": claim.certainty.value,
        "chain": " < ".join(voice.name for voice in attribution.chain) if attribution else "",
        "basis": attribution.basis.value if attribution else "",
        "start": min((span.start for span in claim.spans), default=""),
        "end": max((span.end for span in claim.spans), default=""),
        "claim": claim.id,
    }


def _of_report(claim: Claim, document: Document) -> Row:
    return {
        "report": document.key,
        "source": document.source,
        "published": document.published.isoformat() if document.published else "",
        "quote": " […] ".join(span.of(document.text) for span in claim.spans),
        "original": document.original,
    }


def _of_value(claim: Claim) -> Row:
    match claim.value:
        case Label(value=word):
            return {"value": word}
        case Count(low=low, best=best, high=high, scope=scope):
            least: Row = {"value": best, "low": low, "best": best, "scope": scope or ""}
            return least if high is None else {**least, "high": high}
        case When(earliest=earliest, latest=latest):
            ends = earliest.isoformat(), latest.isoformat()
            return {"value": "/".join(ends), "earliest": ends[0], "latest": ends[1]}
        case Place() as place:
            point = is_point(place)
            return {
                "value": place.name,
                "place": place.name,
                "place_kind": place.kind,
                "lat": round(place.lat, 6) if point else "",
                "lon": round(place.lon, 6) if point else "",
                "radius_km": round(place.radius_km, 3),
            }


def _of_standing(standing: Standing, documents: dict[str, Document]) -> Row:
    origin = standing.origin
    return {
        "incident": standing.incident.id,
        "incident_type": standing.incident.type,
        "origin": _named(origin, documents) if origin else "",
        "independent": origin.independence.value if origin else "",
        "grade": grade(standing.assessment),
    }


def _named(origin: Origin, documents: dict[str, Document]) -> str:
    if origin.voice is not None:
        return origin.voice
    first = documents.get(origin.first)
    return first.source if first else origin.first


EXPORTER = Exporter(name="csv", media_type="text/csv", suffix=".csv", write=write)
