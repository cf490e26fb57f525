"""The learned reader: who is said to have said what, in three languages."""

from .reading import LANGUAGES, Found, relations

__all__ = ["LANGUAGES", "Found", "relations"]
