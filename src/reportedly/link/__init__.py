"""Documents to each other: who took what from whom, how many origins, what is one incident."""

from .origins import Provenance, Root, derivations, origins, origins_of, roots
from .reuse import Signature, signature
from .sources import Directory, sources

__all__ = [
    "Directory",
    "Provenance",
    "Root",
    "Signature",
    "derivations",
    "origins",
    "origins_of",
    "roots",
    "signature",
    "sources",
]
