"""Direct speech that a report has and its supposed model has not."""

from ...text.quotes import quotes
from ...text.shingles import word_keys
from ..reuse.rarity import weigh
from .ground import Ground

NEW, PART = 50.0, 0.3  # bits of one quotation, and the part of it, that the other has not


def own_words(ground: Ground, child: int, parent: int) -> bool:
    """Tell whether `child` quotes a speaker at length in words that `parent` does not have.

    Then it had the statement itself, and what the two share is the statement.
    """
    known = set(word_keys(ground.documents[parent].text))
    text = ground.documents[child].text
    for quote in quotes(text):
        words = weigh(word_keys(text[quote.inner_start : quote.inner_end]))
        new = sum(bits for word, bits in words.items() if word not in known)
        if new >= NEW and new >= PART * sum(words.values()):
            return True
    return False
