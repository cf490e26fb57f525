"""Whom a report itself names as the one who knew."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...lang.register import areas, generic, guessing, name_key, pointing, vague
from ...model import Attribution, Basis, Document, Reading, SourceKind, Span, Stance, Voice
from ...text.shingles import word_key
from ..directory import SOUNDS, Directory, countries_in, name_stems, name_words, proper
from ..offices import bare, in_full, local_office, offices_in
from ..reuse.names import sounds
from ..reuse.rarity import bits

RELAYS = {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.CHANNEL}
# Bases under which two reports that name one voice mean one and the same voice.
PARTICULAR = {Basis.OFFICIAL, Basis.NAMED, Basis.MEDIA}
OWN_ACCOUNT = {Basis.EYEWITNESS, Basis.FOOTAGE, Basis.ANONYMOUS}
SILENT = {Stance.DECLINES, Stance.ASKS}  # who says nothing is no origin of it
_AND = re.compile(r" (?:и|і|та|and) ")  # "the military and the governor"
SURNAME = 8.0  # bits: commoner last words are countries and cities


class Spoken(NamedTuple):
    """A voice as a report names it; equal keys are one voice."""

    name: str
    key: str
    basis: Basis
    signs: tuple[Span, ...]
    called: str = ""  # as the report has it in full: with the office a person holds
    also: frozenset[str] = frozenset()  # keys of those known whom it names together

    @property
    def particular(self) -> bool:
        """Tell a certain office, person or outlet from "eyewitnesses" or "the media".

        An office may go by a common noun ("the governor"); a person or an outlet has a name.
        """
        vague = generic(self.name) or is_nobody(self.name)
        named = self.basis is Basis.OFFICIAL or any(map(proper, self.name.split()))
        return self.basis in PARTICULAR and named and not vague

    @property
    def guesses(self) -> bool:
        """Tell whether the voice is of those who guess rather than know."""
        return bool(name_stems(self.name) & name_stems(" ".join(sorted(guessing()))))

    @property
    def saw(self) -> bool:
        """Tell whether the voice has an account of its own, though it may be nobody's name."""
        return self.basis in OWN_ACCOUNT and not self.guesses

    def same(self, other: "Spoken") -> bool:
        """Tell whether two voices named in reports of one incident are one.

        Equal keys are; so are "губернатор" and "губернатор Н-ской области" or its governor
        called by office and name (one name within the other), and two particular voices that
        share a surname.
        """
        if not {self.key, *self.also}.isdisjoint({other.key, *other.also}):
            return True
        if not (self.particular and other.particular):
            return False
        mine, theirs = name_stems(self.name), name_stems(other.name)
        if mine <= theirs | name_stems(other.called) or theirs <= mine | name_stems(
            self.called
        ):
            return True
        if _of_place(self, other) or _of_place(other, self):
            return True
        return bool(_surname(self) & _surname(other)) or self._holds(other)

    def _holds(self, other: "Spoken") -> bool:
        """Tell whether one is an office, in any language, and the other holds it."""
        if not (bare(self.name) or bare(other.name)):
            return False
        mine = offices_in(f"{self.name} {self.called}")
        return not mine.isdisjoint(offices_in(f"{other.name} {other.called}"))


@cache
def _areas() -> frozenset[str]:
    return frozenset(stem for word in areas() for stem in name_stems(word))


def _of_place(office: Spoken, other: Spoken) -> bool:
    """Tell whether a voice is the office of a place and the other holds it, or is called so.

    "The governor of Elm Oblast" is "Elm governor Ann Lee".
    """
    told = name_stems(office.name)
    place = told - _areas()
    whole = len(told) > len(place) > 1 and bool(offices_in(office.name))
    return whole and place <= name_stems(f"{other.name} {other.called}")


@cache
def _vague() -> frozenset[frozenset[str]]:
    return frozenset(map(name_stems, vague()))


def is_nobody(name: str) -> bool:
    """Tell whether a name stands for nobody in particular: "eyewitnesses", "she"."""
    return name_stems(name) in _vague()


def _surname(voice: Spoken) -> frozenset[str]:
    """Return what a rare capitalised word that ends a name of two words or more is known by.

    That is its stem, and how it sounds in any alphabet.
    """
    words = name_words(voice.name)
    last = words[-1] if len(words) > 1 else ""
    if voice.basis is Basis.MEDIA or not (last[:1].isupper() and last[1:].islower()):
        return frozenset()
    if bits(word_key(last)) < SURNAME:
        return frozenset()
    heard = sounds(last)
    return name_stems(last) | ({f"/{heard}/"} if len(heard) >= SOUNDS else frozenset())


