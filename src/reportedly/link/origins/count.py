"""How many origins the reports of one incident really have: three answers, with reasons."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...model import (
    Basis,
    Derivation,
    Document,
    How,
    Origin,
    Reading,
    Source,
    identify,
)
from .independence import judged, voice_of
from .provenance import Provenance
from .ties import TAKEN_OVER
from .voices import Spoken

_NAMES = {
    How.FORWARD: ("forward", "forwards"),
    How.COPY: ("near copy", "near copies"),
    How.REWRITE: ("rewrite", "rewrites"),
    How.TRANSLATION: ("translation", "translations"),
    How.CITES: ("citation", "citations"),
    How.UPDATE: ("update by the same source", "updates by the same sources"),
    How.SAME_MEDIA: ("report with its very picture", "reports with its very picture"),
    How.SAME_STATEMENT: ("report of one statement", "reports of one statement"),
}


def origins_of(
    reports: Iterable[str],
    documents: Sequence[Document],
    derivations: Iterable[Derivation],
    readings: Mapping[str, Reading],
    sources: Sequence[Source],
) -> tuple[Origin, ...]:
    """Return the independent origins of the reports (document ids) of one incident.

    For many incidents of one case build one `Provenance` and call `origins`.
    """
    return origins(reports, Provenance(documents, derivations, readings, sources))


def origins(reports: Iterable[str], known: Provenance) -> tuple[Origin, ...]:
    """Group `reports` by what they go back to; the earliest origin first.

    Reports are one origin if one derives from the other within the incident, if both go back
    to one earlier report, or if both relay one particular voice (an office, a person, an
    outlet). Likeness alone never joins them.
    """
    members = sorted(set(reports), key=known.place.__getitem__)
    groups = _grouped(members, known)
    told = known.first_told(members) if len(groups) > 1 else {}
    made: list[Origin] = []
    for group in groups:
        voice = voice_of(group, known)
        answer, because = judged(group, groups[: len(made)], told, known)
        made.append(
            Origin(
                id=identify("origin", *group),
                first=group[0],
                voice=known.directory.name(voice.name) if voice else None,
                basis=voice.basis if voice else Basis.UNSTATED,
                reports=tuple(group),
                independence=answer,
                because=f"{_makeup(group, known)}; {because}"
                if because
                else _makeup(group, known),
            )
        )
    return tuple(made)


class _Groups:
    """Reports joined to groups; the earliest of a group leads it (union-find)."""

    def __init__(self, members: list[str], known: Provenance) -> None:
        self._leader = {doc: doc for doc in members}
        self._known = known

    def find(self, doc: str) -> str:
        while self._leader[doc] != doc:
            doc = self._leader[doc]
        return doc

    def join(self, one: str, other: str) -> None:
        place = self._known.place
        first, second = sorted((self.find(one), self.find(other)), key=place.__getitem__)
        self._leader[second] = first

    def groups(self) -> list[list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for doc in self._leader:
            found[self.find(doc)].append(doc)
        return list(found.values())


def _grouped(members: list[str], known: Provenance) -> list[list[str]]:
    inside = set(members)
    groups = _Groups(members, known)
    heard: list[tuple[Spoken, str]] = []
    tops: dict[str, str] = {}
    latest: dict[str, str] = {}
    torn: set[str] = set()  # reports of two origins, and what was taken over from them whole
    for doc in members:
        parents = [one.parent for one in known.parents(doc) if one.parent in inside]
        if len(parents) > 1 or (parents and parents[0] in torn and _whole(doc, known)):
            torn.add(doc)
        if parents and parents[0] is not None and not _besides(doc, known):
            groups.join(doc, parents[0])  # the best: a digest of two origins makes them no one
        if not parents and (top := known.top(doc)) != doc:
            groups.join(doc, tops.setdefault(top, doc))
        voices = [voice for voice in known.voices(doc) if voice.particular]
        for voice in voices[:1] if doc not in torn else []:  # nor do two voices in one report
            same = next((other for said, other in heard if said.same(voice)), doc)
            groups.join(doc, same)
            heard.append((voice, doc))
        source = known.documents[doc].source
        if not parents and not voices and not _informed(doc, known) and source in latest:
            groups.join(doc, latest[source])  # a source that names nobody new goes on
        latest[source] = doc
    return groups.groups()


def _whole(doc: str, known: Provenance) -> bool:
    """Tell whether a report is its parent over again: it joins nothing that its parent left."""
    return known.parents(doc)[0].how in TAKEN_OVER


def _informed(doc: str, known: Provenance) -> bool:
    """Tell whether a report has a source that it does not name: somebody new, it may be."""
    voice = known.knower(doc)
    return voice is not None and voice.basis is Basis.ANONYMOUS and voice.saw


def _besides(doc: str, known: Provenance) -> bool:
    """Tell whether a report has something from its parent, and its news from a voice.

    That is a picture, or the answer of one side beside the word of the other.
    """
    parent = known.parents(doc)[0]
    if parent.how is How.SAME_MEDIA:
        return any(voice.particular for voice in known.voices(doc))
    voice = known.knower(doc)
    if parent.how is not How.CITES or parent.parent is None or voice is None:
        return False
    if not voice.particular or voice.basis is Basis.MEDIA:
        return False
    cited, source = known.knower(parent.parent), known.documents[parent.parent]
    theirs = cited is not None and (cited.same(voice) or not cited.particular)
    return not theirs and known.directory.key(source.source, source.handle) != voice.key


def _makeup(group: list[str], known: Provenance) -> str:
    """Say what the reports of one origin are to each other."""
    if len(group) == 1:
        return f"one report, by {known.documents[group[0]].source}"
    inside = set(group)
    kinds: Counter[How] = Counter()
    for doc in group[1:]:
        ways = [d.how for d in known.derived[doc] if d.parent in inside or d.voice is not None]
        if ways:
            kinds[ways[0]] += 1
    parts = [f"{kinds[how]} {_NAMES[how][kinds[how] > 1]}" for how in _NAMES if kinds[how]]
    rest = len(group) - 1 - sum(kinds.values())
    if rest:
        parts.append(f"{rest} relaying the same voice")
    first = known.documents[group[0]].source
    return f"these {len(group)} are one origin, first told by {first}: {', '.join(parts)}"
