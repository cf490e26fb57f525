"""What the history of a case says of its sources: dated letters, as records, not as rules."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib.resources import files

import msgspec

from reportedly.link.agreement import Ledger, gone, replaced
from reportedly.link.agreement.slots import slot_of
from reportedly.model import Case, Incident, Independence, Label, Question, Reliability, Track

from .testimony import Testimony, testimonies
from .truth import Said, Truth, truth


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    letter: Reliability
    right: float
    facts: int


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    others: int
    row: tuple[_Row, ...]


class _Word(msgspec.Struct, frozen=True):
    said: Said
    who: str
    when: datetime | None


@cache
def _table() -> _Table:
    raw = files(__package__).joinpath("track.toml").read_bytes()
    return msgspec.toml.decode(raw, type=_Table)


def track_records(case: Case) -> dict[str, Track]:
    """Return a dated letter for each voice with enough history in the case, by its name.

    A voice is held against what at least two others say of the same slot of the same
    incident; truth discovery (`truth`) tells how likely each answer is. The record begins
    with the last report it rests on, so that it never grades what it was made from. It is
    not written into the case: a letter is somebody's judgement, and this is material for it.
    """
    ledger = Ledger.of_case(case)
    words = [word for incident in case.incidents for word in _words(incident, ledger)]
    found = truth(word.said for word in words)
    mine: dict[str, list[_Word]] = defaultdict(list)
    for word in words:
        if len(found.said[word.said.fact] - {word.said.family}) >= _table().others:
            mine[word.said.family].append(word)
    records = {family: _record(mine[family], found) for family in sorted(mine)}
    names = {word.said.family: word.who for word in reversed(words)}
    return {names[family]: track for family, track in records.items() if track is not None}


def _words(incident: Incident, ledger: Ledger) -> Iterator[_Word]:
    """Yield what each voice says in the end, on slots that have one right answer."""
    inside = ledger.within(incident.origins)
    for question in incident.questions:
        if _single(question):
            old = replaced(question.slot, question.answers, inside)
            old |= gone(incident, question.slot)
            for index, answer in enumerate(question.answers):
                if index not in old and not answer.denied:
                    for each in testimonies(incident, answer, inside):
                        if each.origin.independence is not Independence.NOT_INDEPENDENT:
                            yield _word(each, f"{incident.id} {question.slot}", index, ledger)


def _word(testimony: Testimony, fact: str, index: int, ledger: Ledger) -> _Word:
    who = testimony.relying or testimony.who
    said = Said(ledger.directory.key(who), fact, str(index))
    return _Word(said, who, ledger.published(testimony.claim))


def _single(question: Question) -> bool:
    labels = any(isinstance(answer.value, Label) for answer in question.answers)
    return not labels or (question.slot != "position" and slot_of(question.slot).kind == "one")


def _record(words: list[_Word], found: Truth) -> Track | None:
    dates = [word.when for word in words if word.when is not None]
    held = sum(found.values[word.said.fact][word.said.value] for word in words)
    for row in _table().row:
        if dates and len(words) >= row.facts and held >= row.right * len(words):
            told = f"{held:.0f} of {len(words)} answers held against two other voices or more"
            period = f"{min(dates):%Y-%m-%d} to {max(dates):%Y-%m-%d}"
            return Track(since=max(dates), letter=row.letter, because=f"{told}, {period}.")
    return None
