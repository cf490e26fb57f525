"""For each report the earlier reports, or unseen voices, it comes from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from ...model import Derivation, Document, How, Reading, identify
from ..reuse import Signature, aligned, shelve
from ..reuse.overlap import vocabulary
from ..reuse.shelf import Shelf
from ..sources import Directory, sources
from .copies import Copies, copies
from .credits import Unseen, citations, forwards, links
from .matter import agreement
from .statements import statements
from .ties import Tie
from .translations import translations
from .updates import HOURS, updates

WHOLE = 0.9  # part of a report: above it, its words are another's
PARENTS = 6  # a digest may come from several reports; more are not kept
_WORDS = {How.COPY, How.REWRITE}
_RANK = [How.FORWARD, How.CITES, How.COPY, How.REWRITE, How.TRANSLATION, How.UPDATE]


def derivations(
    documents: Sequence[Document],
    signatures: Mapping[str, Signature],
    readings: Mapping[str, Reading],
) -> tuple[Derivation, ...]:
    """Return what each report was made from, best parent first, by order of the reports.

    A parent is always published before its child, so there are no cycles; a report has more
    than one parent only where each explains words that the others do not (a digest), or is
    named. `signatures` and `readings` go by document id; a report without a reading is
    compared by its words alone.
    """
    shelf = shelve(documents, signatures)
    directory = Directory(sources(shelf.documents))
    known = vocabulary(shelf)
    shared = copies(shelf, directory)
    ties, unseen = forwards(shelf, directory)
    cited, uncited = citations(shelf, known, readings, directory)
    ties += [*shared.ties(), *updates(shelf, known), *links(shelf, known), *cited]
    ties += translations(shelf, signatures, readings)
    chosen = _chosen(_checked(ties, shelf, readings), shared)
    unseen += uncited + statements(shelf, known, readings, directory, shared.found)
    made = [_seen(shelf, tie) for tie in chosen] + [_unseen(shelf, one) for one in unseen]
    place = {doc.id: at for at, doc in enumerate(shelf.documents)}
    order = {id(one): at for at, one in enumerate(made)}
    return tuple(sorted(made, key=lambda one: (place[one.doc], order[id(one)])))


def _checked(ties: list[Tie], shelf: Shelf, readings: Mapping[str, Reading]) -> list[Tie]:
    """Weigh each tie by whether both reports can be of one happening; drop what falls below 0.

    What is said almost word for word needs no such check: an old text posted again reads as
    another day's news. A source's own set phrases do: they wear off with time.
    """
    kept = []
    empty = Reading()
    for tie in ties:
        bits = tie.bits
        own = shelf.sources[tie.child] == shelf.sources[tie.parent]
        if tie.how is not How.FORWARD and tie.part < WHOLE:
            child, parent = shelf.documents[tie.child].id, shelf.documents[tie.parent].id
            bits += agreement(readings.get(child, empty), readings.get(parent, empty))
            if own and tie.how in _WORDS:
                bits += HOURS * float(np.log2(1 + shelf.gap(tie.child, tie.parent)))
        if bits > 0:
            kept.append(tie._replace(bits=round(bits, 2)))
    return kept


def _together(ties: list[Tie]) -> Tie:
    """Join the signs between two reports: bits add up, the plainest sign names the kind."""
    ties = sorted(ties, key=lambda tie: (_RANK.index(tie.how), -tie.bits))
    words = [tie.bits for tie in ties if tie.how in _WORDS or tie.how is How.UPDATE]
    said = sum(tie.bits for tie in ties if tie.how not in _WORDS and tie.how is not How.UPDATE)
    return ties[0]._replace(
        bits=round(said + max(words, default=0.0), 2),
        part=max(tie.part for tie in ties),
        signs=tuple(sorted({sign for tie in ties for sign in tie.signs})),
    )


def _chosen(ties: list[Tie], shared: Copies) -> list[Tie]:
    by_pair: dict[tuple[int, int], list[Tie]] = defaultdict(list)
    for tie in ties:
        by_pair[tie.child, tie.parent].append(tie)
    by_child: dict[int, list[Tie]] = defaultdict(list)
    for (child, _), pair in by_pair.items():
        by_child[child].append(_together(pair))
    return [
        tie for child in sorted(by_child) for tie in _parents(child, by_child[child], shared)
    ]


def _parents(child: int, ties: list[Tie], shared: Copies) -> list[Tie]:
    kept: list[Tie] = []
    sources = shared.shelf.sources
    for tie in sorted(ties, key=lambda tie: (-tie.bits, tie.parent)):
        if len(kept) == PARENTS:
            break
        own = sources[tie.parent] == sources[child]
        taken = [one.parent for one in kept]
        if tie.how in {How.FORWARD, How.CITES}:
            new = True
        elif own and tie.how is How.UPDATE:
            new = not any(sources[parent] == sources[child] for parent in taken)
        elif (child, tie.parent) in shared.at:
            new = not taken or shared.adds(child, taken, tie.parent) > 0
        else:
            new = not taken
        if new:
            kept.append(tie)
    return kept


def _ago(shelf: Shelf, child: int, parent: int) -> str:
    minutes = shelf.gap(child, parent) * 60
    if not minutes < float("inf"):
        return "whose time is known, while this one's is not"
    if minutes < 90:
        return f"published {round(minutes)} min earlier"
    return f"published {round(minutes / 60)} h earlier"


def _because(shelf: Shelf, tie: Tie) -> str:
    parent = shelf.documents[tie.parent]
    ago = _ago(shelf, tie.child, tie.parent)
    if tie.how is How.FORWARD:
        return f"forwarded from {tie.credit}, {ago}"
    if tie.how is How.CITES:
        what = f"credits {tie.credit}" if tie.credit else "links to it"
        return f"{what}: the report of {parent.source}, {ago}, shares its matter"
    if tie.how is How.UPDATE:
        return f"{parent.source} goes on about the same thing, {ago}"
    if tie.how is How.TRANSLATION:
        return f"the same names and numbers in another language in {parent.source}, {ago}"
    part = f"{round(100 * tie.part)} % of its telling words"
    late = ", edited since" if _edited_since(shelf, tie) else ""
    return f"{part} stand in the same order in {parent.source}, {ago}{late}"


def _edited_since(shelf: Shelf, tie: Tie) -> bool:
    edited = shelf.documents[tie.parent].edited
    published = shelf.documents[tie.child].published
    return edited is not None and published is not None and edited > published


def _seen(shelf: Shelf, tie: Tie) -> Derivation:
    doc, parent = shelf.documents[tie.child], shelf.documents[tie.parent]
    return Derivation(
        id=identify("derivation", doc.id, parent.id, tie.how),
        doc=doc.id,
        parent=parent.id,
        voice=None,
        how=tie.how,
        bits=tie.bits,
        shown=aligned(doc, parent),
        signs=tie.signs,
        because=_because(shelf, tie),
    )


def _unseen(shelf: Shelf, one: Unseen) -> Derivation:
    doc = shelf.documents[one.child]
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
