"""From accounts side by side to how far each answer can be believed, with every reason."""

from .ach import Fit, Hypothesis, Item, Matrix, ach
from .assess import assess
from .coding import Coded, Coding, code, policies
from .likelihood import likelihood, likelihood_term
from .track import track_records

__all__ = [
    "Coded",
    "Coding",
    "Fit",
    "Hypothesis",
    "Item",
    "Matrix",
    "ach",
    "assess",
    "code",
    "likelihood",
    "likelihood_term",
    "policies",
    "track_records",
]
