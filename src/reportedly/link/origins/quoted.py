"""Voices that a report quotes beside the one it mainly goes back to."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from ...model import Basis, Claim, Document, Independence, Origin, identify
from ..directory import Directory, name_stems
from .provenance import Provenance
from .voices import Spoken, is_nobody


def behind(
    voice: Spoken,
    origins: Sequence[Origin],
    documents: Mapping[str, Document],
    directory: Directory,
) -> Origin | None:
    """Return the first of `origins` that is this voice, by name or as its first publisher.

    Nobody's name ("a source in the services") is also found under a vaguer or fuller one, so
    give only origins of related reports for it.
    """
    for origin in origins:
        first = documents[origin.first]
        if voice.particular and directory.key(first.source, first.handle) == voice.key:
            return origin
        if origin.voice is not None:
            key = directory.key(origin.voice)
            if Spoken(origin.voice, key, origin.basis, ()).same(voice):
                return origin
    return None if voice.particular else _vaguer(voice, origins)


def _vaguer(voice: Spoken, origins: Sequence[Origin]) -> Origin | None:
    stems = name_stems(voice.name)
    for origin in origins:
        other = name_stems(origin.voice or "")
        if origin.basis is voice.basis and other and (stems <= other or other <= stems):
            return origin
    return None


def quoted(
    made: Sequence[Origin], claims: Iterable[Claim], known: Provenance
) -> tuple[Origin, ...]:
    """Return the origins of an incident with those that only quotations lead to, at the end.

    An article that goes back to a channel may quote a governor too: what he says is no word
    of the channel's. A quoted voice that is an origin already gets the report as a relay of
    it; another voice that answers something is an origin of its own.
    """
    found = list(made)
    for claim in sorted(claims, key=lambda claim: (known.place[claim.doc], claim.id)):
        voice = known.vouching(claim)
        if voice is None:
            continue
        home = [origin for origin in found if claim.doc in origin.reports]
        if behind(voice, home, known.documents, known.directory) is not None:
            continue
        if is_nobody(voice.name) and any(origin.basis is voice.basis for origin in home):
            continue  # "authorities" are the office that the report goes back to
        others = [origin for origin in found if origin not in home]
        if not voice.particular:  # "a source" is one and the same only in what was taken over
            others = [o for o in others if known.top(o.first) == known.top(claim.doc)]
        other = behind(voice, others, known.documents, known.directory)
        if other is None:
            found.append(_own(voice, claim.doc, known))
        else:
            found[found.index(other)] = _relayed(other, claim.doc, known)
    return tuple(found)


def _relayed(origin: Origin, doc: str, known: Provenance) -> Origin:
    """Return an origin with one more report; heard by two of them it needs neither's word."""
    reports = tuple(sorted({*origin.reports, doc}, key=known.place.__getitem__))
    more = msgspec.structs.replace(origin, reports=reports)
    tops: dict[str, str] = {}
    for report in reports:  # by time: a later copy of a report hears nobody by itself
        tops.setdefault(known.top(report), known.documents[report].source)
    if not origin.quoted or origin.basis not in _KNOWS or len(set(tops.values())) < 2:
        return more
    return msgspec.structs.replace(
        more,
        independence=Independence.INDEPENDENT,
        because=f"quoted by {' and by '.join(sorted(set(tops.values()))[:3])}, each by itself",
    )


def _own(voice: Spoken, doc: str, known: Provenance) -> Origin:
    """Return a voice that one report quotes: all that is known of it hangs on that report."""
    source = known.documents[doc].source
    return Origin(
        id=identify("quoted origin", doc, voice.key),
        first=doc,
        voice=known.directory.name(voice.name),
        basis=voice.basis,
        reports=(doc,),
        independence=Independence.NOT_ESTABLISHED,
        because=f"known only through the report of {source}, which quotes it",
        quoted=True,
    )


_KNOWS = {Basis.OFFICIAL, Basis.NAMED}
