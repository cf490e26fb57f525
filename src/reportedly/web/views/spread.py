"""Who took what from whom in one incident, as nodes to draw."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from reportedly.model import Derivation, Document, Incident

from ..lookup import Lookup
from .shared import marks_of_reports

ALIKE = 4  # more leaves than this with one parent and one way are drawn as one node
MOST = 120  # nodes drawn
VOICE = "voice "  # before the name, the key of an unseen voice


class Item(msgspec.Struct, kw_only=True):
    """A report, several like reports or a voice; `parents` are (key, how)."""

    key: str
    lane: int
    documents: tuple[Document, ...] = ()
    voice: str | None = None
    parents: tuple[tuple[str, str], ...] = ()
    layer: int = 0


def _voice_key(name: str) -> str:
    return f"{VOICE}{name.casefold()}"


def _parents(
    derivations: Sequence[Derivation], known: Mapping[str, object]
) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for d in derivations:
        key = d.parent if d.parent in known else _voice_key(d.voice) if d.voice else None
        if key:
            how = d.how.value.removeprefix("same-")
            found[key] = f"{found[key]}, {how}" if key in found else how
    return tuple(found.items())


def _voices(
    document: Document, derived: Sequence[Derivation], led: Mapping[str, str]
) -> tuple[list[str], str | None]:
    """Return the unseen voices of a report, and the one of them that only its origin names."""
    names = [d.voice for d in derived if d.voice]
    voice = led.get(document.id)
    if voice is None or _voice_key(voice) in map(_voice_key, names):
        return names, None
    return [*names, voice], voice


def spread(lookup: Lookup, incident: Incident) -> list[Item]:
    """Return the unseen voices and the reports of an incident, one item each."""
    known = {r: lookup.documents[r] for r in incident.reports if r in lookup.documents}
    marks = marks_of_reports(incident)
    led = {o.first: o.voice for o in incident.origins if o.voice}
    origin_of = {_voice_key(o.voice): n for n, o in enumerate(incident.origins, 1) if o.voice}
    reports: list[Item] = []
    voices: dict[str, Item] = {}
    for document in known.values():
        lane = next((m.number for m in marks.get(document.id, ())), 0)
        derived = lookup.taken_from(document.id)
        parents = _parents(derived, known)
        names, told = _voices(document, derived, led)
        if told:
            parents = (*parents, (_voice_key(told), "tells"))
        reports.append(Item(key=document.id, lane=lane, documents=(document,), parents=parents))
        for name in names:
            key = _voice_key(name)
            voices.setdefault(key, Item(key=key, lane=origin_of.get(key, lane), voice=name))
    return [*voices.values(), *reports]


def drawable(items: Sequence[Item]) -> tuple[list[Item], int]:
    """Return what to draw, voices first, then by time, and how many reports are left out."""
    reports = [item for item in items if item.voice is None]
    drawn = _gathered(reports)[:MOST]
    heard = {key for item in drawn for key, _ in item.parents}
    left_out = sum(len(i.documents) for i in reports) - sum(len(i.documents) for i in drawn)
    return [*(i for i in items if i.voice is not None and i.key in heard), *drawn], left_out


def _gathered(reports: list[Item]) -> list[Item]:
    """Join leaves that took the same thing in the same way, so that a crowd is one node."""
    feeding = {key for item in reports for key, _ in item.parents}
    alike: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in reports:
        leaf = item.key not in feeding and len(item.parents) == 1
        alike[(item.lane, item.parents) if leaf else (item.key,)].append(item)
    out = []
    for group in alike.values():
        if len(group) <= ALIKE:
            out += group
        else:
            documents = tuple(d for item in group for d in item.documents)
            out.append(msgspec.structs.replace(group[0], documents=documents))
    return sorted(out, key=lambda i: (str(i.documents[0].published or ""), i.key))
