"""The nouns that make a name one of a street or site, by language."""

from functools import lru_cache

from ...lang.happening import happening

ABBREVIATED = 3  # letters: "ул. Ленина", with which "улетел" does not begin


def _starts(low: str, table: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Return what a word begins with in a table; abbreviations and "court." are whole words."""
    if len(low) <= ABBREVIATED or f"{low}." in table:
        return table.get(f"{low}.") or table.get(low)
    told = (n for b, n in table.items() if len(b) > ABBREVIATED and low.startswith(b))
    return next(told, None)


@lru_cache(maxsize=65536)
def street_noun(low: str, language: str, landmarks: bool = False) -> tuple[str, str] | None:
    """Return the nominative and gender of a noun that makes a name one of a street."""
    places = happening(language).places
    return _starts(low, places.streets | (places.landmarks if landmarks else {}))
