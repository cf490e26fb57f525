"""The complete record of a case, every tuple in its fixed order."""

import sqlite3
from datetime import UTC, datetime

from ..model import (
    Account,
    Assessment,
    Attribution,
    Case,
    Claim,
    Derivation,
    Document,
    Incident,
    Source,
    Span,
)
from . import derived, judgements, originals, readings, reports
from .schema import meta, put_meta

NOTICE = "notice"  # its key among the case file's own notes
_NEVER = datetime.min.replace(tzinfo=UTC)


def documents(db: sqlite3.Connection) -> tuple[Document, ...]:
    """Return every document, earliest first, undated ones before all, then by id."""
    return tuple(
        sorted(reports.everyone(db), key=lambda doc: (doc.published or _NEVER, doc.id))
    )


def load(db: sqlite3.Connection) -> Case:
    """Return all that the case holds."""
    reported = documents(db)
    read = dict(readings.every(db))
    attributions: list[Attribution] = []
    accounts: list[Account] = []
    claims: list[Claim] = []
    for document in reported:
        reading = read.get(document.id)
        if reading is not None:
            attributions += sorted(reading.attributions, key=lambda a: _place(a.content, a.id))
            accounts += sorted(reading.accounts, key=lambda a: _place(a.spans, a.id))
            claims += sorted(reading.claims, key=lambda c: _place(c.spans, c.id))
    return Case(
        notice=meta(db, NOTICE),
        originals=originals.everything(db),
        sources=derived.records(db, "sources", Source),
        documents=reported,
        attributions=tuple(attributions),
        accounts=tuple(accounts),
        claims=tuple(claims),
        derivations=derived.records(db, "derivations", Derivation),
        judgements=judgements.everything(db),
        incidents=derived.records(db, "incidents", Incident),
        assessments=derived.records(db, "assessments", Assessment),
        refusals=reports.refused(db),
    )


def relabel(db: sqlite3.Connection, notice: str) -> bool:
    """Put `notice` in place of the former one; tell whether it is another one."""
    other = meta(db, NOTICE) != notice
    if other:
        put_meta(db, NOTICE, notice)
    return other


def _place(spans: tuple[Span, ...], identity: str) -> tuple[tuple[Span, ...], str]:
    return spans, identity
