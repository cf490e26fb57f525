"""What, where, when, how many: accounts of happenings and the claims they make."""

from .hinted import hinted, sweeping, updating
from .tell import tell

__all__ = ["hinted", "sweeping", "tell", "updating"]
