"""Somebody who can say something."""

from enum import StrEnum

import msgspec


class SourceKind(StrEnum):
    """What kind of body speaks."""

    OUTLET = "outlet"  # newspaper, site, broadcaster
    AGENCY = "agency"  # news agency
    CHANNEL = "channel"  # Telegram channel, account
    OFFICIAL = "official"  # state body or office holder
    PERSON = "person"
    UNNAMED = "unnamed"


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A voice known by name, in every spelling it goes by."""

    id: str
    kind: SourceKind
    names: tuple[str, ...]  # the first one is shown
    handles: tuple[str, ...] = ()  # "@shot_shot", host names
    owner: str | None = None  # owner family: sister channels share it
