"""Which accounts are of one moment in time and space."""

from .group import Happened, happened, homes, incidents
from .judged import undone
from .wholes import Portion, portions

__all__ = ["Happened", "Portion", "happened", "homes", "incidents", "portions", "undone"]
