"""The learned reader: who is said to have said what, in three languages."""

from .joining import Parts, added
from .package import Package, decoded
from .reading import LANGUAGES, Found, Reader, relations

__all__ = ["LANGUAGES", "Found", "Package", "Parts", "Reader", "added", "decoded", "relations"]
