"""Whose words are whose: signatures of texts, candidates, evidence in bits, aligned spans."""

from .candidates import alike
from .evidence import Match, measure
from .shelf import Shelf, shelve
from .shown import aligned
from .signature import Signature, signature

__all__ = ["Match", "Shelf", "Signature", "aligned", "alike", "measure", "shelve", "signature"]
