"""What one report says, and by whom it says so. Never sees a second report."""

from ..model import Document, Reading
from .attribution import attributions
from .happening import tell

EXTRACTOR = "rules 3"  # changes whenever the same text would be read differently

__all__ = ["EXTRACTOR", "attributions", "extract", "tell"]


def extract(document: Document, *, deep: bool = False) -> Reading:
    """Return the attributions, accounts and claims of one document.

    A document in another language than English, Russian or Ukrainian gives an empty
    reading: it is kept, never guessed. Time grows linearly with the text. `deep` lets the
    learned reader add attributions to those of the rules.
    """
    said = attributions(document, deep=deep)
    told, claimed = tell(document, said)
    return Reading(attributions=said, accounts=told, claims=claimed)
