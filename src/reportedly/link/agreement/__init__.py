"""Which answers to a question agree, which contradict, and who stands behind each."""

from .ledger import Ledger
from .places import Nearness, kilometres, nearness
from .questions import questions
from .standing import replaced, standing, superseded
from .values import Relation, Standing, relate, shown

__all__ = [
    "Ledger",
    "Nearness",
    "Relation",
    "Standing",
    "kilometres",
    "nearness",
    "questions",
    "relate",
    "replaced",
    "shown",
    "standing",
    "superseded",
]
