"""How far two places lie apart."""

from math import asin, cos, radians, sin, sqrt

from ...model import Place
from .gazetteer import Entry

EARTH_KM = 6371.0


def kilometres(one: Place | Entry, other: Place | Entry) -> float:
    """Return the great-circle distance between the centres, in kilometres (haversine)."""
    up, down = radians(one.lat), radians(other.lat)
    turn = radians(other.lon - one.lon)
    half = sin((down - up) / 2) ** 2 + cos(up) * cos(down) * sin(turn / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
