"""Which reports come from which, and how many voices there really are."""

from .circles import Circle, circles
from .count import origins, origins_of
from .derive import derivations
from .provenance import Provenance, Root, roots
from .quoted import behind, quoted
from .sequels import goes_on
from .threads import threaded
from .told import going_on
from .voices import Spoken, vouching

__all__ = [
    "Circle",
    "Provenance",
    "Root",
    "Spoken",
    "behind",
    "circles",
    "derivations",
    "goes_on",
    "going_on",
    "origins",
    "origins_of",
    "quoted",
    "roots",
    "threaded",
    "vouching",
]
