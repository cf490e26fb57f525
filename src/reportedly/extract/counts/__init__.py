"""Counts: how many were killed, hurt, missing, detained, launched, downed; how wide an area."""

from .areas import areas
from .clauses import AMONG, IMPLIED, MORE, SPARED, TOLD, YIELDS, Counted
from .counted import counts
from .lexicon import number_words
from .people import ages, another, persons
from .shares import ARMS, Share, shares
from .tolls import tolls

__all__ = [
    "AMONG",
    "ARMS",
    "IMPLIED",
    "MORE",
    "SPARED",
    "TOLD",
    "YIELDS",
    "Counted",
    "Share",
    "ages",
    "another",
    "areas",
    "counts",
    "number_words",
    "persons",
    "shares",
    "tolls",
]
