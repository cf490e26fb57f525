"""Documents to each other: who took what from whom, how many origins, what is one incident."""

from .directory import Directory
from .drift import Footing, Hop, drift
from .incidents import Happened, Portion, happened, homes, incidents, portions, undone
from .origins import Circle, Provenance, Root, circles, derivations, origins, origins_of, roots
from .reuse import Near, Signature, near, signature, signatures
from .sources import sources

LINKER = "rules 26"  # changes whenever the same readings would be linked differently

__all__ = [
    "LINKER",
    "Circle",
    "Directory",
    "Footing",
    "Happened",
    "Hop",
    "Near",
    "Portion",
    "Provenance",
    "Root",
    "Signature",
    "circles",
    "derivations",
    "drift",
    "happened",
    "homes",
    "incidents",
    "near",
    "origins",
    "origins_of",
    "portions",
    "roots",
    "signature",
    "signatures",
    "sources",
    "undone",
]
