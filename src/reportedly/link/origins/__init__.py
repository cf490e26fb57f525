"""Which reports come from which, and how many voices there really are."""

from .count import origins, origins_of
from .derive import derivations
from .provenance import Provenance, Root, roots

__all__ = ["Provenance", "Root", "derivations", "origins", "origins_of", "roots"]
