"""For each report the earlier reports, or unseen voices, it comes from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain

import msgspec
import numpy as np

from ...model import Derivation, Document, How, Reading
from ..reuse import Signature, aligned
from .brief import briefs
from .circles import circles
from .copies import WHOLE, Copies, copies
from .credits import citations, credits_of, links
from .digests import digested
from .forwards import forwards, replies
from .ground import Ground
from .matter import agreement
from .pictures import pictures
from .sequels import goings_on, sequels
from .statements import statements
from .ties import TAKEN_OVER, Tie, Unseen
from .told import circular, outside, seen
from .translations import translations
from .updates import at_once, updates

PARENTS = 6  # a digest may come from several reports; more are not kept
_WORDS = {How.COPY, How.REWRITE}
_RANK = [
    How.FORWARD,
    How.CITES,
    How.COPY,
    How.REWRITE,
    How.TRANSLATION,
    How.UPDATE,
    How.SAME_MEDIA,
]


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
    ground = Ground(documents, signatures, readings)
    chosen, unseen = _ties(ground)
    reports, voices, shelf = ground.documents, ground.voices, ground.shelf
    del ground  # what was compared is let go before records take its room
    children = np.array([tie.child for tie in chosen], np.int64)
    parents = np.array([tie.parent for tie in chosen], np.int64)
    hours = shelf.gaps(children, parents).tolist()
    shown = aligned(shelf, children, parents)
    del shelf
    made: dict[str, Derivation] = {}
    for one in map(partial(seen, reports), chosen, shown, hours):
        made.setdefault(one.id, one)
    for one in map(partial(outside, reports), unseen):
        made.setdefault(one.id, one)
    place = {doc.id: at for at, doc in enumerate(reports)}
    steps = sorted(made.values(), key=lambda one: place[one.doc])
    closed = {(one.doc, one.parent) for one in circles(reports, steps, voices)}
    return tuple([circular(one) if (one.doc, one.parent) in closed else one for one in steps])


def _ties(ground: Ground) -> tuple[list[Tie], list[Unseen]]:
    """Return the ties to the parents of each report, and the voices outside the case."""
    ties, unseen = forwards(ground)
    cited, uncited = citations(ground, credits_of(ground))
    lists = digested(ground)
    signs = _signs([*ties, *cited], ground, lists)
    shared = copies(ground)  # the largest: after what needs room of its own
    chosen = _chosen(signs, lists, shared)
    return chosen, unseen + uncited + statements(ground, shared.found, _models(chosen))


def _checked(ties: list[Tie], ground: Ground) -> list[Tie]:
    """Weigh ties by whether both reports can be of one happening; drop what falls below 0."""
    kept = []
    for tie in ties:
        bits = tie.bits
        if tie.how is not How.FORWARD and tie.part < WHOLE:
            bits += agreement(ground.reading(tie.child), ground.reading(tie.parent))
        if bits > 0:
            kept.append(msgspec.structs.replace(tie, bits=round(bits, 2)))
    return kept


def _together(ties: list[Tie]) -> Tie:
    """Join the signs between two reports: bits add up, the plainest sign names the kind."""
    if len(ties) == 1 and not ties[0].signs:
        return ties[0]
    ties = sorted(ties, key=lambda tie: (_RANK.index(tie.how), -tie.bits))
    words = [tie.bits for tie in ties if tie.how in _WORDS or tie.how is How.UPDATE]
    said = sum(tie.bits for tie in ties if tie.how not in _WORDS and tie.how is not How.UPDATE)
    return msgspec.structs.replace(
        ties[0],
        bits=round(said + max(words, default=0.0), 2),
        part=max(tie.part for tie in ties),
        signs=tuple(sorted({sign for tie in ties for sign in tie.signs})),
    )


def _signs(named: list[Tie], ground: Ground, lists: Mapping[int, list[Tie]]) -> list[Tie]:
    """Return the ties that more than words speak for, `named` ones among them."""
    going_on = [
        tie
        for tie in [*updates(ground), *sequels(ground), *goings_on(ground)]
        if tie.child not in lists and not at_once(ground, tie)
    ]
    every = [
        *named,
        *going_on,
        *briefs(ground),
        *replies(ground),
        *translations(ground),
        *links(ground),
        *pictures(ground),
    ]
    return _checked(every, ground)


def _chosen(signs: list[Tie], lists: Mapping[int, list[Tie]], shared: Copies) -> list[Tie]:
    """Return the ties to the parents of each report: those of its words and other `signs`."""
    words = shared.ties({(tie.child, tie.parent) for tie in signs})
    by_item = {child: ties for child, ties in lists.items() if ties}
    by_words = (tie for tie in words if tie.child not in by_item)
    by_child: dict[int, list[Tie]] = defaultdict(list)
    for tie in chain(signs, by_words, *by_item.values()):
        by_child[tie.child].append(tie)
    chosen = []
    for child in sorted(by_child):
        ties = _by_parent(by_child[child])
        chosen += ties if child in by_item else _parents(child, ties, shared)
    return chosen


def _models(chosen: list[Tie]) -> dict[int, int]:
    """Return for each report taken over from another, by its best tie, that other one."""
    best: dict[int, Tie] = {}
    for tie in chosen:
        best.setdefault(tie.child, tie)
    return {child: tie.parent for child, tie in best.items() if tie.how in TAKEN_OVER}


def _by_parent(ties: list[Tie]) -> list[Tie]:
    """Join the signs between every two reports; the better ones first."""
    if len(ties) == 1:
        return [_together(ties)]
    by_parent: dict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        by_parent[tie.parent].append(tie)
    return sorted(map(_together, by_parent.values()), key=_better)


def _better(tie: Tie) -> tuple[float, int]:
    return -tie.bits, tie.parent


def _parents(child: int, ties: list[Tie], shared: Copies) -> list[Tie]:
    """Return those of `ties`, the better ones first, that are named or explain more words."""
    if len(ties) == 1:
        return ties
    kept: list[Tie] = []
    sources = shared.ground.shelf.sources
    for tie in ties:
        if len(kept) == PARENTS:
            break
        own = sources[tie.parent] == sources[child]
        taken = [one.parent for one in kept]
        if tie.how in {How.FORWARD, How.CITES, How.SAME_MEDIA}:
            new = True
        elif own and tie.how is How.UPDATE:
            new = not any(sources[parent] == sources[child] for parent in taken)
        else:
            place = shared.place(child, tie.parent) if taken else None
            new = not taken or (place is not None and shared.adds(child, taken, place) > 0)
        if new:
            kept.append(tie)
    return kept
