"""Counts: how many were killed, hurt, missing, detained, launched, downed."""

from .counted import Counted, counts

__all__ = ["Counted", "counts"]
