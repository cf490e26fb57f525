"""What, where, when, how many: accounts of happenings and the claims they make."""

from .hinted import Hint, hinted, sweeping
from .tell import tell

__all__ = ["Hint", "hinted", "sweeping", "tell"]
