"""The same ledger coded as published rule sets code events; who disagrees can see each rule."""

from .code import Coded, Coding, code
from .rules import policies

__all__ = ["Coded", "Coding", "code", "policies"]
