"""Circular reporting: a report goes back to one that credits its own source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from ...model import Derivation, Document, How, Source
from ..directory import Directory

STEPS = 64  # reports looked at above one: bounds the time


class Circle(msgspec.Struct, frozen=True, kw_only=True):
    """`doc` comes from `parent` and so from `credits`, which credits the source of `doc`."""

    doc: str  # document ids
    parent: str
    credits: str
    because: str


def circles(
    documents: Sequence[Document], derivations: Iterable[Derivation], sources: Sequence[Source]
) -> tuple[Circle, ...]:
    """Return every place where sources quote each other, in the order of the derivations."""
    steps = list(derivations)
    if all(step.how is not How.CITES for step in steps):
        return ()
    directory = Directory(sources)
    names = {doc.id: doc.source for doc in documents}
    keys = directory.keys((doc.source, doc.handle) for doc in documents)
    own = {doc.id: key for doc, key in zip(documents, keys, strict=True)}
    parents: dict[str, list[str]] = defaultdict(list)
    credited: dict[str, set[str]] = defaultdict(set)
    for step in steps:
        if step.parent is not None:
            parents[step.doc].append(step.parent)
        if step.how is How.CITES:
            credited[step.doc].add(
                own[step.parent] if step.parent else directory.key(step.voice or "")
            )
    anybody = set().union(*credited.values())
    return tuple(
        Circle(
            doc=step.doc,
            parent=step.parent,
            credits=above,
            because=_because(names, step.doc, step.parent, above),
        )
        for step in steps
        if step.parent is not None
        and step.how is not How.UPDATE
        and own[step.doc] in anybody
        and (above := _crediting(own[step.doc], step.parent, parents, credited)) is not None
    )


def _crediting(
    key: str, start: str, parents: Mapping[str, list[str]], credited: Mapping[str, set[str]]
) -> str | None:
    """Return the nearest report at or above `start` that credits the source `key`."""
    queue, seen = [start], {start}
    for doc in queue:
        if key in credited.get(doc, ()):
            return doc
        new = [parent for parent in parents.get(doc, ()) if parent not in seen]
        if len(seen) < STEPS:
            queue += new
            seen.update(new)
    return None


def _because(names: Mapping[str, str], doc: str, parent: str, above: str) -> str:
    """Name the circle: who has it from whom."""
    if parent == above:
        return f"{names[doc]} has it from {names[parent]}, which credits {names[doc]} itself"
    return (
        f"{names[doc]} has it from {names[parent]}, which goes back to {names[above]}, which "
        f"credits {names[doc]} itself"
    )
