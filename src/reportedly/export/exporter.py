"""The one small type that an exporter is."""

from collections.abc import Callable

import msgspec

from ..model import Case


class Exporter(msgspec.Struct, frozen=True, kw_only=True):
    """A format a case can be written in; the same case gives the same bytes."""

    name: str  # as `export --to` takes it
    media_type: str
    suffix: str  # of file names, with the dot
    write: Callable[[Case], bytes]
