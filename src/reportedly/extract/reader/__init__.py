"""The learned reader: who is said to have said what, in three languages."""

from .joining import Parts, Rule, added, asks, seconded
from .package import Package, decoded
from .reading import LANGUAGES, Found, Looked, Reader, look, relations

__all__ = [
    "LANGUAGES",
    "Found",
    "Looked",
    "Package",
    "Parts",
    "Reader",
    "Rule",
    "added",
    "asks",
    "decoded",
    "look",
    "relations",
    "seconded",
]
