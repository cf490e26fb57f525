"""Whose words are whose: signatures of texts, candidates, evidence in bits, aligned spans."""

from .candidates import alike
from .evidence import Match, measure
from .growing import Found, Growing
from .shelf import Shelf, shelve
from .shown import aligned
from .signature import Signature, names_in, signature, signatures
from .undated import arranged

__all__ = [
    "Found",
    "Growing",
    "Match",
    "Shelf",
    "Signature",
    "aligned",
    "alike",
    "arranged",
    "measure",
    "names_in",
    "shelve",
    "signature",
    "signatures",
]
