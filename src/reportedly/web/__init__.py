"""The page: a case drawn by the server, read in any browser, without any other host."""

from .app import create
from .serve import serve

__all__ = ["create", "serve"]
