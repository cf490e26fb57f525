"""Characters in any language: folding with a way back, sentences, tokens."""

from .fold import Folded, fold
from .sentences import sentences
from .tokens import Token, tokens

__all__ = ["Folded", "Token", "fold", "sentences", "tokens"]
