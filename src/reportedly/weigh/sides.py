"""For which country an office speaks."""

from reportedly.model import Place
from reportedly.text import fold

from .tables import weights


def side(office: str, language: str, place: Place | None) -> str | None:
    """Return the country (ISO 3166-1 alpha-2) an office speaks for, None if it is not known.

    By its name; a governor or a mayor speaks for the country of the incident at `place`; any
    other office for that in whose language the report is written.

    >>> side("Генштаб ВСУ", "ru", None), side("Минобороны", "ru", None)
    ('UA', 'RU')
    """
    words = fold(office).text.split()
    for country, beginnings in weights().sides.items():
        if any(word.startswith(beginnings) for word in words):
            return country
    if place is not None and any(word.startswith(weights().local.words) for word in words):
        return place.country
    return weights().own_country.get(language)
