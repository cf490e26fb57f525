"""One moment in time and space, and the questions asked about it."""

import msgspec

from .link import Origin
from .value import Place, Value, When


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value given for a slot, with who stands behind it."""

    value: Value
    denied: bool  # these claims deny the value
    claims: tuple[str, ...]
    origins: tuple[str, ...]  # Origin ids
    reports: tuple[str, ...]  # document ids


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A slot of an incident with every answer given, side by side."""

    slot: str
    answers: tuple[Answer, ...]
    conflict: bool
    because: str  # why it is, or is not, a conflict


class Incident(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One moment in time and space; all accounts alleging it are kept (Airwars)."""

    id: str
    type: str
    place: Place | None
    when: When | None
    accounts: tuple[str, ...]
    reports: tuple[str, ...]  # document ids by time published
    origins: tuple[Origin, ...]
    questions: tuple[Question, ...]
    because: str  # why these accounts are one incident
    judgements: tuple[str, ...] = ()  # of people, by which it is what it is
