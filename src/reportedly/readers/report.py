"""What every reader finds, and the one way to make a Document of it."""

from datetime import datetime

import msgspec

from ..model import Document, Forward, Link, Media, Refusal, document_id
from . import bounds
from .characters import clean
from .languages import language


class Sheet(msgspec.Struct, frozen=True):
    """The file being read: its name, the SHA-256 of its bytes, the reader and its version."""

    name: str
    original: str
    read_by: str

    def refusal(self, place: str, why: str) -> Refusal:
        """Return a refusal of one place of this file."""
        return Refusal(file=self.name, place=place, why=why)


class Found(msgspec.Struct, kw_only=True):
    """The fields of a report as a reader collects them; `links` point into `text`."""

    key: str
    text: str
    place: str
    source: str = ""
    lang: str | None = None  # what the file says; None or unknown: found from the text
    title: str | None = None
    published: datetime | None = None
    zone_assumed: bool = False
    edited: datetime | None = None
    forwarded_from: Forward | None = None
    reply_to: str | None = None
    url: str | None = None
    handle: str | None = None
    media: tuple[Media, ...] = ()
    links: tuple[Link, ...] = ()


def named(value: object) -> str | None:
    """Return a name fit to keep: one line, trimmed, of bounded length; None where empty."""
    if not isinstance(value, str):
        return None
    return " ".join(clean(value[: bounds.NAME]).split()) or None


def document(found: Found, sheet: Sheet) -> Document | Refusal:
    """Return the report with its id and language, or a refusal where its text is too long."""
    if len(found.text) > bounds.TEXT:
        size = f"the text has {len(found.text):,} characters, more than {bounds.TEXT:,}"
        return sheet.refusal(found.place, f"{size}; split it into reports")
    text, key = clean(found.text), clean(found.key)
    source = clean(found.source) or key  # who published it is not told: it stands for itself
    return Document(
        id=document_id(key, source, text, found.published, found.edited),
        key=key,
        source=source,
        lang=found.lang or language(text),
        text=text,
        title=found.title,
        published=found.published,
        zone_assumed=found.zone_assumed,
        edited=found.edited,
        forwarded_from=found.forwarded_from,
        reply_to=found.reply_to,
        url=found.url,
        handle=found.handle,
        media=found.media,
        links=found.links[: bounds.LINKS],
        original=sheet.original,
        place=found.place,
        read_by=sheet.read_by,
    )
