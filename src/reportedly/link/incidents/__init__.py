"""Which accounts are of one moment in time and space."""

from .group import homes, incidents
from .judged import undone
from .wholes import Portion, portions

__all__ = ["Portion", "homes", "incidents", "portions", "undone"]
