"""From accounts side by side to how far each answer can be believed, with every reason."""

from .assess import assess
from .likelihood import likelihood, likelihood_term

__all__ = ["assess", "likelihood", "likelihood_term"]
