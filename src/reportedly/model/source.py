"""Somebody who can say something."""

from datetime import datetime
from enum import StrEnum

import msgspec

from .assessment import Reliability


class SourceKind(StrEnum):
    """What kind of body speaks."""

    OUTLET = "outlet"  # newspaper, site, broadcaster
    AGENCY = "agency"  # news agency
    CHANNEL = "channel"  # Telegram channel, account
    OFFICIAL = "official"  # state body or office holder
    PERSON = "person"
    UNNAMED = "unnamed"


class Track(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The letter somebody gave a source on a day, and why: a record, never a rule."""

    since: datetime  # UTC
    letter: Reliability
    because: str


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A voice known by name, in every spelling it goes by."""

    id: str
    kind: SourceKind
    names: tuple[str, ...]  # the first one is shown
    handles: tuple[str, ...] = ()  # "@shot_shot", host names
    owner: str | None = None  # owner family: sister channels share it
    track: tuple[Track, ...] = ()  # its dated record; empty: unknown (ADM-2, ADM-4)
