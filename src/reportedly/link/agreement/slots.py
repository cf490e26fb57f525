"""What is known about each slot: which answers can hold together."""

from functools import cache
from importlib.resources import files

import msgspec


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the answers to one question stand to each other; `slots.toml` tells the fields."""

    kind: str = "one"
    vague: tuple[str, ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    rivals: tuple[tuple[str, str], ...] = ()
    rising: bool = False
    summed: bool = False

    def both(self, one: str, other: str) -> bool:
        """Tell whether two different labels can hold at once."""
        if one in self.vague or other in self.vague:
            return True
        if self.kind == "many":
            return (one, other) not in self.rivals and (other, one) not in self.rivals
        return (one, other) in self.together or (other, one) in self.together


@cache
def slots() -> dict[str, Slot]:
    """Return every slot that `slots.toml` names."""
    raw = (files(__package__) / "slots.toml").read_bytes()
    return msgspec.toml.decode(raw, type=dict[str, Slot])


def slot_of(name: str) -> Slot:
    """Return what is known about a slot; an unknown one takes a single answer.

    >>> slot_of("cause").both("air_defence", "drone_debris")
    True
    >>> slot_of("cause").both("sabotage", "weather")
    False
    """
    return slots().get(name, Slot())
