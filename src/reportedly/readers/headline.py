"""The headline of an article or a feed item as the first paragraph of its text."""

from collections.abc import Iterable

from ..model import Link
from ..text import fold


def shifted(links: Iterable[Link], by: int) -> tuple[Link, ...]:
    """Return the links for a text that moved `by` characters on."""
    return tuple(Link(start=link.start + by, end=link.end + by, url=link.url) for link in links)


def headed(
    title: str | None, text: str, links: tuple[Link, ...]
) -> tuple[str, tuple[Link, ...]]:
    """Put `title` before `text` unless the text begins with it, whatever the case or quotes.

    >>> headed("Взрыв в порту", "ВЗРЫВ В ПОРТУ. Подробности", ())[0]
    'ВЗРЫВ В ПОРТУ. Подробности'
    """
    if not title or fold(text[: 2 * len(title) + 20]).text.startswith(fold(title).text):
        return text, links
    if not text:
        return title, ()
    return f"{title}\n\n{text}", shifted(links, len(title) + 2)
