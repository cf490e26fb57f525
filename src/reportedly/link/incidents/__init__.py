"""Which accounts are of one moment in time and space."""

from .group import homes, incidents

__all__ = ["homes", "incidents"]
