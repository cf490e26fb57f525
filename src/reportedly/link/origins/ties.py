"""A tie: one sign that one report comes from another, or from a voice outside the case."""

import msgspec

from ...model import How, Span

TAKEN_OVER = frozenset({How.FORWARD, How.COPY})  # such a report is its parent over again


class Tie(msgspec.Struct, frozen=True, gc=False):
    """`child` and `parent` are places in the order of time."""

    child: int
    parent: int
    how: How
    bits: float  # log2 odds
    part: float = 0.0  # 0..1: how much of the child the shared passage is
    credit: str = ""  # the name under which the child credits the parent
    signs: tuple[Span, ...] = ()


class Unseen(msgspec.Struct, frozen=True, gc=False):
    """A report has it from a voice that is not in the case, or not with that report."""

    child: int
    name: str
    how: How
    bits: float
    signs: tuple[Span, ...]
    because: str
