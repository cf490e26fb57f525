"""Which answers to a question agree, which contradict, and who stands behind each."""

from reportedly.extract.places.distance import kilometres

from .course import Course, Pair, Turn, course, relations
from .ledger import Ledger
from .places import Nearness, nearness
from .questions import questions
from .standing import replaced, standing, superseded
from .values import Relation, Standing, relate, shown

__all__ = [
    "Course",
    "Ledger",
    "Nearness",
    "Pair",
    "Relation",
    "Standing",
    "Turn",
    "course",
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
