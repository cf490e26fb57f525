"""Whose words are whose: signatures of texts, candidates, evidence in bits, aligned spans."""

from .candidates import alike
from .evidence import Match, measure
from .growing import Found, Growing
from .near import Near, near
from .shelf import Shelf, shelve
from .shown import aligned
from .signature import Signature, names_in, signature, signatures
from .undated import arranged

__all__ = [
    "Found",
    "Growing",
    "Match",
    "Near",
    "Shelf",
    "Signature",
    "aligned",
    "alike",
    "arranged",
    "measure",
    "names_in",
    "near",
    "shelve",
    "signature",
    "signatures",
]
