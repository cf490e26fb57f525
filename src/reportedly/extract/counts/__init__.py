"""Counts: how many were killed, hurt, missing, detained, launched, downed."""

from .clauses import AMONG, IMPLIED, SPARED, TOLD, YIELDS, Counted
from .counted import counts
from .shares import Share, shares

__all__ = [
    "AMONG",
    "IMPLIED",
    "SPARED",
    "TOLD",
    "YIELDS",
    "Counted",
    "Share",
    "counts",
    "shares",
]
