"""Documents to each other: who took what from whom, how many origins, what is one incident."""

from .drift import Footing, Hop, drift
from .incidents import homes, incidents, undone
from .origins import Provenance, Root, derivations, origins, origins_of, roots
from .reuse import Signature, signature
from .sources import Directory, sources

LINKER = "rules 6"  # changes whenever the same readings would be linked differently

__all__ = [
    "LINKER",
    "Directory",
    "Footing",
    "Hop",
    "Provenance",
    "Root",
    "Signature",
    "derivations",
    "drift",
    "homes",
    "incidents",
    "origins",
    "origins_of",
    "roots",
    "signature",
    "sources",
    "undone",
]
