"""The rule sets, as the package ships them in `policies.toml`."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

Rule = Literal[
    "figure", "spread", "place", "time", "event", "included", "clarity", "voices", "outlets",
    "count", "backing", "status",
]  # fmt: skip
Choose = Literal["lowest", "reliable", "low", "high"]


class Field(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column that a rule set codes; `policies.toml` tells the fields."""

    name: str
    rule: Rule
    because: str
    cite: str
    ours: str = ""
    slot: str = ""
    choose: Choose = "reliable"
    none: int | None = None  # coded where no figure is given
    part: int = 0
    needs: int = 0
    enough: str = ""
    short: str = ""


class EventRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of event; `harm` asks for harm or for none, `only` for nothing but these types."""

    any: tuple[str, ...]
    give: tuple[str, str]
    harm: bool | None = None
    only: tuple[str, ...] = ()


class PlaceRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A precision of place, for places of these kinds with no greater radius."""

    kinds: tuple[str, ...]
    give: int
    within_km: float | None = None


class TimeRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A precision of time, for intervals no longer than so many days."""

    days: float
    give: int


class StatusRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A grade, where each condition that is given holds."""

    give: str
    because: str
    harm: bool | None = None
    accepted: bool | None = None
    contested: bool | None = None
    refuted: bool | None = None
    strike: bool | None = None
    sources: int = 0


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A published rule set."""

    name: str
    cite: str
    field: tuple[Field, ...]
    armed: tuple[str, ...] = ()  # types and causes that are armed force
    accident: tuple[str, ...] = ()  # types and causes that are none
    event: tuple[EventRow, ...] = ()
    place: tuple[PlaceRow, ...] = ()
    time: tuple[TimeRow, ...] = ()
    status: tuple[StatusRow, ...] = ()


@cache
def policies() -> dict[str, Policy]:
    """Return every rule set by the name it is asked for.

    >>> sorted(policies())
    ['acled', 'airwars', 'ibc', 'ucdp']
    """
    raw = files("reportedly.weigh").joinpath("policies.toml").read_bytes()
    return msgspec.toml.decode(raw, type=dict[str, Policy])
