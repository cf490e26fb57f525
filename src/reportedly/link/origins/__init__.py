"""Which reports come from which, and how many voices there really are."""

from .count import origins, origins_of
from .derive import derivations
from .provenance import Provenance, Root, roots
from .quoted import behind, quoted
from .voices import vouching

__all__ = [
    "Provenance",
    "Root",
    "behind",
    "derivations",
    "origins",
    "origins_of",
    "quoted",
    "roots",
    "vouching",
]
