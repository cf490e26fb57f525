"""Counts: how many were killed, hurt, missing, detained, launched, downed; how wide an area."""

from .areas import areas
from .clauses import AMONG, IMPLIED, SPARED, TOLD, YIELDS, Counted
from .counted import counts
from .lexicon import number_words
from .shares import ARMS, Share, shares

__all__ = [
    "AMONG",
    "ARMS",
    "IMPLIED",
    "SPARED",
    "TOLD",
    "YIELDS",
    "Counted",
    "Share",
    "areas",
    "counts",
    "number_words",
    "shares",
]
