"""Who took what from whom, in PROV-JSON (W3C Member Submission, 24 April 2013)."""

import msgspec

from ..model import Basis, Case, Derivation, Document, How, Incident, identify
from .exporter import Exporter
from .hostile import inline
from .prov_judged import judged
from .prov_names import NAMESPACE, Record, Records, named, report, typed

# PROV-JSON writes wasQuotedFrom, wasRevisionOf and hadPrimarySource as typed derivations.
_TYPES = {
    How.FORWARD: "prov:Quotation",
    How.COPY: "prov:Quotation",
    How.UPDATE: "prov:Revision",
    How.SAME_STATEMENT: "prov:PrimarySource",
}


def write(case: Case) -> bytes:
    """Return the case as one PROV-JSON document.

    Reports, unseen reports of voices, and origins are entities; sources and voices are agents.
    What a person decided is an activity of theirs, from which the incident it made follows.
    """
    entities: Records = {report(one.id): _entity(one) for one in case.documents}
    agents: Records = {}
    by: Records = {}
    derived: Records = {}
    for document in case.documents:
        _attribute(by, agents, report(document.id), document.source)
    for one in case.derivations:
        derived[named("derivation", one.id)] = _derivation(one, entities, agents, by)
    for incident in case.incidents:
        _origins(incident, entities, agents, by, derived)
    decided = judged(case, entities, agents)
    made = {
        "prefix": {"rp": NAMESPACE},
        "entity": entities,
        "agent": agents,
        "wasAttributedTo": by,
        "wasDerivedFrom": derived,
        **decided,
    }
    return (
        inline(msgspec.json.encode({key: part for key, part in made.items() if part})) + b"\n"
    )


def _entity(document: Document) -> Record:
    made: Record = {"prov:type": typed("rp:Report"), "prov:label": document.key}
    if document.published:
        published = document.published.isoformat()
        made["rp:published"] = {"$": published, "type": "xsd:dateTime"}
    if document.url:
        made["prov:location"] = document.url
    return made | {"rp:language": document.lang, "rp:original": document.original}


def _attribute(by: Records, agents: Records, entity: str, name: str) -> None:
    agent = named("voice", identify("voice", name))
    agents[agent] = {"prov:label": name}
    link = named("attribution", identify("attribution", entity, agent))
    by[link] = {"prov:entity": entity, "prov:agent": agent}


def _derivation(one: Derivation, entities: Records, agents: Records, by: Records) -> Record:
    kind = _TYPES.get(one.how)
    if one.parent is not None:
        used = report(one.parent)
    else:
        used = named("unseen", identify("unseen", one.voice, one.how))
        entities[used] = {"prov:type": typed("rp:Unseen"), "prov:label": one.voice}
        _attribute(by, agents, used, one.voice or "")
    made: Record = {"prov:generatedEntity": report(one.doc), "prov:usedEntity": used}
    if kind:
        made["prov:type"] = typed(kind)
    return made | {"rp:how": one.how, "rp:bits": one.bits, "rp:because": one.because}


def _origins(
    incident: Incident, entities: Records, agents: Records, by: Records, derived: Records
) -> None:
    for origin in incident.origins:
        name = named("origin", origin.id)
        entities[name] = {
            "prov:type": typed("rp:Origin"),
            "prov:label": origin.voice or "the first report itself",
            "rp:incident": incident.id,
            "rp:independence": origin.independence,
            "rp:because": origin.because,
        }
        if origin.basis is not Basis.UNSTATED:
            entities[name]["rp:basis"] = origin.basis
        if origin.voice:
            _attribute(by, agents, name, origin.voice)
        for told in origin.reports:
            derived[named("source", identify("source", told, origin.id))] = {
                "prov:generatedEntity": report(told),
                "prov:usedEntity": name,
                "prov:type": typed("prov:PrimarySource"),
            }


EXPORTER = Exporter(
    name="prov", media_type="application/json", suffix=".prov.json", write=write
)
