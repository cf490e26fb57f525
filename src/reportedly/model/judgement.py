"""What a person decided about incidents: recorded, never rewritten."""

from datetime import datetime
from enum import StrEnum

import msgspec

from .ids import identify


class Verdict(StrEnum):
    """What a person decided."""

    MERGE = "merge"  # two incidents are one
    SPLIT = "split"  # some reports of an incident are of another one
    UNDO = "undo"  # an earlier judgement no longer stands


class Side(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an incident, or a part of one, held when it was judged.

    Incidents have no name that outlives a rebuild; what they are made of does.
    """

    accounts: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()  # document ids, for when a new version tells other accounts


class Judgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One decision by a person, with its reason; the later one wins where two disagree."""

    id: str
    verdict: Verdict
    one: Side  # merge: the first incident; split: what was taken out
    other: Side  # merge: the second incident; split: what was left
    undoes: str | None  # id of the judgement that no longer stands
    because: str
    by: str  # who decided, "" where nobody is named
    at: datetime

    def __post_init__(self) -> None:
        if (self.undoes is not None) != (self.verdict is Verdict.UNDO):
            raise ValueError("an undo, and nothing else, names what it undoes")
        if self.at.tzinfo is None:
            raise ValueError("a judgement has a time with a zone")


def judgement(
    verdict: Verdict,
    sides: tuple[Side, Side],
    because: str,
    *,
    by: str,
    at: datetime,
    undoes: str | None = None,
) -> Judgement:
    """Return a judgement under the id of its content."""
    one, other = sides
    content = [list(part) for side in sides for part in (side.accounts, side.reports)]
    return Judgement(
        id=identify("judgement", verdict, content, undoes, because, by, at.isoformat()),
        verdict=verdict,
        one=one,
        other=other,
        undoes=undoes,
        because=because,
        by=by,
        at=at,
    )
