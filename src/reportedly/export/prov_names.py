"""Names and types in PROV-JSON."""

from urllib.parse import quote

Record = dict[str, object]
Records = dict[str, Record]

NAMESPACE = "urn:reportedly:"


def named(noun: str, identity: str) -> str:
    """Return the qualified name of a thing."""
    return f"rp:{noun}-{quote(identity, safe='')}"


def report(identity: str) -> str:
    """Return the qualified name of a report."""
    return named("report", identity)


def typed(name: str) -> Record:
    """Return a qualified name as a value."""
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
