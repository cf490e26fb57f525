"""What, where, when, how many: accounts of happenings and the claims they make."""

from .tell import tell

__all__ = ["tell"]
