"""Counts: how many were killed, hurt, missing, detained, launched, downed."""

from .counted import Counted, counts
from .shares import Share, shares

__all__ = ["Counted", "Share", "counts", "shares"]
