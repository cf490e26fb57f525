"""What a claim can answer: a place, a time, a count or a label."""

from datetime import datetime

import msgspec


class Place(msgspec.Struct, frozen=True, kw_only=True, tag="place", forbid_unknown_fields=True):
    """A point with a radius, or a region with its extent: never a false point."""

    name: str  # shown: nominative, in the language of the country's gazetteer entry
    kind: str  # "settlement", "region", "country", "facility", "area"
    lat: float  # degrees north, WGS 84
    lon: float  # degrees east, WGS 84
    radius_km: float
    country: str  # ISO 3166-1 alpha-2
    region: str | None = None  # first-level division, its gazetteer id
    gazetteer: str | None = None  # entry id


class When(msgspec.Struct, frozen=True, kw_only=True, tag="when", forbid_unknown_fields=True):
    """An interval, both ends UTC, `earliest <= latest`."""

    earliest: datetime
    latest: datetime

    def __post_init__(self) -> None:
        if self.earliest.tzinfo is None or self.latest.tzinfo is None:
            raise ValueError("an interval needs a zone at both ends")
        if self.earliest > self.latest:
            raise ValueError("an interval cannot end before it begins")


class Count(msgspec.Struct, frozen=True, kw_only=True, tag="count", forbid_unknown_fields=True):
    """How many, as UCDP codes it: low, best, high; `high` None where open ("at least 3")."""

    low: int
    best: int
    high: int | None
    scope: str | None = None  # what it counts over, where not the incident: "six regions"

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.best or (self.high is not None and self.high < self.best):
            raise ValueError(f"a count needs 0 <= low <= best <= high, not {self}")


class Label(msgspec.Struct, frozen=True, kw_only=True, tag="label", forbid_unknown_fields=True):
    """A word from a closed list: a cause, an actor, a kind of event."""

    value: str


Value = Place | When | Count | Label
