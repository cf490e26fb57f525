"""Times: what a sentence says of when, as an interval with its zone."""

from .anchor import anchor, names_day
from .cue import Cue
from .cues import calendar, cues

__all__ = ["Cue", "anchor", "calendar", "cues", "names_day"]
