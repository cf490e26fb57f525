"""Who says so, through whom, from how many independent origins, and what is confirmed."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import (
        build,
        claim_rows,
        incident_rows,
        judge,
        judgement_rows,
        open_case,
        origin_rows,
        policy_rows,
        read,
    )
    from .errors import ReportedlyError
    from .model import Case, Reading, Span
    from .weigh import track_records

__version__ = "0.1.0"

__all__ = [
    "Case",
    "Reading",
    "ReportedlyError",
    "Span",
    "build",
    "claim_rows",
    "incident_rows",
    "judge",
    "judgement_rows",
    "open_case",
    "origin_rows",
    "policy_rows",
    "read",
    "track_records",
]

_HOMES = {
    "Case": "model",
    "Reading": "model",
    "Span": "model",
    "ReportedlyError": "errors",
    "track_records": "weigh",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that the command line starts quickly."""
    if name not in __all__:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES.get(name, 'api')}", __name__), name)
