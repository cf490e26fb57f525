"""Whether an origin is independent of the earlier ones of its incident: three answers."""

from collections.abc import Mapping

from ...model import Basis, How, Independence
from ..offices import bodies_in
from .provenance import Provenance
from .voices import Spoken, is_nobody

NEW = 50.0  # bits of telling words no earlier report has: below it, nothing shows own knowledge
NEW_PART = 0.3  # and at least this part of the report's telling words

Judged = tuple[Independence, str]


def voice_of(group: list[str], known: Provenance) -> Spoken | None:
    """Return who knew, by the earliest report of a group that says so."""
    return next((voice for doc in group if (voice := known.knower(doc)) is not None), None)


def judged(
    group: list[str], earlier: list[list[str]], told: Mapping[int, int], known: Provenance
) -> Judged:
    """Return whether `group` is independent of the `earlier` ones, and why.

    Each group lists document ids by time; `told` gives for each word the place, in the order
    of time, of the first report of the incident that has it.
    """
    if circular(group, known):
        return Independence.NOT_ESTABLISHED, "its reports quote each other, none says who knew"
    if not earlier:
        return Independence.INDEPENDENT, "nothing earlier is known"
    voice = voice_of(group, known)
    if voice is not None and voice.particular:
        return _by_voice(voice, earlier, known)
    owner = _owner(group[0], known)
    if owner and any(_owner(other[0], known) == owner for other in earlier):
        return Independence.NOT_INDEPENDENT, f"a sister of an earlier source ({owner})"
    if voice is not None and (because := _heard_before(voice, earlier, known)):
        return Independence.NOT_ESTABLISHED, because
    return _by_account(
        group[0], voice, {} if _foreign(group[0], earlier, known) else told, known
    )


def _heard_before(voice: Spoken, earlier: list[list[str]], known: Provenance) -> str:
    """Say why a voice that is nobody in particular may stand behind an earlier group too."""
    if any(_names(voice, other, known) for other in earlier):
        return f"an earlier report names {voice.name} as well"
    if any(_one_body(voice, other, known) for other in earlier):
        return f"{voice.name} may be the unnamed source of an earlier report"
    return ""


def _foreign(doc: str, earlier: list[list[str]], known: Provenance) -> bool:
    """Tell whether no earlier report is in the language of `doc`: new words prove nothing."""
    before = (d for group in earlier for d in group if known.place[d] < known.place[doc])
    language = known.documents[doc].lang
    return all(known.documents[other].lang != language for other in before)


def _by_account(
    doc: str, voice: Spoken | None, told: Mapping[int, int], known: Provenance
) -> Judged:
    """Judge a report that relays no certain voice by what it adds to what was out before."""
    if voice is not None and voice.saw:
        return Independence.INDEPENDENT, f"has its own {voice.basis.value} account"
    if voice is not None and voice.guesses:
        return Independence.NOT_ESTABLISHED, f"{voice.name} guess, they have no account"
    if not told:
        return (
            Independence.NOT_ESTABLISHED,
            "names no source; what was out is in other languages",
        )
    words = known.telling(doc)
    new = sum(bits for word, bits in words.items() if told[word] >= known.place[doc])
    if new >= NEW and new >= NEW_PART * sum(words.values()):
        return Independence.INDEPENDENT, "tells much that no earlier report told"
    return Independence.NOT_ESTABLISHED, "names no source and tells little new"


def _by_voice(voice: Spoken, earlier: list[list[str]], known: Provenance) -> Judged:
    """Judge what goes back to a certain voice: independent unless an earlier origin does."""
    name = known.directory.name(voice.name)
    if any(_told_by(voice, other, known) for other in earlier):
        return Independence.NOT_INDEPENDENT, f"goes back to {name}, as an earlier origin does"
    return Independence.INDEPENDENT, f"goes back to {name}"


def _told_by(voice: Spoken, group: list[str], known: Provenance) -> bool:
    """Tell whether a group goes back to the same certain voice, under another of its names."""
    other = voice_of(group, known)
    return other is not None and other.particular and voice.same(other)


def _names(voice: Spoken, group: list[str], known: Provenance) -> bool:
    other = voice_of(group, known)
    return other is not None and other.key == voice.key


def _one_body(voice: Spoken, group: list[str], known: Provenance) -> bool:
    """Tell whether an unnamed source may be an earlier one: of the same body, or but "she".

    "An SBU source" may be "джерело в СБУ"; "by her words" may be "the driver said".
    """
    other = voice_of(group, known)
    if other is None or {voice.basis, other.basis} != {Basis.ANONYMOUS}:
        return False
    shared = bodies_in(voice.name) & bodies_in(other.name)
    return bool(shared) or is_nobody(voice.name)


def circular(group: list[str], known: Provenance) -> bool:
    """Tell whether the first report of a group has it from a source that only reports later.

    Where A has it from B and B's report comes from A's, neither is an origin.
    """
    credited = {
        known.directory.key(one.voice)
        for one in known.derived[group[0]]
        if one.voice is not None and one.how is How.CITES
    }
    later = (known.documents[doc] for doc in group[1:])
    return any(known.directory.key(doc.source, doc.handle) in credited for doc in later)


def _owner(doc: str, known: Provenance) -> str | None:
    report = known.documents[doc]
    source = known.directory.find(report.source, report.handle)
    return source.owner if source else None
