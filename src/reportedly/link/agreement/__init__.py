"""Which answers to a question agree, which contradict, and who stands behind each."""

from reportedly.extract.places.distance import kilometres

from .course import Course, Pair, Turn, course, relations
from .died import BECAUSE, HURT, died, gone
from .ledger import Ledger
from .places import Nearness, nearness
from .questions import questions
from .standing import replaced, standing, superseded
from .values import Relation, Standing, relate, shown

__all__ = [
    "BECAUSE",
    "HURT",
    "Course",
    "Ledger",
    "Nearness",
    "Pair",
    "Relation",
    "Standing",
    "Turn",
    "course",
    "died",
    "gone",
    "kilometres",
    "nearness",
    "questions",
    "relate",
    "relations",
    "replaced",
    "shown",
    "standing",
    "superseded",
]