def _own(voice: Voice, doc: Document, directory: Directory) -> bool:
    return not voice.spans or directory.key(voice.name) == directory.key(doc.source)


Chain = tuple[Voice, ...]


def chains(
    doc: Document, reading: Reading, directory: Directory
) -> Iterator[tuple[Attribution, Chain]]:
    """Yield each attribution in order of content, with its chain without the publisher."""

    def first(attribution: Attribution) -> tuple[int, str]:
        return min((s.start for s in attribution.content), default=0), attribution.id

    for attribution in sorted(reading.attributions, key=first):
        chain = tuple(v for v in attribution.chain if not _own(v, doc, directory))
        if chain:
            yield attribution, chain


def spoken(voice: Voice, doc: Document, directory: Directory) -> Spoken:
    """Return `voice` under the key, and the name, that all its spellings share."""
    known = (
        directory.within(voice.name)
        if voice.basis in {Basis.OFFICIAL, Basis.MEDIA}
        else directory.find(voice.name)
    )
    called = max((span.of(doc.text) for span in voice.spans), key=len, default="")
    name, key = (known.names[0], known.id) if known else (voice.name, directory.key(voice.name))
    parts = _AND.split(name) if not known else ()
    also = frozenset(source.id for part in parts if (source := directory.find(part)))
    return Spoken(name, key, voice.basis, voice.spans, called, also)


def knower(doc: Document, reading: Reading, directory: Directory) -> Spoken | None:
    """Return the voice at the end of the first chain: who knew, by this report's account.

    Where the report goes on to say that this was first told by another ("this information was
    first reported by the channel"), that other one knew and the first voice is a relay.
    """
    first: Voice | None = None
    told = list(chains(doc, reading, directory))
    for attribution, chain in told:
        if first is None:
            first = chain[-1] if chain[-1].stance not in SILENT else None
        elif _tells_whence(attribution, doc) and chain[-1].name != first.name:
            first = chain[-1]
    named = _named(first, [chain[-1] for _, chain in told], doc.text) if first else None
    return spoken(named, doc, directory) if named else None


def behind(doc: Document, reading: Reading, directory: Directory) -> Spoken | None:
    """Return who knew: the voice a report names, or its publisher if that is an office."""
    return knower(doc, reading, directory) or office(doc, directory)


def office(doc: Document, directory: Directory) -> Spoken | None:
    """Return the publisher of a report as a voice where it is an office or holds one."""
    source = directory.find(doc.source, doc.handle)
    if source is None or source.kind is not SourceKind.OFFICIAL:
        return None
    called = " ".join(dict.fromkeys((doc.source, *source.names)))
    return Spoken(source.names[0], source.id, Basis.OFFICIAL, (), called)


def _local(voice: Voice, text: str) -> bool:
    """Tell whether a voice can be "the authorities": an office of the place, with a name."""
    called = in_full(voice, text)
    home = local_office(called) and not countries_in(called)
    return home and any(map(proper, voice.name.split()))


def _named(voice: Voice, others: list[Voice], text: str) -> Voice:
    """Return who holds an office that goes by a common noun, where the report names one.

    The "governor" of a headline is the governor whom the text calls by name; "authorities" are
    the first office of the place that it names.
    """
    if voice.basis is not Basis.OFFICIAL or any(map(proper, voice.name.split())):
        return voice
    if is_nobody(voice.name):
        named = (each for each in others if each.basis is Basis.OFFICIAL and each.spans)
        return next((each for each in named if _local(each, text)), voice)
    office = name_stems(voice.name)
    holders = {
        other.name: other
        for other in others
        if other.basis is Basis.OFFICIAL
        and office < name_stems(other.name)
        and any(map(proper, other.name.split()))
    }
    return next(iter(holders.values())) if len(holders) == 1 else voice


def _tells_whence(attribution: Attribution, doc: Document) -> bool:
    """Tell whether a content only points back: "this information", "об этом"."""
    said = " ".join(span.of(doc.text) for span in attribution.content)
    return name_key(said) in pointing()


def vouching(said: Attribution, doc: Document, directory: Directory) -> Spoken | None:
    """Return the voice a content goes back to, None where that is the publisher itself."""
    own = directory.key(doc.source, doc.handle)
    for voice in reversed(said.chain):
        if voice.spans and directory.key(voice.name) != own:
            return spoken(voice, doc, directory)
    return None
