"""Derivations as records, with a sentence for each."""

from collections.abc import Sequence

import msgspec

from ...model import Derivation, Document, How, identify
from ..reuse.shown import Shown
from .ties import Tie, Unseen
from .translations import rendered

GOING_ON = 2.0  # bits: on development posts four of five such reports are updates
CIRCULAR = "; what it goes back to itself credits this source: they quote each other"


def _ago(hours: float) -> str:
    minutes = hours * 60
    if not minutes < float("inf"):
        return "whose time is known, while this one's is not"
    if minutes < 90:
        return f"published {round(minutes)} min earlier"
    return f"published {round(minutes / 60)} h earlier"


def _because(reports: Sequence[Document], tie: Tie, hours: float) -> str:
    parent = reports[tie.parent]
    ago = _ago(hours)
    if tie.how is How.FORWARD:
        return f"forwarded from {tie.credit}, {ago}"
    if tie.how is How.CITES:
        what = f"credits {tie.credit}" if tie.credit else "links to it"
        return f"{what}: the report of {parent.source}, {ago}, shares its matter"
    if tie.how is How.UPDATE:
        return f"{parent.source} goes on about the same thing, {ago}"
    if tie.how is How.TRANSLATION:
        return f"the same names and numbers in another language in {parent.source}, {ago}"
    if tie.how is How.SAME_MEDIA:
        return f"carries {tie.credit} that {parent.source} has, {ago}"
    part = f"{round(100 * tie.part)} % of its telling words"
    late = ", edited since" if _edited_since(reports, tie) else ""
    return f"{part} stand in the same order in {parent.source}, {ago}{late}"


def _edited_since(reports: Sequence[Document], tie: Tie) -> bool:
    edited, published = reports[tie.parent].edited, reports[tie.child].published
    return edited is not None and published is not None and edited > published


def seen(reports: Sequence[Document], tie: Tie, shown: Shown, hours: float) -> Derivation:
    """Return `tie` as a derivation with the passages the two reports share, `hours` apart."""
    doc, parent = reports[tie.child], reports[tie.parent]
    return Derivation(
        id=identify("derivation", doc.id, parent.id, tie.how),
        doc=doc.id,
        parent=parent.id,
        voice=None,
        how=tie.how,
        bits=tie.bits,
        shown=rendered(doc, parent) if tie.how is How.TRANSLATION else shown,
        signs=tie.signs,
        because=_because(reports, tie, hours),
    )


def going_on(doc: Document, before: Document, hours: float) -> Derivation:
    """Return the step from a source's report of an incident to its last one, `hours` before."""
    return Derivation(
        id=identify("derivation", doc.id, before.id, How.UPDATE),
        doc=doc.id,
        parent=before.id,
        voice=None,
        how=How.UPDATE,
        bits=GOING_ON,
        because=f"{before.source} goes on with its story of this incident, {_ago(hours)}",
    )


def put_after(step: Derivation, last: Document, hours: float) -> Derivation:
    """Return an update as one of `last`, which its source told of the story `hours` before."""
    return msgspec.structs.replace(
        step,
        id=identify("derivation", step.doc, last.id, step.how),
        parent=last.id,
        shown=(),
        because=f"{last.source} goes on with a story that it last told of here, {_ago(hours)}",
    )


def circular(step: Derivation) -> Derivation:
    """Return `step` with the remark that it closes a circle."""
    return msgspec.structs.replace(step, because=step.because + CIRCULAR)


def outside(reports: Sequence[Document], one: Unseen) -> Derivation:
    """Return the derivation from a voice that is not in the case."""
    doc = reports[one.child]
    return Derivation(
        id=identify("derivation", doc.id, None, one.name, one.how),
        doc=doc.id,
        parent=None,
        voice=one.name,
        how=one.how,
        bits=one.bits,
        signs=one.signs,
        because=one.because,
    )
