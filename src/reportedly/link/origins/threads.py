"""The thread of a source on one story: an update is of the last that the source told of it."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable

from ...model import Derivation, Document, How
from .provenance import Provenance
from .told import put_after

LINE = 12  # words: a shorter report that tells no happening of its own is passed over
LATEST = 12  # reports of a thread that are looked at
_NONE: frozenset[int] = frozenset()


def threaded(
    known: Provenance, telling: Collection[str], incidents: Iterable[Collection[str]]
) -> dict[str, Derivation]:
    """Return, by the id of the step it stands for, each update put to the last of its thread.

    Words show which earlier report an update goes on from, and often that is not the one before
    it: "the fire is out" repeats what the first report called the place. Who belongs together
    stays as it is, in each of `incidents` too, given by their reports. What answers a post by
    its number is left, and nothing goes on from a line that adds nothing ("more footage"):
    `telling` names the reports that tell a happening. Linear in the reports.
    """
    homes: dict[str, frozenset[int]] = {}
    for number, reports in enumerate(incidents):
        homes |= {doc: homes.get(doc, _NONE) | {number} for doc in reports}
    first: dict[str, str] = {}  # of the thread of each report
    told: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=LATEST))
    moved: dict[str, Derivation] = {}
    for doc in known.documents.values():
        step = _update(known, doc)
        if step is None or step.parent is None:
            continue
        thread = first[doc.id] = first.get(step.parent, step.parent)
        shared = homes.get(doc.id, _NONE) & homes.get(step.parent, _NONE)
        fit = [each for each in told[thread] if shared <= homes.get(each, _NONE)]
        if fit and _free(known, doc, step.parent, fit[-1]):
            end = known.documents[fit[-1]]
            moved[step.id] = put_after(step, end, _hours(end, doc))
        if doc.id in telling or len(doc.text.split()) > LINE:
            told[thread].append(doc.id)
    return moved


def _update(known: Provenance, doc: Document) -> Derivation | None:
    """Return the step by which a report goes on with what its source told before."""
    earlier = (step for step in known.parents(doc.id) if step.how is How.UPDATE)
    here = known.place[doc.id]
    return next((step for step in earlier if known.place[step.parent or ""] < here), None)


def _free(known: Provenance, doc: Document, parent: str, end: str) -> bool:
    """Tell whether a report goes on from `end` for all that is known of where it comes from."""
    other = known.place[end] > known.place[parent] and doc.reply_to is None
    return other and all(step.parent != end for step in known.parents(doc.id))


def _hours(before: Document, doc: Document) -> float:
    if before.published is None or doc.published is None:
        return float("inf")
    return (doc.published - before.published).total_seconds() / 3600
