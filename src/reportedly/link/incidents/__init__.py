"""Which accounts are of one moment in time and space."""

from .group import homes, incidents
from .judged import undone

__all__ = ["homes", "incidents", "undone"]
