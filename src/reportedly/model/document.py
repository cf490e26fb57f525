"""One report as it was published."""

from datetime import datetime

import msgspec

from .ids import identify


class Media(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """A photo or video a report carries, as far as the export names it."""

    kind: str  # "photo", "video", "voice", "file", "sticker"
    name: str | None = None  # file name in the export, if any
    preview: str | None = None  # file name of its thumbnail in the export, if any
    sha256: str | None = None  # of the file, where it lay beside the export
    looks: str | None = None  # 32 hex digits: see readers.picture


class Forward(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """Where a forwarded report came from, as far as the export tells."""

    source: str  # name shown
    handle: str | None = None  # "channel1234567890", "@name"
    key: str | None = None  # the post's id at its origin
    published: datetime | None = None  # UTC; the forward's original time


class Link(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """A hyperlink in the text: the characters `start`..`end` lead to `url`."""

    start: int
    end: int
    url: str


class Document(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """One report: a post, a feed item, an article. Its text never changes under its id."""

    id: str
    key: str  # the id the input gave, or one made from it: "Channel_name/17", a guid, a url
    source: str  # name of the outlet or channel that published it
    lang: str  # "en", "ru", "uk", or another ISO 639-1 code, "und": kept, not read
    text: str
    title: str | None = None  # where the text begins with a headline, that headline
    published: datetime | None = None  # UTC
    zone_assumed: bool = False  # the input gave no zone: `published` was taken as UTC
    edited: datetime | None = None  # UTC
    forwarded_from: Forward | None = None
    reply_to: str | None = None  # key of the report this one answers
    url: str | None = None
    handle: str | None = None  # "channel1234567890", "@name", a host name
    media: tuple[Media, ...] = ()
    links: tuple[Link, ...] = ()
    original: str  # SHA-256 of the sealed bytes; not part of the identity
    place: str  # where in the original: "messages[12]", "item 3"; not part of the identity
    read_by: str  # reader and version: "telegram-json 1"; not part of the identity


def document_id(
    key: str, source: str, text: str, published: datetime | None, edited: datetime | None
) -> str:
    """Return the id of a report: what it says, where, under which key and when.

    The same post met in two exports has one id; an edited text is another document.
    """
    when = [moment.isoformat() if moment else None for moment in (published, edited)]
    return identify("document", key, source, text, *when)


class Refusal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file or a part of one that was not read, and why."""

    file: str
    place: str  # "" for the whole file
    why: str  # one sentence with the way out
