"""What a cause would leave to be reported, by hypotheses.toml."""

from collections.abc import Set
from functools import cache
from importlib.resources import files

import msgspec

from reportedly.link.agreement import shown
from reportedly.model import Value

Trace = tuple[str, str]  # slot and answer; "*" is any answer


class _Traces(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    expects: tuple[Trace, ...] = ()
    against: tuple[Trace, ...] = ()


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    absence: float
    cause: dict[str, _Traces]


@cache
def _table() -> _Table:
    raw = files(__package__).joinpath("hypotheses.toml").read_bytes()
    return msgspec.toml.decode(raw, type=_Table)


def absence() -> float:
    """Return the bits by which expected evidence that is absent speaks against a cause."""
    return _table().absence


def expects(cause: str) -> tuple[Trace, ...]:
    """Return what a cause leads one to expect; any one of it is enough."""
    return _table().cause.get(cause, _Traces()).expects


def against(cause: str) -> tuple[Trace, ...]:
    """Return what a cause makes unlikely."""
    return _table().cause.get(cause, _Traces()).against


def traces(slot: str, value: Value) -> frozenset[Trace]:
    """Return what an answer is in the table: itself, and any answer to its slot."""
    return frozenset({(slot, "*"), (slot, shown(value).replace(" ", "_"))})


def untold(cause: str, told: Set[Trace]) -> tuple[str, ...]:
    """Return in words what a cause leads one to expect on slots that tell none of it."""
    met = {slot for slot, name in expects(cause) if (slot, name) in told}
    return tuple(words(trace) for trace in expects(cause) if trace[0] not in met)


def telling(one: str, other: str, told: Set[Trace]) -> tuple[str, ...]:
    """Return in words what nobody tells, and what would speak for one cause, not the other."""
    found = (trace for trace in expects(one) if trace in against(other))
    return tuple(words(trace) for trace in found if trace not in told)


def words(trace: Trace) -> str:
    """Return a trace as a reader would name it.

    >>> words(("detained", "*")), words(("weapon", "storm_shadow"))
    ('anybody or anything detained', 'storm shadow')
    """
    slot, name = trace
    return f"anybody or anything {slot}" if name == "*" else name.replace("_", " ")
