"""A case as bytes for other programs: one table of exporters, each a pure function."""

from importlib import import_module
from typing import TYPE_CHECKING

from .exporter import Exporter

if TYPE_CHECKING:
    from .table import EXPORTERS

__all__ = ["EXPORTERS", "Exporter"]


def __getattr__(name: str) -> object:
    """Import the table when it is first asked for: to read one text takes no exporter."""
    if name != "EXPORTERS":
        raise AttributeError(f"module 'reportedly.export' has no attribute {name!r}")
    return import_module(".table", __name__).EXPORTERS
